/** All corrections, newest first. */
import { type DateView, dateView } from "../dates.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** All corrections. */
export interface CorrectionsView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly corrections: readonly {
    readonly date: DateView;
    readonly note: string;
    readonly says: string;
    readonly href: string;
  }[];
}

/** Makes the view of the corrections. */
export function correctionsView(scope: Scope): CorrectionsView {
  const { dossier, t, href } = scope;
  return {
    frame: frameOf(scope, {
      title: t("corrections.title"),
      description: t("corrections.description"),
    }),
    title: t("corrections.title"),
    note: t("corrections.note", { count: dossier.corrections.length }),
    corrections: dossier.corrections.map(({ fact, date, note }) => ({
      date: dateView(scope, date),
      note,
      says: fact.says,
      href: href(PATHS.fact(fact.id)),
    })),
  };
}
