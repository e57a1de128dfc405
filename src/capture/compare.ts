/** A source captured again: what changed in it, and which quotes no longer stand. */
import { diffArrays } from "diff";
import type { Fingerprint } from "../quotes/fingerprint.ts";
import { matchQuote, type Refused } from "../quotes/match.ts";
import { tokenise } from "../quotes/normalise.ts";

/** One place at which a text changed. */
export interface TextChange {
  /** The last words before the place, for finding it. */
  readonly after: string;
  /** The words that are gone, or empty. */
  readonly removed: string;
  /** The words that are new, or empty. */
  readonly added: string;
}

/** So many words and marks are shown before a change. */
const CONTEXT = 5;

/** Texts that differ in more places than this were rewritten; looking closer takes too long. */
const MOST_EDITS = 5000;

/**
 * Lists the changes between two versions of a text, in order. Differences that do not count for quotes
 * (spaces, kinds of quotation mark, line ends) do not count here.
 */
export function compareTexts(before: string, now: string): readonly TextChange[] {
  const [old, current] = [written(before), written(now)];
  const parts = diffArrays(
    old.map(({ key }) => key),
    current.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  );
  if (parts === undefined) return [{ after: "", removed: before.trim(), added: now.trim() }];
  const changes: { after: string; removed: string; added: string }[] = [];
  let [oldAt, nowAt] = [0, 0];
  let isInChange = false;
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      isInChange = false;
    } else {
      const after = contextBefore(current, nowAt);
      if (!isInChange) changes.push({ after, removed: "", added: "" });
      isInChange = true;
      const change = changes.at(-1);
      if (change !== undefined && removed) change.removed = text(old.slice(oldAt, oldAt + count));
      if (change !== undefined && added) change.added = text(current.slice(nowAt, nowAt + count));
    }
    if (!added) oldAt += count;
    if (!removed) nowAt += count;
  }
  return changes;
}

/** The last few words before a place, beginning with a word. */
function contextBefore(tokens: readonly Written[], at: number): string {
  const context = tokens.slice(Math.max(0, at - CONTEXT), at);
  const firstWord = context.findIndex(({ key }) => key.startsWith("word "));
  return text(context.slice(Math.max(0, firstWord)));
}

/** A word or mark, as it is compared and as it is written with the space before it. */
interface Written {
  readonly key: string;
  readonly written: string;
}

function written(source: string): readonly Written[] {
  let end = 0;
  return tokenise(source).map((token) => {
    const space = token.start > end ? " " : "";
    end = token.end;
    const raw = source.slice(token.start, token.end).replace(/\s+/g, " ");
    return { key: `${token.kind} ${token.text}`, written: space + raw };
  });
}

function text(tokens: readonly Written[]): string {
  return tokens
    .map((token) => token.written)
    .join("")
    .trim();
}

/** A quote of the sheet. */
export interface KnownQuote {
  /** Whatever tells the editor which one it is, such as the id of its fact. */
  readonly id: string;
  readonly text: string;
}

/** A quote that does not stand in the source as it is now. */
export interface LostQuote extends KnownQuote {
  readonly refused: Refused;
}

/** The quotes, of those given, that do not stand in a source. */
export function lostQuotes(
  quotes: readonly KnownQuote[],
  fingerprint: Fingerprint,
): readonly LostQuote[] {
  return quotes.flatMap((quote) => {
    const match = matchQuote(quote.text, fingerprint);
    return match.kind === "refused" ? [{ ...quote, refused: match }] : [];
  });
}
