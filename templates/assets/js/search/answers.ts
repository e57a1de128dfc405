/** What answers a word: which records, and how well. */
import {
  type IdList,
  idsIn,
  LEVEL_WEIGHTS,
  type RecordId,
  type Shard,
  type ShardTerm,
} from "../../../../src/build/search-format.ts";
import { type AskedWord, closeness, isNear, NEAR, NEAR_SHARES } from "./asked.ts";
import type { SearchFiles } from "./files.ts";
import { aboveWith, shardsFor } from "./shards.ts";

/** What answers a word: records, best first, each with how well; and terms that are other words, spelt nearly so. */
export interface Answers {
  readonly scores: ReadonlyMap<RecordId, number>;
  readonly near: readonly string[];
}

const known = new WeakMap<SearchFiles, Map<string, Promise<Answers>>>();

/** What answers a word; the words before the one that is typed are not looked for again. */
export function answersOf(files: SearchFiles, word: AskedWord): Promise<Answers> {
  const words = known.get(files) ?? new Map<string, Promise<Answers>>();
  known.set(files, words);
  const name = JSON.stringify(word);
  const answers =
    words.get(name) ??
    matchesOf(files, word).then((matches) => ({
      scores: scoresOf(matches),
      near: matches.flatMap(({ near, term }) => (near ? [term[0]] : [])),
    }));
  words.set(name, answers);
  answers.catch(() => words.delete(name));
  return answers;
}

/** Records of which the files that are there say that they answer a word; there may be more. */
export function heldAnswersTo(files: SearchFiles, word: AskedWord): ReadonlySet<RecordId> {
  const held = new Set<RecordId>();
  const add = (list: IdList): void => {
    for (const id of idsIn(list)) held.add(id);
  };
  const shards = [files.root, ...shardsFor(files, word).flatMap((name) => files.held(name) ?? [])];
  for (const { term } of matchesIn(shards, (term) => closeness(word, term), false))
    for (const list of term.slice(1)) add(list);
  if (word.isExact) return held;
  for (const { answers } of shards)
    for (const [beginning, , first] of answers)
      if (word.terms.some((term) => beginning.startsWith(term))) add(first);
  return held;
}

/** A term that answers a word. */
interface Match {
  readonly term: ShardTerm;
  readonly closeness: number;
  /** Whether it is another word spelt nearly so. */
  readonly near: boolean;
}

/** All terms that answer a word; if there are none, those spelt nearly so. */
async function matchesOf(files: SearchFiles, word: AskedWord): Promise<readonly Match[]> {
  const shards = [files.root, ...(await Promise.all(shardsFor(files, word).map(files.shard)))];
  const found = matchesIn(shards, (term) => closeness(word, term), false);
  if (found.length > 0) return found;
  const others = [
    ...word.terms.flatMap((term) => aboveWith(files, term, NEAR_SHARES)),
    ...[...files.beginnings.keys()].filter((beginning) => isNear(word, beginning)),
  ];
  const further = await Promise.all(others.map(files.shard));
  return matchesIn([...shards, ...further], (term) => (isNear(word, term) ? NEAR : 0), true);
}

function matchesIn(
  shards: readonly Shard[],
  closenessOf: (term: string) => number,
  near: boolean,
): readonly Match[] {
  return [...new Set(shards)].flatMap(({ terms }) =>
    terms.flatMap((term) => {
      const closeness = closenessOf(term[0]);
      return closeness > 0 ? [{ term, closeness, near }] : [];
    }),
  );
}

/** Records that answer a word, best first, and how well each does. */
function scoresOf(matches: readonly Match[]): ReadonlyMap<RecordId, number> {
  const lists = matches.flatMap(({ term: [term, ...written], closeness }) => {
    const lists = written.map(idsIn);
    const size = lists.reduce((sum, ids) => sum + ids.length, 0);
    return lists.map((ids, level) => ({
      term,
      ids,
      size,
      score: closeness * (LEVEL_WEIGHTS[level] ?? 0),
    }));
  });
  lists.sort((a, b) => b.score - a.score || b.size - a.size || (a.term < b.term ? -1 : 1));
  const scores = new Map<RecordId, number>();
  for (const { ids, score } of lists)
    for (const id of ids) if (!scores.has(id)) scores.set(id, score);
  return scores;
}
