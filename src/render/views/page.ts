/** A free page, such as About or Method. */
import type { Page } from "../../content/records.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** A free page. */
export interface PageView {
  readonly frame: Frame;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
}

/** Makes the view of a free page. */
export function pageView(scope: Scope, page: Page): PageView {
  return {
    frame: frameOf(scope, {
      title: page.title,
      description: page.summary || page.title,
      file: page,
      facts: [],
    }),
    title: page.title,
    summary: page.summary,
    body: scope.context.markdown(page.body, 2, scope.href),
  };
}
