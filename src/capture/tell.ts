/** What a capture found, in lines for the editor. */
import { counted } from "../content/wording.ts";
import { type Difference, markedOut } from "../quotes/differences.ts";
import type { CaptureReport } from "./capture.ts";
import type { TextChange } from "./compare.ts";
import type { QuotesAtStake } from "./quotes-at-stake.ts";

/** All there is to tell of one capture. */
export interface CaptureNews extends CaptureReport {
  readonly id: string;
  readonly quotes: QuotesAtStake;
  /** Facts that were passed over, since their files have mistakes. */
  readonly unread: number;
  /** Other sources with the very same text. */
  readonly sameText: readonly string[];
  /** Whether the text of last time was there to compare. */
  readonly hadText: boolean;
  /** How many of the quotes that do not stand would, if all text of the page were taken. */
  readonly inRestOfPage: number;
  /** Paths for messages. */
  readonly files: {
    readonly source: string;
    readonly snapshot: string;
    readonly keptText: string | undefined;
  };
}

/** So many changes are shown, and so many words of each. */
const MOST_CHANGES = 20;
const MOST_WORDS = 14;

/** A page of fewer words is perhaps a wall before the article. */
const FEW_WORDS = 50;

/** Tells it. */
export function tell(news: CaptureNews): readonly string[] {
  const { source, snapshot, keptText } = news.files;
  return [
    `${source}: ${outcomeIn(news)}`,
    `${snapshot}: the full text. It stays on this machine: do not commit or publish it.`,
    ...(keptText === undefined ? [] : [`${keptText}: the full text as it was before.`]),
    ...fewWords(news),
    ...missingIn(news, source),
    ...keptIn(news),
    ...news.sameText.map(
      (other) =>
        `It is the same text as that of "${other}". If one took it over from the other, say so with origin.`,
    ),
    ...changesIn(news),
    ...quotesIn(news),
  ];
}

function outcomeIn({ outcome, words, fingerprintLength }: CaptureNews): string {
  switch (outcome) {
    case "new":
      return `fingerprint made: ${counted(words, "word")}, ${fingerprintLength} characters.`;
    case "unchanged":
      return `the text has not changed since its last capture (${counted(words, "word")}).`;
    case "changed":
      return `the text has changed since its last capture; fingerprint replaced (${counted(words, "word")}).`;
  }
}

function fewWords({ words, mediaType }: CaptureNews): string[] {
  if (words >= FEW_WORDS || mediaType !== "text/html") return [];
  return ["These are few words for a page. See in the full text whether the article is there."];
}

function missingIn({ missing }: CaptureNews, source: string): string[] {
  if (missing.length === 0) return [];
  const options = missing.map((key) => `--${key}`).join(", ");
  return [
    `Not stated in the document: ${missing.join(", ")}. Look at ${source}, or capture again with ${options}.`,
  ];
}

function keptIn({ kept }: CaptureNews): string[] {
  return kept.map(
    ({ key, inFile, inDocument }) =>
      `The document gives another ${key}, “${inDocument}”; “${inFile}” was kept.`,
  );
}

function changesIn({ outcome, changes, hadText }: CaptureNews): string[] {
  if (outcome !== "changed") return [];
  if (!hadText || changes === undefined)
    return ["What changed cannot be shown: the full text of last time is not on this machine."];
  if (changes.length === 0) return ["The full text is that of last time."];
  const shown = changes.slice(0, MOST_CHANGES).map((change) => `  … ${written(change)} …`);
  const rest = changes.length - shown.length;
  return [
    `${counted(changes.length, "change")} ([-before-] {+now+}):`,
    ...shown,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

function written(change: TextChange): string {
  return markedOut(change.map((part) => ({ ...part, text: shortened(part) })));
}

/** Long stretches would fill the screen: their ends tell which they are. */
function shortened({ text }: Difference): string {
  const words = text.split(" ");
  if (words.length <= MOST_WORDS) return text;
  const half = MOST_WORDS / 2;
  const left = words.length - MOST_WORDS;
  return [...words.slice(0, half), `(${left} more)`, ...words.slice(-half)].join(" ");
}

function quotesIn({ quotes, unread, inRestOfPage }: CaptureNews): string[] {
  const { here, elsewhere, lost, wrong } = quotes;
  const all = here + elsewhere + lost + wrong;
  const parts = [
    `${here} ${here === 1 ? "stands" : "stand"} in it`,
    ...(elsewhere > 0 ? [`${elsewhere} in another source of the fact`] : []),
    ...(lost > 0 ? [`${lost} no longer ${lost === 1 ? "stands" : "stand"}`] : []),
    ...(wrong > 0 ? [`${wrong} ${wrong === 1 ? "does" : "do"} not stand`] : []),
  ];
  return [
    ...(all > 0 ? [`${counted(all, "quote")} may be from this source: ${parts.join(", ")}.`] : []),
    ...(unread > 0
      ? [`${counted(unread, "fact")} with mistakes passed over: see standpoint check.`]
      : []),
    ...(inRestOfPage > 0
      ? [
          `${inRestOfPage} of them ${inRestOfPage === 1 ? "stands" : "stand"} in the rest of the page: capture it with --all-text.`,
        ]
      : []),
  ];
}
