/** The page for an address that does not exist. */
import { PATHS } from "../links.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** The page for an address that does not exist. */
export interface NotFoundView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly ways: readonly {
    readonly label: string;
    readonly note: string;
    readonly href: string;
  }[];
}

/** Makes the view of the page for an address that does not exist. */
export function notFoundView(scope: Scope): NotFoundView {
  const { t, href } = scope;
  return {
    frame: frameOf(scope, {
      title: t("not-found.title"),
      description: t("not-found.note"),
      isIndexed: false,
      facts: [],
    }),
    title: t("not-found.title"),
    note: t("not-found.note"),
    ways: [
      { label: t("nav.search"), note: t("not-found.search"), href: href(PATHS.search) },
      { label: t("nav.home"), note: t("not-found.home"), href: href(PATHS.home) },
      { label: t("nav.actors"), note: t("not-found.actors"), href: href(PATHS.actors) },
      { label: t("nav.issues"), note: t("not-found.issues"), href: href(PATHS.issues) },
      { label: t("nav.demands"), note: t("not-found.demands"), href: href(PATHS.demands) },
      { label: t("nav.timeline"), note: t("not-found.timeline"), href: href(PATHS.timeline) },
      { label: t("nav.facts"), note: t("not-found.facts"), href: href(PATHS.facts) },
      { label: t("nav.sources"), note: t("not-found.sources"), href: href(PATHS.sources) },
    ],
  };
}
