/** Quotes: the words, who said them where and when, and whether they were found in the source. */
import type { Fact, Quote, Source } from "../../../content/records.ts";
import { parseQuote } from "../../../quotes/quote-text.ts";
import type { Verification } from "../../context.ts";
import { type DateView, dateView } from "../../dates.ts";
import { namePiece, type Piece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type NameView, nameView, officeText } from "./names.ts";
import { foreignLanguage, sourceLabel, sourcesOf } from "./sources.ts";

/** A stretch of a quote. */
export interface QuotePart {
  readonly text: string;
  /** What stands in brackets is the editor's and not the speaker's. */
  readonly isEditors: boolean;
}

/** A quote as pages show it. */
export interface QuoteView {
  /** The words, cut where the editor's own begin and end. */
  readonly parts: readonly QuotePart[];
  /** Tag of its language where that is not the sheet's; else empty. */
  readonly language: string;
  readonly speaker: NameView;
  /** Such as "President, Ukraine"; empty if none. */
  readonly office: string;
  /** Such as "post on X"; empty if not given. */
  readonly where: string;
  readonly date: DateView;
  readonly translation: string;
  /** Who translated, be it the translation or the text itself; empty if nobody is named. */
  readonly translator: string;
  /** Whether and where a published translation was found; empty if it was not looked for. */
  readonly translationVerification: readonly Piece[];
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
  const speaker = dossier.named.actors.get(speakerId);
  return {
    parts: partsOf(quote),
    language: foreignLanguage(
      scope,
      quote.language || quoteSource(scope, fact, quote)?.language || "",
    ),
    speaker: nameView(scope, speakerId),
    office: speaker ? officeText(scope, speaker, fact) : "",
    where: quote.where,
    date: dateView(scope, fact.date),
    translation: quote.translation,
    translator: quote.translator ? t(TRANSLATOR_WORDS[quote.translator]) : "",
    translationVerification: translationVerificationOf(scope, fact),
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

/** Bracketed words, `[sic]` and changed initials are the editor's; a gap is a mark everyone knows. */
function partsOf(quote: Quote): readonly QuotePart[] {
  const known = parts.get(quote) ?? cutQuote(quote.text);
  parts.set(quote, known);
  return known;
}

/** A quote stands on many pages: its parts are kept. */
const parts = new WeakMap<Quote, readonly QuotePart[]>();

function cutQuote(text: string): readonly QuotePart[] {
  return parseQuote(text).map(({ kind, raw }) => ({
    text: raw,
    isEditors: kind === "insertion" || kind === "sic" || kind === "initial",
  }));
}

function verificationOf(scope: Scope, fact: Fact, quote: Quote): readonly Piece[] {
  const source = quoteSource(scope, fact, quote);
  if (!source) return [];
  const address = scope.context.quoteAddresses.get(fact.id) ?? source.url;
  return verdict(scope, source, address, scope.context.verification.get(fact.id) ?? "unchecked");
}

function translationVerificationOf(scope: Scope, fact: Fact): readonly Piece[] {
  const proof = scope.context.translationProofs.get(fact.id);
  const source = proof && scope.dossier.named.sources.get(proof.source);
  return source ? verdict(scope, source, proof.address || source.url, proof.verification) : [];
}

function verdict(
  scope: Scope,
  source: Source,
  address: string,
  verification: Verification,
): readonly Piece[] {
  const name = namePiece(sourceLabel(scope, source), address);
  switch (verification) {
    case "matched":
      return scope.phrase("quote.matched", { source: name });
    case "weak":
      return scope.phrase("quote.weak", { source: name });
    case "unchecked":
      return scope.phrase("quote.unchecked", { source: name });
  }
}
