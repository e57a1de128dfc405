/** All corrections, newest first. */
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type CorrectionLine, correctionLine } from "./parts/correction-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** All corrections. */
export interface CorrectionsView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly corrections: readonly CorrectionLine[];
  /** Where the feed of them lies. */
  readonly feed: string;
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
    corrections: dossier.corrections.map((entry) => correctionLine(scope, entry)),
    feed: href(PATHS.correctionFeed),
  };
}
