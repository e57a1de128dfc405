/** The page at the address of a withdrawn fact: what stood there, when it was withdrawn and why. */
import type { Fact } from "../../content/records.ts";
import { dateView } from "../dates.ts";
import { PATHS } from "../links.ts";
import { type Piece, timePiece } from "../locale/piece.ts";
import type { Scope } from "../scope.ts";
import type { Detail } from "./parts/affiliations.ts";
import { type CorrectionLine, correctionLine } from "./parts/correction-lines.ts";
import { factDetails } from "./parts/fact-details.ts";
import { kindText } from "./parts/fact-lines.ts";
import { type FactSource, factSources } from "./parts/fact-sources.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { type QuoteView, quoteView } from "./parts/quotes.ts";

/** A withdrawn fact. */
export interface WithdrawnView {
  readonly frame: Frame;
  readonly kind: string;
  /** That it counts no longer, and since when. */
  readonly status: readonly Piece[];
  readonly reason: string;
  readonly says: string;
  readonly details: readonly Detail[];
  readonly quote: QuoteView | null;
  readonly sources: readonly FactSource[];
  /** What was corrected while it stood. */
  readonly corrections: readonly CorrectionLine[];
}

/** Makes the view of a withdrawn fact's page. What is gone from the sheet since is left out. */
export function withdrawnView(scope: Scope, fact: Fact): WithdrawnView {
  const { t, phrase } = scope;
  const { withdrawn } = fact;
  const date = withdrawn ? dateView(scope, withdrawn.date) : { text: "", datetime: "" };
  return {
    frame: frameOf(scope, {
      title: t("corrections.withdrawn"),
      description: t("withdrawn.note", { date: date.text }),
      parents: [{ label: t("nav.facts"), path: PATHS.facts }],
      isIndexed: false,
      file: fact,
      facts: [fact],
    }),
    kind: kindText(scope, fact),
    status: phrase("withdrawn.note", { date: timePiece(date.text, date.datetime) }),
    reason: withdrawn?.note ?? "",
    says: fact.says,
    details: factDetails(scope, { fact, exchange: null }),
    quote: quoteView(scope, fact),
    sources: factSources(scope, fact),
    corrections: fact.corrections.map((entry) =>
      correctionLine(scope, { fact, ...entry, isWithdrawal: false }),
    ),
  };
}
