/** Fingerprints must be whole, and a translation must not lead back to the language it came from. */
import type { Problem } from "../content/problem.ts";
import type { Fact, Source } from "../content/records.ts";
import { parseFingerprint } from "../quotes/fingerprint.ts";
import type { Check, CheckContext } from "./context.ts";

/** Checks sources' fingerprints and quotes' chains of translation. */
export const checkSources: Check = (context) => [
  ...context.content.records.sources.flatMap((source) => damagedFingerprint(context, source)),
  ...context.content.records.facts.flatMap((fact) => backTranslation(context, fact)),
];

function damagedFingerprint(context: CheckContext, source: Source): Problem[] {
  if (source.fingerprint === "") return [];
  const result = parseFingerprint(source.fingerprint);
  if (result.ok) return [];
  const message = `the fingerprint cannot be used (${result.reason})`;
  return [
    context.at(
      "invalid-fingerprint",
      source,
      ["fingerprint"],
      message,
      "Capture the source again; never edit a fingerprint.",
    ),
  ];
}

/** Said in A, read in B, translated to A: the words are nobody's. */
function backTranslation(context: CheckContext, fact: Fact): Problem[] {
  const quote = fact.quote;
  if (!quote || quote.originalLanguage === "" || quote.translation === "") return [];
  const target = context.content.records.site?.language ?? "";
  const read = quote.language || languageOfSource(context, fact);
  if (read === target || quote.originalLanguage !== target) return [];
  const message = `said in ${quote.originalLanguage}, read in ${read} and translated back: the words are not the speaker's`;
  return [
    context.at(
      "back-translation",
      fact,
      ["quote", "translation"],
      message,
      "Find the words as they were said, or leave the translation out.",
    ),
  ];
}

function languageOfSource(context: CheckContext, fact: Fact): string {
  const id = fact.quote?.source ?? fact.source[0] ?? "";
  return context.sourcesById.get(id)?.language ?? "";
}
