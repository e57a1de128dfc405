/** Characters that cannot be seen or make other text read otherwise. */
import { accepted, fact, type HostileCase, refused } from "../case.ts";

const CONTROL = "control-character";
const MISLEADING = "misleading-character";

/** Each stands in the middle of a sentence, in a body, and behind an escape. */
const HIDDEN: readonly (readonly [name: string, character: string, code: string])[] = [
  ["NUL", "\u0000", CONTROL],
  ["bell", "\u0007", CONTROL],
  ["escape", "\u001B", CONTROL],
  ["form feed", "\u000C", CONTROL],
  ["delete", "\u007F", CONTROL],
  ["next line", "\u0085", CONTROL],
  ["CSI", "\u009B", CONTROL],
  ["line separator", "\u2028", CONTROL],
  ["paragraph separator", "\u2029", CONTROL],
  ["left to right embedding", "\u202A", CONTROL],
  ["right to left embedding", "\u202B", CONTROL],
  ["pop directional formatting", "\u202C", CONTROL],
  ["left to right override", "\u202D", CONTROL],
  ["right to left override", "\u202E", CONTROL],
  ["left to right isolate", "\u2066", CONTROL],
  ["right to left isolate", "\u2067", CONTROL],
  ["first strong isolate", "\u2068", CONTROL],
  ["pop directional isolate", "\u2069", CONTROL],
  ["noncharacter", "\uFFFF", CONTROL],
  ["Arabic noncharacter", "\uFDD0", CONTROL],
  ["zero width space", "\u200B", MISLEADING],
  ["word joiner", "\u2060", MISLEADING],
  ["invisible times", "\u2062", MISLEADING],
  ["deprecated format", "\u206A", MISLEADING],
  ["byte order mark within", "\uFEFF", MISLEADING],
  ["grapheme joiner", "\u034F", MISLEADING],
  ["Hangul filler", "\u3164", MISLEADING],
  ["Mongolian vowel separator", "\u180E", MISLEADING],
  ["annotation anchor", "\uFFF9", MISLEADING],
  ["object replacement", "\uFFFC", MISLEADING],
  ["lost character", "\uFFFD", MISLEADING],
  ["two direction marks", "\u200F\u200F", MISLEADING],
  ["two variation selectors", "\uFE0F\uFE0F", MISLEADING],
  ["joiner in a Latin word", "\u200D", MISLEADING],
  ["non-joiner in a Latin word", "\u200C", MISLEADING],
  ["stacked accents", "\u0301".repeat(9), MISLEADING],
];

const beyond = (name: string, character: string): readonly HostileCase[] => [
  refused(
    `${name} in a sentence`,
    "no text of tags is hidden in a sentence",
    fact(`A bell${character} rang.`),
    MISLEADING,
  ),
];

const escaped = (text: string): string =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

export const characterCases: readonly HostileCase[] = [
  ...HIDDEN.flatMap(([name, character, code]) => [
    refused(
      `${name} in a sentence`,
      "nothing unseen stands in a sentence",
      fact(`A bell${character}x rang.`),
      code,
    ),
    refused(
      `${name} in a body`,
      "nothing unseen stands in a body",
      fact("A bell rang.", `Twice${character}x.`),
      code,
    ),
    refused(
      `${name} by an escape`,
      "an escape brings in nothing that the file itself may not hold",
      fact(`"A bell${escaped(character)}x rang."`),
      code,
    ),
  ]),
  ...beyond("tag letter", "\u{E0041}"),
  ...beyond("flag of tags", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}"),
  ...beyond("supplementary variation selector", "\u{E0100}"),
  ...beyond("musical control", "\u{1D173}"),
  refused(
    "override in a quote",
    "no override makes a quote read otherwise",
    fact("A bell rang.", "", "quote:\n  text: lamps are \u202Enot\u202C lit\n"),
    CONTROL,
  ),
  refused(
    "balanced isolate in a quote",
    "isolates are refused even in pairs: pages set directions themselves",
    fact("A bell rang.", "", "quote:\n  text: lamps \u2067are\u2069 lit\n"),
    CONTROL,
  ),
  refused(
    "override in a comment",
    "a comment cannot reorder the line that an editor reviews",
    fact("A bell rang.", "", "# \u202Egnar lleb\n"),
    CONTROL,
  ),
  refused(
    "bytes that are no UTF-8",
    "no byte is guessed at",
    Buffer.from(fact("Caf\u00e9 opens."), "latin1"),
    "invalid-utf8",
  ),
  refused(
    "overlong UTF-8",
    "no second spelling of a character is read",
    Buffer.concat([Buffer.from("---\nsays: "), Buffer.from([0xc0, 0xaf])]),
    "invalid-utf8",
  ),
  refused(
    "surrogate in UTF-8",
    "half a character is no character",
    Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xed, 0xa0, 0x80]),
    "invalid-utf8",
  ),
  refused(
    "UTF-16",
    "a file in another encoding is refused",
    Buffer.from(`\uFEFF${fact("A bell rang.")}`, "utf16le"),
    "invalid-utf8",
  ),
  accepted(
    "byte order mark at the beginning",
    "a byte order mark at the beginning changes nothing",
    `\uFEFF${fact("A bell rang.")}`,
    "A bell rang.",
  ),
  accepted(
    "line ends of Windows",
    "CRLF is a line end",
    fact("A bell rang.").replaceAll("\n", "\r\n"),
    "A bell rang.",
  ),
  accepted(
    "line ends of old Macs",
    "CR is a line end",
    fact("A bell rang.").replaceAll("\n", "\r"),
    "A bell rang.",
  ),
  accepted(
    "decomposed letters",
    "decomposed letters are composed",
    fact("A cafe\u0301 opened."),
    "A caf\u00e9 opened.",
  ),
  accepted(
    "compatibility letter",
    "the Ångström sign is the letter it stands for",
    fact("A \u212B opened."),
    "A \u00c5 opened.",
  ),
  accepted(
    "Persian non-joiner",
    "a non-joiner between Persian letters stays",
    fact("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"),
    "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
  ),
  accepted(
    "Devanagari joiner",
    "a joiner between Indic letters stays",
    fact("\u0915\u094D\u200D\u0937"),
    "\u0915\u094D\u200D\u0937",
  ),
  accepted(
    "joined emoji",
    "joined emoji stay",
    fact("A \u{1F468}\u200D\u{1F469}\u200D\u{1F467} came."),
    "A \u{1F468}\u200D\u{1F469}\u200D\u{1F467} came.",
  ),
  accepted(
    "direction mark",
    "one direction mark stays",
    fact("\u05D0!\u200F came."),
    "\u05D0!\u200F came.",
  ),
  accepted(
    "soft hyphen",
    "a soft hyphen stays",
    fact("Lighthouse\u00ADkeeper."),
    "Lighthouse\u00ADkeeper.",
  ),
  accepted(
    "eight accents",
    "eight accents are not yet too many",
    fact(`x${"\u0323".repeat(8)} came.`),
    `x${"\u0323".repeat(8)} came.`.normalize("NFC"),
  ),
];
