/**
 * Terms to shards, by how they begin. Whether a beginning has a shard of its own, and what is in it,
 * hangs on nothing but the terms that begin so: another word elsewhere leaves it as it was.
 */
import {
  BEGINS,
  type IdList,
  LEVEL_WEIGHTS,
  LEVELS,
  type Shard,
  type ShardAnswer,
  type ShardTerm,
  writeIds,
} from "./search-format.ts";
import { briefOf, type Postings } from "./search-postings.ts";

/** Characters a shard may have before longer beginnings get shards of their own. */
const LARGE = 40_000;
/** Characters that make a longer beginning worth a shard. */
const WORTHWHILE = 6_000;
/** Characters of a term and of the record that comes first for it, about. */
const PER_TERM = 150;
const PER_RECORD = 3;

/** Records in an answer, and how many of them the shard shows at once. */
const ANSWERED = 10;
const SHOWN = 3;

/** A beginning with a shard of its own. */
export interface Beginning {
  readonly text: string;
  /** The places of its terms, `from` to before `until`. */
  readonly from: number;
  readonly until: number;
  /** Places of the terms in its shard; the others are with longer beginnings. */
  readonly own: readonly number[];
  readonly longer: readonly Beginning[];
}

/** Which beginnings have shards: the empty one, and below it those with much behind them. */
export function beginningsOf(postings: Postings): Beginning {
  const { terms, countOf } = postings;
  const sums = new Float64Array(terms.length + 1);
  for (const [place, term] of terms.entries())
    sums[place + 1] = (sums[place] ?? 0) + term.length + PER_TERM + PER_RECORD * countOf(place);
  const weight = (from: number, until: number): number => (sums[until] ?? 0) - (sums[from] ?? 0);

  const split = (text: string, from: number, until: number): Beginning => {
    const own: number[] = [];
    const longer: Beginning[] = [];
    const isLarge = weight(from, until) > LARGE && until - from > 1;
    for (let at = from; at < until; ) {
      const next = isLarge ? endOfGroup(terms, at, until, text.length) : until;
      const isAlone = terms[at] === text;
      if (isLarge && !isAlone && weight(at, next) > WORTHWHILE)
        longer.push(split(commonBeginning(terms[at] ?? "", terms[next - 1] ?? ""), at, next));
      else for (let place = at; place < next; place++) own.push(place);
      at = next;
    }
    return { text, from, until, own, longer };
  };
  return split("", 0, terms.length);
}

/** Where the terms end that have the same character at a place as the one `at`. */
function endOfGroup(terms: readonly string[], at: number, until: number, place: number): number {
  const character = terms[at]?.codePointAt(place);
  let end = at + 1;
  while (end < until && terms[end]?.codePointAt(place) === character) end++;
  return end;
}

function commonBeginning(first: string, last: string): string {
  let length = 0;
  for (const character of first) {
    if (!last.startsWith(character, length)) break;
    length += character.length;
  }
  return first.slice(0, length);
}

/** Makes a beginning's shard. */
export function shardOf(postings: Postings, { own, longer }: Beginning): Shard {
  const { ids, records, ranksOf, terms } = postings;
  const shown = new Set<number>();
  const idsOf = (ranks: Iterable<number>): IdList =>
    writeIds(Array.from(ranks, (rank) => ids[rank] ?? 0));
  const listed = own.map((place): ShardTerm => {
    const lists = levels.map((level) => ranksOf(place, level));
    const best = lists.find(({ length }) => length > 0);
    if (best?.[0] !== undefined) shown.add(best[0]);
    const last = lists.findLastIndex(({ length }) => length > 0);
    return [terms[place] ?? "", ...lists.slice(0, last + 1).map(idsOf)];
  });
  const answers = longer.map((beginning): ShardAnswer => {
    const first = firstOf(postings, beginning);
    for (const rank of first.slice(0, SHOWN)) shown.add(rank);
    return [beginning.text, countOf(postings, beginning), idsOf(first)];
  });
  const briefs = [...shown]
    .sort((a, b) => a - b)
    .flatMap((rank) => {
      const record = records[rank];
      return record ? [briefOf(ids[rank] ?? 0, record)] : [];
    });
  return { terms: listed, answers, briefs };
}

const levels = Array.from({ length: LEVELS }, (_, level) => level);

/** How many records have a word that begins so. */
function countOf({ records, ranksOf }: Postings, { from, until }: Beginning): number {
  const seen = new Uint8Array(records.length);
  let count = 0;
  for (let place = from; place < until; place++)
    for (const level of levels)
      for (const rank of ranksOf(place, level)) {
        if (seen[rank] === 0) count++;
        seen[rank] = 1;
      }
  return count;
}

/** The first records, in the order that the search page gives them. */
function firstOf(postings: Postings, { text, from, until }: Beginning): readonly number[] {
  const { terms, ranksOf, countOf } = postings;
  const first = new Set<number>();
  const isExact = terms[from] === text;
  const after = Array.from({ length: until - from }, (_, place) => from + place).slice(
    isExact ? 1 : 0,
  );
  const groups = levels
    .flatMap((level) => {
      const weight = LEVEL_WEIGHTS[level] ?? 0;
      return [
        { level, places: isExact ? [from] : [], score: weight },
        { level, places: after, score: weight * BEGINS },
      ];
    })
    .sort((a, b) => b.score - a.score);
  for (const { level, places } of groups) {
    const having = places
      .filter((place) => ranksOf(place, level).length > 0)
      .sort((a, b) => countOf(b) - countOf(a) || a - b);
    for (const place of having)
      for (const rank of ranksOf(place, level)) {
        first.add(rank);
        if (first.size === ANSWERED) return [...first];
      }
  }
  return [...first];
}
