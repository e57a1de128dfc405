/** A correction or a withdrawal as lists show it. */
import type { Correction } from "../../../model/dossier.ts";
import { type DateView, dateView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import type { Scope } from "../../scope.ts";

/** One entry. */
export interface CorrectionLine {
  readonly date: DateView;
  /** The word for a withdrawal; empty for a correction. */
  readonly label: string;
  readonly note: string;
  readonly says: string;
  readonly href: string;
}

/** An entry as a line. */
export function correctionLine(scope: Scope, entry: Omit<Correction, "number">): CorrectionLine {
  const { fact, date, note, isWithdrawal } = entry;
  return {
    date: dateView(scope, date),
    label: isWithdrawal ? scope.t("corrections.withdrawn") : "",
    note,
    says: fact.says,
    href: scope.href(PATHS.fact(fact.id)),
  };
}
