/** Quotes: the words, who said them where and when, and whether they were found in the source. */
import type { Fact, Quote } from "../../../content/records.ts";
import { type DateView, dateView } from "../../dates.ts";
import { namePiece, type Piece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type NameView, nameView, officeText } from "./names.ts";
import { foreignLanguage, sourceLabel, sourcesOf } from "./sources.ts";

/** A quote as pages show it. */
export interface QuoteView {
  readonly text: string;
  /** Tag of its language where that is not the sheet's; else empty. */
  readonly language: string;
  readonly speaker: NameView;
  /** Such as "President, Ukraine"; empty if none. */
  readonly office: string;
  /** Such as "post on X"; empty if not given. */
  readonly where: string;
  readonly date: DateView;
  readonly translation: string;
  /** Who translated; empty without a translation. */
  readonly translator: string;
  readonly isMatched: boolean;
  readonly verification: readonly Piece[];
  /** Number of its source among the page's endnotes; 0 if it has none. */
  readonly note: number;
}

const TRANSLATOR_WORDS: Readonly<Record<NonNullable<Quote["translator"]>, WordKey>> = {
  official: "quote.translator.official",
  agency: "quote.translator.agency",
  ours: "quote.translator.ours",
  machine: "quote.translator.machine",
};

/** The quote of a fact, or `null` where it has none. */
export function quoteView(scope: Scope, fact: Fact): QuoteView | null {
  const { quote } = fact;
  if (quote === null) return null;
  const { t, dossier } = scope;
  const speakerId = quote.speaker ?? fact.by ?? "";
  const speaker = dossier.actors.get(speakerId)?.actor;
  return {
    text: quote.text,
    language: foreignLanguage(
      scope,
      quote.language || quoteSource(scope, fact, quote)?.language || "",
    ),
    speaker: nameView(scope, speakerId),
    office: speaker ? officeText(scope, speaker, fact) : "",
    where: quote.where,
    date: dateView(scope, fact.date),
    translation: quote.translation,
    translator:
      quote.translation === ""
        ? ""
        : t(quote.translator ? TRANSLATOR_WORDS[quote.translator] : "quote.translator.unnamed"),
    isMatched: scope.context.verification.get(fact.id) === "matched",
    verification: verificationOf(scope, fact, quote),
    note: scope.notes.get(quoteSource(scope, fact, quote)?.id ?? "") ?? 0,
  };
}

/** The source in which the quote stands. */
function quoteSource(scope: Scope, fact: Fact, quote: Quote) {
  const sources = sourcesOf(scope, fact);
  return sources.find(({ id }) => id === quote.source) ?? sources[0];
}

function verificationOf(scope: Scope, fact: Fact, quote: Quote): readonly Piece[] {
  const { context, phrase } = scope;
  const source = quoteSource(scope, fact, quote);
  if (!source) return [];
  const address = context.quoteAddresses.get(fact.id) ?? source.url;
  const name = namePiece(sourceLabel(scope, source), address);
  switch (context.verification.get(fact.id) ?? "unchecked") {
    case "matched":
      return phrase("quote.matched", { source: name });
    case "weak":
      return phrase("quote.weak", { source: name });
    case "unchecked":
      return phrase("quote.unchecked", { source: name });
  }
}
