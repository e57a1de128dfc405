/** Finds records: reads as few files of the index as will do, and ranks what is in them. */
import { idsIn, type RecordId } from "../../../../src/build/search-format.ts";
import { answersOf } from "./answers.ts";
import { type AskedQuery, type AskedWord, askedIn, closeness, hasPassage } from "./asked.ts";
import { type SearchFiles, textsOf } from "./files.ts";
import { aboveOf, belowOf, shardsFor } from "./shards.ts";
import type { Wanted } from "./wanted.ts";

/** What was found. */
export interface Finding {
  /** Best first; without words, newest first. */
  readonly ids: readonly RecordId[];
  /** How many there are. */
  readonly count: number;
  /** Whether `ids` has all of them. */
  readonly isWhole: boolean;
  /** Whether a term is one that was looked for. */
  readonly isFound: (term: string) => boolean;
}

/** How a search is run. */
export interface Run {
  /** Told what comes first, as far as that is known before the rest. */
  readonly onFirst?: (finding: Finding) => void;
  /** Whether the reader still wants it, asked before much is fetched. */
  readonly isWanted?: () => boolean;
  /** Whether all records must be listed. */
  readonly isWhole?: boolean;
}

/** Shards that are fetched at once; for more it is first seen whether the reader types on. */
const FEW = 3;
const PAUSE = 300;

const FILTERS = ["kind", "actor", "issue"] as const;
const NONE: Finding = { ids: [], count: 0, isWhole: true, isFound: () => false };

/** Finds what is wanted; `null` if that was given up. */
export async function find(
  files: SearchFiles,
  wanted: Wanted,
  { onFirst, isWanted = () => true, isWhole = false }: Run = {},
): Promise<Finding | null> {
  const asked = askedIn(wanted.q);
  if (asked.words.length === 0 && wanted.q !== "") return NONE;
  const filtered = filterBy(files, wanted);
  // If it fails, so does the search, which may not wait for it yet.
  filtered.catch(() => undefined);
  if (asked.words.length === 0) {
    const ids = await filtered;
    return ids ? { ...NONE, ids: [...ids], count: ids.size } : NONE;
  }
  const [word] = asked.words;
  if (word && asked.words.length === 1 && !(await filtered)) {
    const answer = await answerTo(files, word);
    if (answer) {
      // The answer of a longer beginning that is a word itself has that word first.
      const isOwn = word.terms.some((term) => files.beginnings.has(term));
      if (!isWhole && isOwn && shardsFor(files, word).length > FEW) return answer;
      onFirst?.(answer);
    }
  }
  const unread = asked.words.flatMap((word) =>
    shardsFor(files, word).filter((beginning) => !files.isAsked(beginning)),
  );
  if (unread.length > FEW && !isWhole) {
    fetchAhead(files, asked);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (!isWanted()) return null;
  }
  const answers = await Promise.all(asked.words.map((word) => answersOf(files, word)));
  const letThrough = await filtered;
  const ids = rankedBy(answers.map(({ scores }) => scores));
  const holding = await withPassages(
    files,
    asked,
    letThrough ? ids.filter((id) => letThrough.has(id)) : ids,
  );
  const near = new Set(answers.flatMap(({ near }) => near));
  return {
    ids: holding,
    count: holding.length,
    isWhole: true,
    isFound: (term) => near.has(term) || asked.words.some((word) => closeness(word, term) > 0),
  };
}

/** Records that the filters let through, in order; `null` without filters. */
async function filterBy(files: SearchFiles, wanted: Wanted): Promise<ReadonlySet<RecordId> | null> {
  const lists = FILTERS.filter((name) => wanted[name] !== "").map(async (name) =>
    idsIn((await files.choice(`${name}:${wanted[name]}`)).records),
  );
  if (wanted.from !== "" || wanted.until !== "") lists.push(datedIn(files, wanted));
  const [first, ...others] = (await Promise.all(lists)).map((ids) => new Set(ids));
  if (!first) return null;
  return new Set([...first].filter((id) => others.every((other) => other.has(id))));
}

/** Records whose date can be one of the days asked for. */
async function datedIn(files: SearchFiles, { from, until }: Wanted): Promise<readonly RecordId[]> {
  return (await files.dates()).flatMap(([days, ids]) => {
    const [start = "", last = ""] = days.split("/");
    // Of what is known by its end alone, that day counts, as on the timeline.
    const first = start || last;
    return (from === "" || last >= from) && (until === "" || first <= until) ? idsIn(ids) : [];
  });
}

/** The answer that the index has ready for a word which is the beginning of many. */
async function answerTo(files: SearchFiles, word: AskedWord): Promise<Finding | null> {
  const [term, other] = word.terms;
  if (term === undefined || other !== undefined || word.isExact) return null;
  const [beginning] = belowOf(files, term).sort((a, b) => a.length - b.length);
  if (beginning === undefined) return null;
  const shards = await Promise.all(
    aboveOf(files, term)
      .filter((above) => above !== beginning)
      .slice(-1)
      .map(files.shard),
  );
  // The next letter will be answered by this beginning's own shard.
  files.shard(beginning).catch(() => undefined);
  const { answers } = shards[0] ?? files.root;
  const found = answers.find(([text]) => text === beginning);
  if (!found) return null;
  const [, count, first] = found;
  const ids = idsIn(first);
  return { ids, count, isWhole: ids.length === count, isFound: (own) => own.startsWith(term) };
}

/** Fetches the shards that hold the words themselves: whatever is typed on, they are needed. */
function fetchAhead(files: SearchFiles, { words }: AskedQuery): void {
  const shards = words.flatMap(({ terms }) =>
    terms.flatMap((term) => aboveOf(files, term).slice(-1)),
  );
  // If it fails, the search that needs them does too, and says so.
  for (const beginning of shards) files.shard(beginning).catch(() => undefined);
}

/** Records that answer all words; one that is in fewer records says more. */
function rankedBy(words: readonly ReadonlyMap<RecordId, number>[]): readonly RecordId[] {
  const [first, ...others] = words;
  if (!first) return [];
  if (others.length === 0) return [...first.keys()];
  const weights = words.map(({ size }) => 1 / Math.log2(2 + size));
  const byScore = new Map<number, RecordId[]>();
  for (const id of first.keys()) {
    if (!others.every((scores) => scores.has(id))) continue;
    const score = words.reduce(
      (sum, scores, at) => sum + (scores.get(id) ?? 0) * (weights[at] ?? 0),
      0,
    );
    const equals = byScore.get(score);
    if (equals) equals.push(id);
    else byScore.set(score, [id]);
  }
  return [...byScore].sort(([a], [b]) => b - a).flatMap(([, ids]) => ids);
}

/** Of records those that have all passages asked for, word for word. */
async function withPassages(
  files: SearchFiles,
  { phrases }: AskedQuery,
  ids: readonly RecordId[],
): Promise<readonly RecordId[]> {
  if (phrases.length === 0) return ids;
  const records = await files.full(ids);
  return records
    .filter((record) =>
      phrases.every((passage) => textsOf(record).some((text) => hasPassage(text, passage))),
    )
    .map(({ id }) => id);
}
