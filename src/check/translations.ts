/** Quotes in other languages than the sheet's: what is needed to translate them, and chains of translation. */
import type { Problem } from "../content/problem.ts";
import type { Fact, Quote } from "../content/records.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks } from "./context.ts";
import { findPassage, passagesOf } from "./passages.ts";

/** Checks that a quote can be read in the sheet's language, and that it is told who translated it. */
export const checkTranslations: RecordChecks = {
  facts: (context, fact) =>
    fact.quote === null
      ? NO_PROBLEMS
      : [...incomplete(context, fact, fact.quote), ...languages(context, fact, fact.quote)],
};

/** A translation, who made it, and where it was published belong together. */
function incomplete(context: CheckContext, fact: Fact, quote: Quote): Problem[] {
  const at = (key: keyof Quote, message: string, hint: string): Problem =>
    context.at("missing-key", fact, ["quote", key], message, hint);
  if (quote.translation !== "") {
    if (quote.translator !== null) return [];
    const hint = "Add translator: official, agency, ours or machine.";
    return [at("translation", "a translation is given, and not who made it", hint)];
  }
  const problems: Problem[] = [];
  if (quote.translationSource !== null) {
    const message = "a source of the translation is named, but no translation";
    const hint = "Give the translation, or take translationSource out.";
    problems.push(at("translationSource", message, hint));
  }
  if (quote.translator !== null && quote.originalLanguage === "") {
    const hint =
      "Give the translation. If the text is itself one, say in which language it was said: originalLanguage.";
    problems.push(at("translator", "a translator is named, but no translation", hint));
  }
  return problems;
}

/** Of the language said, the language read and the sheet's, which differ without a translation, or with one too many. */
function languages(context: CheckContext, fact: Fact, quote: Quote): Problem[] {
  const target = context.site?.language ?? "";
  const read = quote.language || languageOfSource(context, fact, quote);
  if (target === "" || read === "" || isSameLanguage(read, target)) return [];
  const isReturn = quote.originalLanguage !== "" && isSameLanguage(quote.originalLanguage, target);
  if (quote.translation === "") {
    // Where a translation would only lead back, there is none to ask for.
    if (isReturn) return [];
    const message = `the quote is in "${read}" and the sheet in "${target}", and there is no translation`;
    const hint = "Add translation and translator, so that readers of the sheet can read it.";
    return [context.at("untranslated-quote", fact, ["quote", "text"], message, hint)];
  }
  if (!isReturn) return [];
  const message = `said in "${quote.originalLanguage}", read in "${read}" and translated back: the words are not the speaker's`;
  const hint = "Find the words as they were said, or leave the translation out.";
  return [context.at("back-translation", fact, ["quote", "translation"], message, hint)];
}

/** Of the source in which the quote stands, or else the first in which it may. */
function languageOfSource(context: CheckContext, fact: Fact, quote: Quote): string {
  const [passage] = passagesOf(fact, quote);
  const sources = passage?.sources ?? [];
  const languages = sources.map((id) => context.sourcesById.get(id)?.language ?? "");
  const [first = ""] = languages;
  // Where all are in one language, it need not be known which it is.
  if (passage === undefined || languages.every((each) => each === first)) return first;
  const found = findPassage(passage, context.fingerprints).found;
  return found ? (languages[sources.indexOf(found.source)] ?? first) : first;
}

/** `en-GB` is read by who reads `en`. */
function isSameLanguage(one: string, other: string): boolean {
  return primary(one) === primary(other);
}

function primary(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? "";
}
