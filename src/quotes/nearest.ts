/**
 * The passage of a full text that is nearest to a quote that was refused, with the difference word by
 * word. For messages only: nothing here can make a quote pass.
 */
import { type Difference, differenceOf, type WrittenToken, writtenTokens } from "./differences.ts";
import { draftQuote, originOf } from "./draft.ts";
import { QUOTATION_MARK } from "./normalise.ts";

/** The nearest passage. */
export interface NearestPassage {
  /** The passage as it stands in the source, with plain spaces. */
  readonly text: string;
  /** UTF-16 offsets of the passage in the source; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly differences: readonly Difference[];
}

/** A passage in which fewer words than this share of the quote's are the same is not worth showing. */
const LEAST_SAME = 0.4;

/**
 * What it costs to turn the quote into the passage: to take in a token that only the source has
 * (`missing`), to put one in another's place (`other`), to drop one that only the quote has (`extra`).
 * Costs are near each other and rise in that order, so that a dropped word is shown as dropped, and beside
 * a wrong word what stands in its place.
 */
const COST = { same: 0, recased: 4, missing: 11, other: 12, extra: 13 } as const;

/** A word never takes the place of a mark. */
const UNLIKE = COST.missing + COST.extra;

/**
 * Finds the passage that takes the fewest changes to become the quote, or the part of the quote between
 * two gaps. Brackets of the editor's are taken out first.
 *
 * @param offset UTF-16 offset in the quote: of a quote with gaps, the part in which it lies is looked for
 * @returns undefined when nothing in the text is like it
 */
export function nearestPassage(
  quote: string,
  text: string,
  offset = 0,
): NearestPassage | undefined {
  const drafts = draftQuote(quote).filter(({ text }) => text !== "");
  const part =
    drafts.find((draft) => (originOf(draft, draft.text.length - 1)?.to ?? 0) > offset) ??
    drafts.at(-1);
  const wanted = trimMarks(writtenTokens(part?.text ?? ""));
  const source = writtenTokens(text);
  if (wanted.length === 0 || source.length === 0) return undefined;
  const steps = align(wanted, source);
  const taken = steps.flatMap(({ source: each }) => (each === undefined ? [] : [each]));
  const [first] = taken;
  const last = taken.at(-1);
  const same = steps.filter(({ quote: ours, source: theirs }) => isAlike(ours, theirs)).length;
  if (first === undefined || last === undefined || same < LEAST_SAME * wanted.length)
    return undefined;
  const { start } = first;
  const { end } = last;
  return { text: plain(text.slice(start, end)), start, end, differences: differencesOf(steps) };
}

/** Without the quotation marks that say that it is a quote. */
function trimMarks(tokens: readonly WrittenToken[]): readonly WrittenToken[] {
  const isInner = ({ text }: WrittenToken): boolean => text !== QUOTATION_MARK && text !== "'";
  return tokens.slice(tokens.findIndex(isInner), tokens.findLastIndex(isInner) + 1);
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A step of the alignment: a token of either side, or of both where one stands for the other. */
interface Step {
  readonly quote: WrittenToken | undefined;
  readonly source: WrittenToken | undefined;
  readonly isSame: boolean;
}

/**
 * Aligns the whole quote with the best stretch of the source: edit distance with free ends in the
 * source (Sellers, 1980).
 */
function align(quote: readonly WrittenToken[], source: readonly WrittenToken[]): readonly Step[] {
  const costs = costTable(quote, source);
  const lastRow = costs.at(-1) ?? [];
  let column = lastRow.indexOf(Math.min(...lastRow));
  let row = quote.length;
  const steps: Step[] = [];
  while (row > 0) {
    const here = costs[row]?.[column] ?? 0;
    const [ours, theirs] = [quote[row - 1], source[column - 1]];
    const diagonal = column > 0 ? (costs[row - 1]?.[column - 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (here === diagonal + substitution(ours, theirs)) {
      steps.push({ quote: ours, source: theirs, isSame: substitution(ours, theirs) === COST.same });
      row -= 1;
      column -= 1;
    } else if (here === (costs[row - 1]?.[column] ?? 0) + COST.extra) {
      steps.push({ quote: ours, source: undefined, isSame: false });
      row -= 1;
    } else {
      steps.push({ quote: undefined, source: theirs, isSame: false });
      column -= 1;
    }
  }
  return steps.reverse();
}

function costTable(
  quote: readonly WrittenToken[],
  source: readonly WrittenToken[],
): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [new Array<number>(source.length + 1).fill(0)];
  for (const [at, ours] of quote.entries()) {
    const above = rows[at] ?? [];
    const row = [(at + 1) * COST.extra];
    for (const [column, theirs] of source.entries()) {
      row.push(
        Math.min(
          (above[column] ?? 0) + substitution(ours, theirs),
          (above[column + 1] ?? 0) + COST.extra,
          (row[column] ?? 0) + COST.missing,
        ),
      );
    }
    rows.push(row);
  }
  return rows;
}

function substitution(ours: WrittenToken | undefined, theirs: WrittenToken | undefined): number {
  if (ours === undefined || theirs === undefined || ours.kind !== theirs.kind) return UNLIKE;
  if (ours.text === theirs.text) return COST.same;
  return isAlike(ours, theirs) ? COST.recased : COST.other;
}

/** Whether two tokens are the same but for their case. */
function isAlike(ours: WrittenToken | undefined, theirs: WrittenToken | undefined): boolean {
  if (ours === undefined || theirs === undefined || ours.kind !== theirs.kind) return false;
  return ours.text.toLowerCase() === theirs.text.toLowerCase();
}

/** Joins steps of one kind; of a stretch that differs, what the quote has comes before the source's. */
function differencesOf(steps: readonly Step[]): readonly Difference[] {
  const differences: Difference[] = [];
  let [extra, missing]: [WrittenToken[], WrittenToken[]] = [[], []];
  const closeStretch = (): void => {
    if (extra.length > 0) differences.push(differenceOf("extra", extra));
    if (missing.length > 0) differences.push(differenceOf("missing", missing));
    [extra, missing] = [[], []];
  };
  let same: WrittenToken[] = [];
  const closeSame = (): void => {
    if (same.length > 0) differences.push(differenceOf("same", same));
    same = [];
  };
  for (const { quote, source, isSame } of steps) {
    if (isSame) {
      closeStretch();
      if (source !== undefined) same.push(source);
    } else {
      closeSame();
      if (quote !== undefined) extra.push(quote);
      if (source !== undefined) missing.push(source);
    }
  }
  closeStretch();
  closeSame();
  return differences;
}
