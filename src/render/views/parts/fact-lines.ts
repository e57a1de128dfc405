/** One fact on one line of a list. */
import type { Fact } from "../../../content/records.ts";
import type { FactKind } from "../../../content/schema/fact.ts";
import { type DateView, dateView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import type { Piece } from "../../locale/piece.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { answerMark, type Mark, stanceMark } from "./marks.ts";
import { linkedName, linkedNames } from "./names.ts";
import { type SourceRef, sourceRefs } from "./sources.ts";

/** A fact as a timeline shows it. */
export interface FactLine {
  readonly href: string;
  readonly kind: string;
  /** Who said, asked, offered, answered or did it; empty for an event that names nobody. */
  readonly who: readonly Piece[];
  readonly says: string;
  readonly date: DateView;
  /** Its stance or answer; `null` for other kinds. */
  readonly mark: Mark | null;
  readonly isDraft: boolean;
}

/** A fact as lists show it: with how sure it is and where it was read. */
export interface SourcedLine extends FactLine {
  readonly certainty: string;
  readonly sources: readonly SourceRef[];
}

const KIND_WORDS: Readonly<Record<FactKind, WordKey>> = {
  position: "kind.position",
  demand: "kind.demand",
  offer: "kind.offer",
  answer: "kind.answer",
  claim: "kind.claim",
  event: "kind.event",
  absence: "kind.absence",
};

const CERTAINTY_WORDS: Readonly<Record<Fact["certainty"], WordKey>> = {
  stated: "certainty.stated",
  reported: "certainty.reported",
  claimed: "certainty.claimed",
  confirmed: "certainty.confirmed",
  disputed: "certainty.disputed",
  denied: "certainty.denied",
};

/** The word for a kind of fact. */
export function kindText({ t }: Pick<Scope, "t">, { kind }: Pick<Fact, "kind">): string {
  return t(KIND_WORDS[kind]);
}

/** The word for how well a fact is established. */
export function certaintyText(
  { t }: Pick<Scope, "t">,
  { certainty }: Pick<Fact, "certainty">,
): string {
  return t(CERTAINTY_WORDS[certainty]);
}

/** A fact as one line. */
export function factLine(scope: Scope, fact: Fact): FactLine {
  return {
    href: scope.href(PATHS.fact(fact.id)),
    kind: lineKind(scope, fact),
    who: whoOf(scope, fact),
    says: fact.says,
    date: dateView(scope, fact.date),
    mark: factMark(scope, fact),
    isDraft: fact.draft,
  };
}

/** A fact as one line, with where it was read. */
export function sourcedLine(scope: Scope, fact: Fact): SourcedLine {
  return {
    ...factLine(scope, fact),
    certainty: certaintyText(scope, fact),
    sources: sourceRefs(scope, fact),
  };
}

const DOUBTFUL: readonly Fact["certainty"][] = ["claimed", "disputed", "denied"];

/** The kind of a fact, and that an event rests on somebody's word where it does. */
function lineKind(scope: Scope, fact: Fact): string {
  const kind = kindText(scope, fact);
  if (fact.kind !== "event" || !DOUBTFUL.includes(fact.certainty)) return kind;
  return scope.t("kind.with-certainty", {
    kind,
    certainty: certaintyText(scope, fact).toLowerCase(),
  });
}

/** A fact's stance or answer as a mark. */
export function factMark(scope: Scope, fact: Fact): Mark | null {
  if (fact.kind === "position") return stanceMark(scope, fact.stance);
  if (fact.kind === "answer") return answerMark(scope, fact.answer);
  return null;
}

/** Who said or did it, and to whom. */
export function whoOf(scope: Scope, fact: Fact): readonly Piece[] {
  const { phrase } = scope;
  if (fact.kind === "demand" || fact.kind === "offer") {
    const values = { by: linkedName(scope, fact.by), to: linkedNames(scope, fact.to) };
    return fact.kind === "demand" ? phrase("route.demand", values) : phrase("route.offer", values);
  }
  if (fact.by !== null) return [linkedName(scope, fact.by)];
  return fact.kind === "event" ? linkedNames(scope, fact.involves) : [];
}
