/** The quote gate: each quote stands word for word in its source, or the sheet is not built. */
import type { Problem } from "../content/problem.ts";
import type { Fact } from "../content/records.ts";
import { markedOut } from "../quotes/differences.ts";
import type { Refused } from "../quotes/match.ts";
import { nearestPassage } from "../quotes/nearest.ts";
import { QUOTATION_MARK } from "../quotes/normalise.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks } from "./context.ts";
import {
  type FoundPassage,
  findPassage,
  type Passage,
  passagesOf,
  type Refusal,
} from "./passages.ts";
import { placeInValue } from "./place-in-value.ts";

/** Checks each quote, and each published translation of one, against the fingerprint of its source. */
export const checkQuotes: RecordChecks = {
  facts: (context, fact) =>
    fact.quote === null
      ? NO_PROBLEMS
      : passagesOf(fact, fact.quote).flatMap((passage) => checkPassage(context, fact, passage)),
};

function checkPassage(context: CheckContext, fact: Fact, passage: Passage): Problem[] {
  const { found, refusals } = findPassage(passage, context.fingerprints);
  if (found) {
    return found.isWithin
      ? ambiguous(context, fact, passage, found)
      : [outsideOfWithin(context, fact)];
  }
  const nearest = furthest(refusals);
  return [
    nearest ? notInSource(context, fact, passage, nearest) : notChecked(context, fact, passage),
  ];
}

/** The words around a quote have to hold it. */
function outsideOfWithin(context: CheckContext, fact: Fact): Problem {
  const message = "the quote does not stand in the words that are given as those around it";
  const hint = "Give in within a passage of the source that has the quote in it, as it is printed.";
  return context.at("quote-not-in-source", fact, ["quote", "within"], message, hint);
}

/** A browser looks for the words without telling small letters from capitals, so it may find others first. */
function ambiguous(
  context: CheckContext,
  fact: Fact,
  { path }: Passage,
  { source, unique, occurrences }: FoundPassage,
): Problem[] {
  const hasAddress = context.sourcesById.get(source)?.url !== "";
  const isExact = occurrences > 1;
  if (!isExact && !(hasAddress && !unique)) return [];
  const stands = isExact
    ? `stands ${occurrences} times in "${source}"`
    : `stands in "${source}" again, but for capitals or accents, which are one to a browser`;
  const message = `${subject(path)} ${stands}; a deep link may lead to another place`;
  const hint = "Quote a few words more, or give the words around it in quote.within.";
  return [context.at("ambiguous-quote", fact, path, message, hint)];
}

function notChecked(context: CheckContext, fact: Fact, { path, sources }: Passage): Problem {
  const message = `no source of ${subject(path)} has a fingerprint, so it was not machine-checked`;
  const [source = "ID", ...others] = sources;
  const hint =
    others.length === 0
      ? `Capture the source: standpoint capture FILE --id ${source}.`
      : "Say with quote.source in which of them it stands, and capture that: standpoint capture FILE --id ID.";
  return context.at("quote-not-checked", fact, path, message, hint);
}

function subject(path: Passage["path"]): string {
  const key = path.at(-1);
  return key === "translation"
    ? "the translation"
    : key === "within"
      ? "the passage around the quote"
      : "the quote";
}

/** The refusal by the source that holds most of the quote before it breaks off. */
function furthest(refusals: readonly Refusal[]): Refusal | undefined {
  const [first, ...others] = refusals;
  return others.reduce(
    (best, each) =>
      best !== undefined && best.refused.offset >= each.refused.offset ? best : each,
    first,
  );
}

function notInSource(
  context: CheckContext,
  fact: Fact,
  passage: Passage,
  { source, refused, text, path }: Refusal,
): Problem {
  const checked = passage.sources.filter((id) => context.fingerprints.has(id));
  const reason = reasonFor(refused, text.slice(refused.offset, refused.offset + refused.length));
  const message =
    checked.length === 1
      ? `${subject(path)} does not stand in "${source}": ${reason}`
      : `${subject(path)} stands in none of its sources; in "${source}", ${reason}`;
  const hint = [...unchecked(context, passage), suggestion(context, text, source, refused)];
  return {
    ...context.at("quote-not-in-source", fact, path, message, hint.join(" ")),
    place: placeInValue(context.place(fact, path), text, refused.offset, refused.length),
  };
}

function reasonFor({ reason, inSource }: Refused, words: string): string {
  const isWord = /[\p{L}\p{N}]/u.test(words);
  const mark = inSource === QUOTATION_MARK ? "a quotation mark" : `“${inSource}”`;
  switch (reason) {
    case "no-words":
      return "it holds no words";
    case "unknown-word":
      return `“${words}” does not occur there`;
    case "broken-run":
      return `“${words}” occurs there, but not at this point`;
    case "other-case":
      return `“${words}” is written ${inSource === undefined ? "otherwise" : mark} there`;
    case "punctuation":
      if (isWord) return `${mark} stands before “${words}” there, and not here`;
      return inSource === undefined
        ? `“${words}” stands here, and not there`
        : `“${words}” stands here, and ${mark} there`;
    case "order":
      return `“${words}” comes before what precedes the gap`;
  }
}

/** What to do; with the nearest passage, where the editor's machine has the full text. Never a verdict. */
function suggestion(
  context: CheckContext,
  text: string,
  source: string,
  { reason, offset }: Refused,
): string {
  if (reason === "order") return "Put the parts into the order of the source.";
  if (reason === "no-words") return "Quote the words themselves, or take the quote out.";
  const snapshot = context.snapshot(source);
  const nearest = snapshot === null ? undefined : nearestPassage(text, snapshot, offset);
  if (nearest)
    return `The nearest passage, a suggestion only ([-quote-] {+source+}): ${markedOut(nearest.differences)}`;
  return "Compare it with the source word by word. What you put in goes in [brackets], what you leave out is marked ….";
}

/** A source that cannot be asked may be the one in which the words stand. */
function unchecked(context: CheckContext, { sources }: Passage): string[] {
  const others = sources.filter((id) => !context.fingerprints.has(id));
  return others.map((id) => `If the words stand in "${id}", say so with quote.source.`);
}
