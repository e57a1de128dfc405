/** The demands and offers that an actor made and received, on its page. */
import type { ActorDossier, Exchange } from "../../../model/dossier.ts";
import { answeredOf } from "../../../model/exchanges.ts";
import type { Piece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type Cut, newestOf, olderOnes } from "./cut.ts";
import { type ExchangeView, exchangeView } from "./exchanges.ts";

/** Demands or offers, made or received. */
export interface ExchangeSection {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** The word of the glossary that says what they are. */
  readonly term: "demand" | "offer";
  readonly exchanges: readonly ExchangeView[];
  /** Where the older ones are; empty if the page has all. */
  readonly older: readonly Piece[];
}

/** Of demands and offers, made or received, the newest; all are among its facts. */
const EXCHANGES: Cut = { whole: 8, shown: 6 };

/** Of demands or offers those that the page shows, newest first. */
export function exchangesShown(exchanges: readonly Exchange[]): readonly Exchange[] {
  return newestOf(exchanges, EXCHANGES);
}

/**
 * The sections of an actor's demands and offers; those that hold nothing are left out.
 * @param factsHref where all its facts are
 */
export function exchangeSections(
  scope: Scope,
  entry: ActorDossier,
  factsHref: string,
): readonly ExchangeSection[] {
  const section = (id: string, title: WordKey, exchanges: readonly Exchange[]): ExchangeSection => {
    const shown = exchangesShown(exchanges);
    return {
      id,
      title: scope.t(title),
      term: id.startsWith("demands") ? "demand" : "offer",
      note: scope.t("actor.exchanges-count", {
        count: exchanges.length,
        answered: answeredOf(exchanges),
      }),
      exchanges: shown.map((exchange) => exchangeView(scope, exchange)),
      older: olderOnes(scope, exchanges, shown, factsHref),
    };
  };
  return [
    section("demands-made", "actor.demands-made", entry.demandsMade),
    section("offers-made", "actor.offers-made", entry.offersMade),
    section("demands-received", "actor.demands-received", entry.demandsReceived),
    section("offers-received", "actor.offers-received", entry.offersReceived),
  ].filter(({ exchanges }) => exchanges.length > 0);
}
