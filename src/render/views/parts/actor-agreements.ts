/** Where other actors agree with one and where they differ, on its page. */
import type { Agreement } from "../../../model/dossier.ts";
import { comparedActors, comparisonPath } from "../../comparison-pairs.ts";
import { PATHS } from "../../links.ts";
import { linkPiece, type Piece } from "../../locale/piece.ts";
import type { Scope } from "../../scope.ts";
import { type Cut, cutTo } from "./cut.ts";
import { type IssueLink, issueLink, type NameView, nameView } from "./names.ts";

/** Where another actor agrees and differs. */
export interface AgreementView {
  readonly other: NameView;
  /** The page that sets the two side by side; empty if there is none. */
  readonly comparison: string;
  readonly agree: readonly IssueLink[];
  readonly differ: readonly IssueLink[];
  readonly incomparable: string;
}

/** The part of an actor's view that sets it beside others. */
export interface AgreementsView {
  readonly agreements: readonly AgreementView[];
  readonly agreementNote: string;
  /** The ways to those beside whom the page does not set it; empty if there are none. */
  readonly otherAgreements: readonly Piece[];
}

/** Of the others those with whom it can be compared on most issues. */
const AGREEMENTS: Cut = { whole: 12, shown: 8 };

/** Sets an actor beside others. */
export function agreementsView(scope: Scope, all: readonly Agreement[]): AgreementsView {
  const { t, href } = scope;
  const shown = closest(all);
  const compared = shown.length > 0 ? comparedActors(scope.dossier) : [];
  const agreements = shown.map((agreement) => agreementView(scope, agreement, compared));
  if (shown.length === all.length)
    return { agreements, agreementNote: t("actor.agreement-note"), otherAgreements: [] };
  return {
    agreements,
    agreementNote: t("actor.agreement-closest", { shown: shown.length, all: all.length }),
    otherAgreements: [linkPiece(t("actor.agreement-all"), href(PATHS.issues))],
  };
}

/** Of many others, in the sheet's order, those with whom most issues can be compared; of as many the first. */
function closest(agreements: readonly Agreement[]): readonly Agreement[] {
  const comparable = ({ agree, differ }: Agreement): number => agree.length + differ.length;
  const chosen = new Set(
    cutTo(
      [...agreements].sort((a, b) => comparable(b) - comparable(a)),
      AGREEMENTS,
    ),
  );
  return agreements.filter((agreement) => chosen.has(agreement));
}

function agreementView(
  scope: Scope,
  { actor, other, agree, differ, incomparable }: Agreement,
  compared: readonly string[],
): AgreementView {
  const path = comparisonPath(scope.dossier, actor, other, compared);
  return {
    other: nameView(scope, other),
    comparison: path === "" ? "" : scope.href(path),
    agree: agree.map((issue) => issueLink(scope, issue)),
    differ: differ.map((issue) => issueLink(scope, issue)),
    incomparable: scope.t("agreement.incomparable", { count: incomparable.length }),
  };
}
