/** The list of actors. */
import type { Actor } from "../../content/records.ts";
import { ACTOR_ROLES } from "../../content/schema/vocabulary.ts";
import type { ActorDossier, Dossier } from "../../model/dossier.ts";
import { isOwnPosition } from "../../model/standings.ts";
import { PATHS } from "../links.ts";
import type { Piece } from "../locale/piece.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { officesOf } from "./parts/affiliations.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type NameView, nameView } from "./parts/names.ts";
import { type ListPage, listPages, type PagerView, pagerView } from "./parts/pager.ts";

/** The list of actors, by their part in the dispute. */
export interface ActorsView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly {
    readonly title: string;
    readonly actors: readonly {
      readonly name: NameView;
      readonly kind: string;
      readonly offices: readonly Piece[];
      readonly summary: string;
      readonly counts: readonly string[];
    }[];
  }[];
  readonly pager: PagerView | null;
}

const ROLE_GROUPS: Readonly<Record<Actor["role"], WordKey>> = {
  party: "role.party.many",
  backer: "role.backer.many",
  mediator: "role.mediator.many",
  other: "role.other.many",
};

const KIND_WORDS: Readonly<Record<Actor["kind"], WordKey>> = {
  state: "actor.kind.state",
  person: "actor.kind.person",
  organisation: "actor.kind.organisation",
  bloc: "actor.kind.bloc",
};

const SHOWN_ON_A_PAGE = 120;

/** The pages of the list of actors, in the sheet's order: by role first. */
export function actorPages({ actors }: Dossier): readonly ListPage<ActorDossier>[] {
  return listPages(PATHS.actors, [...actors.values()], SHOWN_ON_A_PAGE);
}

/** Makes the view of a page of the list of actors. */
export function actorsView(scope: Scope, page: ListPage<ActorDossier>): ActorsView {
  const { t } = scope;
  return {
    frame: frameOf(scope, {
      title: t("actors.title"),
      description: t("actors.description"),
      isIndexed: page.number === 1,
    }),
    title: t("actors.title"),
    note: t("actors.order"),
    groups: ACTOR_ROLES.map((role) => ({
      title: t(ROLE_GROUPS[role]),
      actors: page.items
        .filter(({ actor }) => actor.role === role)
        .map((entry) => ({
          name: nameView(scope, entry.actor.id),
          kind: actorKindText(scope, entry.actor),
          offices: officesOf(scope, entry),
          summary: entry.actor.summary,
          counts: countsOf(scope, entry),
        })),
    })).filter(({ actors }) => actors.length > 0),
    pager: pagerView(scope, PATHS.actors, page),
  };
}

/** The word for a kind of actor. */
export function actorKindText({ t }: Scope, { kind }: Actor): string {
  return t(KIND_WORDS[kind]);
}

function countsOf(
  { t }: Scope,
  { cells, demandsMade, offersMade, facts }: ActorDossier,
): readonly string[] {
  const positions = cells.filter(isOwnPosition).length;
  const counts = [
    positions > 0 ? t("count.positions", { count: positions }) : "",
    demandsMade.length > 0 ? t("count.demands", { count: demandsMade.length }) : "",
    offersMade.length > 0 ? t("count.offers", { count: offersMade.length }) : "",
  ].filter((text) => text !== "");
  return counts.length > 0 ? counts : [t("actors.named-only", { count: facts.length })];
}
