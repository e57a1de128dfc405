/** The page at an address under which a fact was published before: where it is now. */
import type { Fact } from "../../content/records.ts";
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** A former address. */
export interface MovedView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly says: string;
  readonly href: string;
}

/** Makes the view of the page at a former address. */
export function movedView(scope: Scope, fact: Fact): MovedView {
  const { t, href } = scope;
  return {
    frame: frameOf(scope, {
      title: t("moved.title"),
      description: t("moved.note"),
      parents: [{ label: t("nav.facts"), path: PATHS.facts }],
      isIndexed: false,
      file: fact,
      facts: [fact],
    }),
    title: t("moved.title"),
    note: t("moved.note"),
    says: fact.says,
    href: href(PATHS.fact(fact.id)),
  };
}
