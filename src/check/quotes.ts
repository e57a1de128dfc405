/** The quote gate: each quote stands word for word in its source, or the sheet is not built. */
import type { Problem } from "../content/problem.ts";
import type { Fact } from "../content/records.ts";
import type { Refused } from "../quotes/match.ts";
import { type NearestPassage, nearestPassage } from "../quotes/nearest.ts";
import type { Check, CheckContext } from "./context.ts";
import { findPassage, type Passage, passagesOf } from "./passages.ts";
import { placeInValue } from "./place-in-value.ts";

/** Checks every quote, and every published translation of one, against the fingerprint of its source. */
export const checkQuotes: Check = (context) =>
  context.content.records.facts.flatMap((fact) => {
    if (fact.quote === null) return [];
    return passagesOf(fact, fact.quote).flatMap((passage) => checkPassage(context, fact, passage));
  });

function checkPassage(context: CheckContext, fact: Fact, passage: Passage): Problem[] {
  const { found, refusals } = findPassage(passage, context.fingerprints);
  if (found) {
    const { occurrences } = found.match;
    if (occurrences === 1) return [];
    const message = `the quote stands ${occurrences} times in "${found.source}"; a deep link may lead to another place`;
    return [context.at("ambiguous-quote", fact, passage.path, message, "Quote a few words more.")];
  }
  const [first] = refusals;
  if (!first) {
    const message = `no source of the quote has a fingerprint, so it was not machine-checked`;
    return [
      context.at(
        "quote-not-checked",
        fact,
        passage.path,
        message,
        "Capture the source: standpoint capture FILE --id ID.",
      ),
    ];
  }
  return [refusal(context, fact, passage, first.source, first.refused)];
}

function refusal(
  context: CheckContext,
  fact: Fact,
  passage: Passage,
  source: string,
  refused: Refused,
): Problem {
  const value = context.place(fact, passage.path);
  const place = placeInValue(value, passage.text, refused.offset, refused.length);
  const words = passage.text.slice(refused.offset, refused.offset + refused.length);
  const message = `the quote does not stand in "${source}": ${reasonFor(refused, words)}`;
  return {
    ...context.at(
      "quote-not-in-source",
      fact,
      passage.path,
      message,
      suggestion(context, passage, source),
    ),
    place,
  };
}

function reasonFor({ reason, inSource }: Refused, words: string): string {
  const given = inSource === undefined ? "" : `; the source has “${inSource}”`;
  switch (reason) {
    case "no-words":
      return "it holds no words";
    case "unknown-word":
      return `“${words}” does not occur there`;
    case "broken-run":
      return `“${words}” does not stand at this point there`;
    case "other-case":
      return `“${words}” is written otherwise there${given}`;
    case "punctuation":
      return `the mark at “${words}” differs${given}`;
    case "order":
      return `“${words}” comes before what precedes the gap`;
  }
}

/** The nearest passage of the full text, where the editor's machine has it. Never a verdict. */
function suggestion(context: CheckContext, { text }: Passage, source: string): string {
  const snapshot = context.snapshot(source);
  const nearest = snapshot === null ? undefined : nearestPassage(text, snapshot);
  if (!nearest)
    return "Compare it with the source word by word. A change of the editor's goes in [brackets], a gap is marked ….";
  return `The nearest passage, a suggestion only ([-quote-] {+source+}): ${marked(nearest)}`;
}

/** A passage with the quote's own words as `[-…-]` and the source's as `{+…+}`, as wdiff marks them. */
function marked({ differences }: NearestPassage): string {
  return differences
    .map(({ kind, text }) =>
      kind === "same" ? text : kind === "extra" ? `[-${text}-]` : `{+${text}+}`,
    )
    .join(" ");
}
