/**
 * The passage of a full text that is nearest to a quote that was refused, with the difference word by
 * word. For messages only: nothing here can make a quote pass.
 */
import { draftQuote } from "./draft.ts";
import { type Token, tokenise } from "./normalise.ts";

/**
 * A stretch of the comparison.
 *
 * - `same`: the source and the quote have it
 * - `missing`: only the source has it
 * - `extra`: only the quote has it
 */
export interface Difference {
  readonly kind: "same" | "missing" | "extra";
  readonly text: string;
}

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

/** What it costs to make one token of another; dropping or adding one costs 2. */
const COST = { same: 0, recased: 1, other: 3, gap: 2 } as const;

/**
 * Finds the passage that takes the fewest changes to become the quote. Gaps are taken out of the
 * quote first, so what they left out is shown as missing; brackets are taken out too.
 *
 * @returns undefined when nothing in the text is like the quote
 */
export function nearestPassage(quote: string, text: string): NearestPassage | undefined {
  const wanted = draftQuote(quote).flatMap((draft) => tokensOf(draft.text));
  const source = tokensOf(text);
  if (wanted.length === 0 || source.length === 0) return undefined;
  const steps = align(wanted, source);
  const taken = steps.flatMap(({ source: each }) => (each === undefined ? [] : [each]));
  const [first] = taken;
  const last = taken.at(-1);
  const same = steps.filter(({ isSame }) => isSame).length;
  if (first === undefined || last === undefined || same < LEAST_SAME * wanted.length)
    return undefined;
  const { start } = first;
  const { end } = last;
  return { text: plain(text.slice(start, end)), start, end, differences: differencesOf(steps) };
}

/** A token as written, and whether a space stands before it. */
interface Written extends Token {
  readonly written: string;
  readonly isSpaced: boolean;
}

function tokensOf(text: string): readonly Written[] {
  let end = 0;
  return tokenise(text).map((token) => {
    const isSpaced = token.start > end;
    end = token.end;
    return { ...token, written: plain(text.slice(token.start, token.end)), isSpaced };
  });
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A step of the alignment; a changed word is two steps, one of each side. */
interface Step {
  readonly quote: Written | undefined;
  readonly source: Written | undefined;
  readonly isSame: boolean;
}

/**
 * Aligns the whole quote with the best stretch of the source: edit distance with free ends in the
 * source (Sellers, 1980).
 */
function align(quote: readonly Written[], source: readonly Written[]): readonly Step[] {
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
      const isSame = substitution(ours, theirs) === COST.same;
      if (isSame) steps.push({ quote: ours, source: theirs, isSame });
      else
        steps.push(
          { quote: ours, source: undefined, isSame },
          { quote: undefined, source: theirs, isSame },
        );
      row -= 1;
      column -= 1;
    } else if (here === (costs[row - 1]?.[column] ?? 0) + COST.gap) {
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
  quote: readonly Written[],
  source: readonly Written[],
): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [new Array<number>(source.length + 1).fill(0)];
  for (const [at, ours] of quote.entries()) {
    const above = rows[at] ?? [];
    const row = [(at + 1) * COST.gap];
    for (const [column, theirs] of source.entries()) {
      row.push(
        Math.min(
          (above[column] ?? 0) + substitution(ours, theirs),
          (above[column + 1] ?? 0) + COST.gap,
          (row[column] ?? 0) + COST.gap,
        ),
      );
    }
    rows.push(row);
  }
  return rows;
}

function substitution(ours: Written | undefined, theirs: Written | undefined): number {
  if (ours === undefined || theirs === undefined) return COST.other;
  if (ours.kind === theirs.kind && ours.text === theirs.text) return COST.same;
  return ours.text.toLowerCase() === theirs.text.toLowerCase() ? COST.recased : COST.other;
}

/** Joins steps of one kind; what is missing comes before what stands in its place. */
function differencesOf(steps: readonly Step[]): readonly Difference[] {
  const differences: { kind: Difference["kind"]; text: string }[] = [];
  for (const { quote, source, isSame } of steps) {
    const token = source ?? quote;
    if (token === undefined) continue;
    const kind = isSame ? "same" : source === undefined ? "extra" : "missing";
    const last = differences.at(-1);
    if (last?.kind === kind) last.text += (token.isSpaced ? " " : "") + token.written;
    else differences.push({ kind, text: token.written });
  }
  return differences;
}
