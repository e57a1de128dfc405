import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintText, parseFingerprint } from "../../src/quotes/fingerprint.ts";
import { fingerprinted } from "./fingerprinted.ts";

const SPEECH =
  "We shall not light the lamp before 1 May, said the keeper, and not before the oil is paid.";

describe("a fingerprint", () => {
  it("is the same on every platform and version of Node", () => {
    // If this fails, existing fingerprints no longer mean what they meant: raise the version.
    const scripts = [
      "“We’ll wait,” she said – 1 200 litres, -5°, U.W. naïve ﬁsher, co-\noperative….",
      "П’ять об’єктів; всё «сказки». לא נדליק דו״ח. لن نُشعل المصباح؟ 我们不会点灯。ไม่จุดตะเกียง",
    ];
    expect(scripts.map(fingerprintText).join(" ")).toMatchInlineSnapshot(
      `"sp1:11:7SKxkJIU0TfpdU8qetNMomigBUK2CtOAcFm59zvM35Oz3yK3Xt3Q0zBDZ6cIj5KKvqMfyjIBTvB410a5z_SM8jHRT1vIRlp0NNKpR-cQJSms9hcY6WLnMZtec_ONzxuGsxWwNrX9NO:AAASHavsuE sp1:26:HnFchT2Fibfqxsh4S04V2_UnK2ZKeCp17pSGtk22S46E126Eryu_EiUvo-li4lU-leLd4tJHPuBaZrPzoA22UXBXcz4-eybrhB6EnEabOngees6Fl2cjtxvhSz5T9qeq1qabCROcTG0PVkXa_3V8LSGEInb3i2j3b91cRhi1MmlFZqR14NiO_Tb3U1aXXdwNHIsSpnB7OajOEpbprK"`,
    );
    expect(fingerprintText("We shall not light the lamp.")).toMatchInlineSnapshot(
      `"sp1:6:VKV1XCZKXTJO5BD3tr0CHfgGh1oVVlGjnhCi55udpy5DeY0APbjGh3"`,
    );
  });

  it("stays under 8 kB for 1,000 words of prose", () => {
    const prose = Array.from({ length: 60 }, () => SPEECH)
      .join(" ")
      .split(" ")
      .slice(0, 1000)
      .join(" ");
    expect(fingerprinted(prose).words).toBe(1000);
    expect(fingerprintText(prose).length).toBeLessThan(8000);
  });

  it("counts words, without marks", () => {
    expect(fingerprinted("No! Who, we — us?").words).toBe(4);
  });

  it("is the same for typographic variants of a text", () => {
    const plain = 'The fiancé said: "It\'s a 30-day truce" - no more.';
    const fine = "The fiance\u0301 said: “It’s\u00a0a 30\u2011day tru\u00adce” – no\u200b more.";
    expect(fingerprintText(fine)).toBe(fingerprintText(plain));
  });

  it("shows neither which words repeat nor how often", () => {
    const tags = fingerprintText("no no no no no no no no no no").slice("sp1:10:".length + 12);
    const pieces = tags.match(/.{6}/g) ?? [];
    expect(pieces).toHaveLength(10);
    expect(new Set(pieces).size).toBe(10);
  });

  it("has no tag in common with that of another text of the same words", () => {
    const tagsOf = (text: string) => fingerprintText(text).split(":")[2]?.match(/.{6}/g) ?? [];
    const other = new Set(tagsOf(`${SPEECH} Indeed.`));
    expect(tagsOf(SPEECH).filter((tag) => other.has(tag))).toEqual([]);
  });

  it("finds all occurrences of a word, also beyond one hash's worth", () => {
    const positions = fingerprinted("no oil ".repeat(20)).positionsOf("word", "no");
    expect([...positions]).toEqual(Array.from({ length: 20 }, (_, at) => 2 * at));
  });

  it("of an empty text has no words", () => {
    expect(fingerprinted(" \n").words).toBe(0);
  });
});

describe("reading a fingerprint", () => {
  it("allows for line ends and spaces that an editor put into it", () => {
    const wrapped = fingerprintText(SPEECH).replace(/(.{40})/g, "$1\n  ");
    expect(parseFingerprint(wrapped).ok).toBe(true);
  });

  it.each([
    ["not-text", undefined],
    ["not-text", 12],
    ["malformed", ""],
    ["malformed", "sp1"],
    ["malformed", "sp1:3:short"],
    ["malformed", "sp1:03:AAAAAABBBBBBCCCCCC"],
    ["malformed", "sp1:2:AAAAAABBBBBBCCCCCC"],
    ["malformed", "sp1:1:AAAAAABBBBBBCCCCC!"],
    ["malformed", "sp1:1:AAAAAABBBBBBCCCCCC:AAAA"],
    ["damaged", "sp1:1:AAAAAABBBBBBCCCCCC"],
    ["unknown-version", "sp2:1:AAAAAABBBBBBCCCCCC"],
  ])("says %s of %s", (reason, value) => {
    expect(parseFingerprint(value)).toEqual({ ok: false, reason });
  });

  it("never throws, and takes nothing for a fingerprint that is none", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `sp1:1:${text}`),
          fc.anything(),
        ),
        (value) => {
          expect(parseFingerprint(value).ok).toBe(false);
        },
      ),
    );
  });

  it("notices any one character changed, dropped or added", () => {
    const fingerprint = fingerprintText(SPEECH);
    fc.assert(
      fc.property(
        fc.nat(fingerprint.length - 1),
        fc.constantFrom("A", "x", "9", "-", ""),
        (at, other) => {
          const changed = fingerprint.slice(0, at) + other + fingerprint.slice(at + 1);
          fc.pre(changed !== fingerprint);
          expect(parseFingerprint(changed).ok).toBe(false);
          expect(parseFingerprint(fingerprint.slice(0, at) + fingerprint.slice(at + 1)).ok).toBe(
            false,
          );
        },
      ),
    );
  });

  it("survives a source of 100,000 words", () => {
    const long = Array.from({ length: 100_000 }, (_, at) => `w${at % 5000}`).join(" ");
    expect(fingerprinted(long).positionsOf("word", "w7")).toHaveLength(20);
  });
});
