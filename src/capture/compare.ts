/** A source captured again: what changed in its text. */
import { diffArrays } from "diff";
import {
  type Difference,
  differenceOf,
  type WrittenToken,
  writtenTokens,
} from "../quotes/differences.ts";

/** One place at which a text changed: what is gone (`extra`), what is new (`missing`), and the words around. */
export type TextChange = readonly Difference[];

/** So many words and marks are shown before and after a change. */
const CONTEXT = 5;

/** Changes with fewer words and marks between them are one. */
const NEAR = 3;

/** Texts that differ in more places than this were rewritten; looking closer takes too long. */
const MOST_EDITS = 5000;

/**
 * Lists the changes between two versions of a text, in order. Differences that do not count for quotes
 * (spaces, kinds of quotation mark, line ends) do not count here.
 */
export function compareTexts(before: string, now: string): readonly TextChange[] {
  const [old, current] = [writtenTokens(before), writtenTokens(now)];
  const parts = diffArrays(old.map(keyOf), current.map(keyOf), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [[differenceOf("extra", old), differenceOf("missing", current)]];
  let [oldAt, nowAt] = [0, 0];
  const stretches = parts.map(({ added, removed, count }): Stretch => {
    const kind = removed ? "extra" : added ? "missing" : "same";
    const tokens = removed ? old.slice(oldAt, oldAt + count) : current.slice(nowAt, nowAt + count);
    if (!added) oldAt += count;
    if (!removed) nowAt += count;
    return { kind, tokens };
  });
  return groups(stretches).map((group) =>
    group.map(({ kind, tokens }) => differenceOf(kind, tokens)),
  );
}

/** Words and marks that were kept, lost or gained together. */
interface Stretch {
  readonly kind: Difference["kind"];
  readonly tokens: readonly WrittenToken[];
}

/** The changes with the words around them; those that are near each other together. */
function groups(stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const all: (readonly Stretch[])[] = [];
  let group: Stretch[] = [];
  const close = (after: readonly WrittenToken[]): void => {
    if (group.some(({ kind }) => kind !== "same"))
      all.push([...group, { kind: "same" as const, tokens: after.slice(0, CONTEXT) }]);
  };
  for (const [at, { kind, tokens }] of stretches.entries()) {
    const isBetween = at > 0 && at < stretches.length - 1 && tokens.length <= NEAR;
    if (kind !== "same" || isBetween) {
      group.push({ kind, tokens });
    } else {
      close(tokens);
      group = [{ kind, tokens: fromFirstWord(tokens.slice(-CONTEXT)) }];
    }
  }
  if (stretches.at(-1)?.kind !== "same") close([]);
  return all.map((each) => each.filter(({ tokens }) => tokens.length > 0));
}

function fromFirstWord(tokens: readonly WrittenToken[]): readonly WrittenToken[] {
  const first = tokens.findIndex(({ kind }) => kind === "word");
  return tokens.slice(Math.max(0, first));
}

/** What two texts are compared by. */
function keyOf({ kind, text }: WrittenToken): string {
  return `${kind} ${text}`;
}
