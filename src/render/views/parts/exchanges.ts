/** Demands and offers with what came back. */
import type { Answer, Fact } from "../../../content/records.ts";
import type { Exchange, Reply } from "../../../model/dossier.ts";
import { chronological } from "../../../model/order.ts";
import { type DateView, datePiece, dateView, dayView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import { linkPiece, type Piece, timePiece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { type ExchangeFacets, exchangeFacets } from "./filters.ts";
import { answerMark, type Mark } from "./marks.ts";
import {
  type IssueLink,
  issueLink,
  linkedName,
  linkedNames,
  type NameView,
  nameView,
} from "./names.ts";
import { type QuoteView, quoteView } from "./quotes.ts";
import { type SourceRef, sourceRefs } from "./sources.ts";

/** A demand or an offer as the ledger shows it. */
export interface ExchangeView {
  readonly kind: string;
  readonly by: NameView;
  /** Such as "asked Russia". */
  readonly route: readonly Piece[];
  readonly href: string;
  readonly says: string;
  readonly issue: IssueLink;
  readonly date: DateView;
  /** Deadline, consequence and condition, each as a phrase. */
  readonly terms: readonly TermView[];
  readonly quote: QuoteView | null;
  readonly sources: readonly SourceRef[];
  readonly replies: readonly ReplyView[];
  /** The counter-demands and counter-offers that followed from it, oldest first. */
  readonly chain: readonly ChainLink[];
  /** What filters find it by. */
  readonly facets: ExchangeFacets;
}

/** Deadline, consequence or condition. */
export interface TermView {
  readonly text: readonly Piece[];
  /** A deadline that has passed on the sheet's date. */
  readonly isPassed: boolean;
}

/** A counter-demand or counter-offer. */
export interface ChainLink {
  /** Such as "Russia offered Ukraine". */
  readonly route: readonly Piece[];
  readonly says: string;
  readonly href: string;
  readonly date: DateView;
  /** What came back; `null` where addressees answered differently. */
  readonly mark: Mark | null;
}

/** What came back from one addressee. */
export interface ReplyView {
  /** Named where there are several. */
  readonly addressee: string;
  readonly mark: Mark;
  readonly answers: readonly AnswerLine[];
  /** What was looked for and not found, and what overtook it. */
  readonly absences: readonly (readonly Piece[])[];
  /** How long it took, where both dates are exact; or that there was none by the sheet's date. */
  readonly wait: readonly Piece[];
}

/** One answer. */
export interface AnswerLine {
  readonly says: string;
  readonly href: string;
  readonly date: DateView;
  /** Shown where two answers differ. */
  readonly mark: Mark;
  readonly condition: readonly Piece[];
}

/** A demand or an offer with its terms, words and replies. */
export function exchangeView(scope: Scope, exchange: Exchange): ExchangeView {
  const { request, replies } = exchange;
  const { t, phrase, href } = scope;
  const to = linkedNames(scope, request.to);
  return {
    kind: t(request.kind === "demand" ? "kind.demand" : "kind.offer"),
    by: nameView(scope, request.by),
    route: phrase(request.kind === "demand" ? "exchange.asked" : "exchange.offered", { to }),
    href: href(PATHS.fact(request.id)),
    says: request.says,
    issue: issueLink(scope, request.issue),
    date: dateView(scope, request.date),
    terms: termsOf(scope, exchange),
    quote: quoteView(scope, request),
    sources: sourceRefs(scope, request),
    replies: replies.map((reply) => replyView(scope, exchange, reply)),
    chain: chainView(scope, exchange),
    facets: exchangeFacets(exchange),
  };
}

/** What came back from one addressee. */
export function replyView(scope: Scope, { request, replies }: Exchange, reply: Reply): ReplyView {
  return {
    addressee: replies.length > 1 ? nameView(scope, reply.addressee).text : "",
    mark: answerMark(scope, reply.state),
    answers: reply.answers.map((answer) => answerLine(scope, answer)),
    absences: reply.absences.map(({ absence, overtakenBy }) => {
      const what = linkPiece(absence.says, scope.href(PATHS.fact(absence.id)));
      return overtakenBy
        ? scope.phrase("exchange.absence-overtaken", { what })
        : scope.phrase("exchange.absence", { what });
    }),
    wait: waitOf(scope, request.date, reply),
  };
}

/** An answer on one line. */
export function answerLine(scope: Scope, answer: Answer): AnswerLine {
  return {
    says: answer.says,
    href: scope.href(PATHS.fact(answer.id)),
    date: dateView(scope, answer.date),
    mark: answerMark(scope, answer.answer),
    condition: answer.if === "" ? [] : scope.phrase("terms.if", { condition: answer.if }),
  };
}

/** Deadline, consequence and condition of a demand or an offer. */
export function termsOf(scope: Scope, exchange: Exchange): readonly TermView[] {
  const { request } = exchange;
  const { phrase } = scope;
  const deadline = deadlineOf(scope, exchange);
  const consequence = request.kind === "demand" ? request.otherwise : "";
  const condition = request.kind === "offer" ? request.if : "";
  return [
    { text: condition === "" ? [] : phrase("terms.if", { condition }), isPassed: false },
    { text: deadline, isPassed: exchange.deadlinePassed },
    { text: consequence === "" ? [] : phrase("terms.otherwise", { consequence }), isPassed: false },
  ].filter(({ text }) => text.length > 0);
}

function deadlineOf(
  scope: Scope,
  { request, deadlinePassed, daysToDeadline }: Exchange,
): readonly Piece[] {
  if (request.deadline === null || daysToDeadline === null) return [];
  const date = datePiece(scope, request.deadline);
  const offer = request.kind === "offer";
  if (deadlinePassed)
    return scope.phrase(offer ? "terms.offer-passed" : "terms.deadline-passed", {
      date,
      days: -daysToDeadline,
    });
  return scope.phrase(offer ? "terms.offer-until" : "terms.deadline", {
    date,
    days: daysToDeadline,
  });
}

function waitOf(scope: Scope, date: Exchange["request"]["date"], reply: Reply): readonly Piece[] {
  const { phrase, dossier } = scope;
  if (reply.answers.length > 0) {
    const [newest] = reply.answers;
    const isExact = isExactDate(date) && newest !== undefined && isExactDate(newest.date);
    return isExact ? phrase("exchange.answered-after", { days: reply.days }) : [];
  }
  const { text, datetime } = dayView(scope, dossier.asOf);
  return phrase("exchange.open-since", {
    days: isExactDate(date) ? reply.days : 0,
    date: timePiece(text, datetime),
  });
}

function isExactDate({ precision }: Fact["date"]): boolean {
  return precision === "day" || precision === "time";
}

/** A demand's or an offer's counter-offers, and theirs in turn, each once, oldest first. */
export function chainView(scope: Scope, exchange: Exchange): readonly ChainLink[] {
  return chainOf(scope, exchange).map((link) => {
    const states = new Set(link.replies.map(({ state }) => state));
    const [state] = states;
    return {
      route: requestPhrase(scope, link),
      says: link.request.says,
      href: scope.href(PATHS.fact(link.request.id)),
      date: dateView(scope, link.request.date),
      mark: state && states.size === 1 ? answerMark(scope, state) : null,
    };
  });
}

function chainOf({ dossier }: Scope, start: Exchange): readonly Exchange[] {
  const found = new Map([[start.request.id, start]]);
  for (const { counters } of found.values())
    for (const { id } of counters) {
      const counter = dossier.facts.get(id)?.exchange;
      if (counter && !found.has(id)) found.set(id, counter);
    }
  found.delete(start.request.id);
  return chronological([...found.values()].map(({ request }) => request)).flatMap(
    ({ id }) => found.get(id) ?? [],
  );
}

/** A request in few words, for lists that point to it. */
export function requestPhrase(scope: Scope, { request }: Exchange): readonly Piece[] {
  const values = { by: linkedName(scope, request.by), to: linkedNames(scope, request.to) };
  return scope.phrase(request.kind === "demand" ? "route.demand" : "route.offer", values);
}
