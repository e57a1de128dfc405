/** The list of issues. */

import { STANCES } from "../../content/schema/vocabulary.ts";
import type { Cell } from "../../model/dossier.ts";
import type { Piece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type Mark, stanceMark } from "./parts/marks.ts";
import { type IssueLink, issueLink, linkedNames } from "./parts/names.ts";

/** The list of issues with who stands where. */
export interface IssuesView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly issues: readonly {
    readonly issue: IssueLink;
    readonly question: string;
    readonly stances: readonly StanceGroup[];
    readonly counts: readonly string[];
  }[];
}

/** The actors of one stance. */
export interface StanceGroup {
  readonly mark: Mark;
  readonly actors: readonly Piece[];
}

/** Makes the view of the list of issues. */
export function issuesView(scope: Scope): IssuesView {
  const { dossier, t } = scope;
  return {
    frame: frameOf(scope, { title: t("issues.title"), description: t("issues.description") }),
    title: t("issues.title"),
    note: t("issues.note"),
    issues: [...dossier.issues.values()].map(({ issue, cells, exchanges, facts }) => ({
      issue: issueLink(scope, issue.id),
      question: issue.question,
      stances: stanceGroups(scope, cells),
      counts: [
        ...(exchanges.length > 0 ? [t("count.requests", { count: exchanges.length })] : []),
        t("count.facts", { count: facts.length }),
      ],
    })),
  };
}

/** The actors by stance, in the order of the scale; those of whom nothing was found come last. */
export function stanceGroups(scope: Scope, cells: readonly Cell[]): readonly StanceGroup[] {
  const stanceOf = ({ standing }: Cell): (typeof SCALE)[number] =>
    standing.state === "stated" ? (standing.inForce[0]?.stance ?? "none") : standing.state;
  return SCALE.map((stance) => ({
    mark: stanceMark(scope, stance),
    actors: linkedNames(
      scope,
      cells.filter((cell) => stanceOf(cell) === stance).map(({ actor }) => actor),
    ),
  })).filter(({ actors }) => actors.length > 0);
}

const SCALE = [...STANCES, "conflict", "none"] as const;
