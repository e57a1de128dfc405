/** How an actor's words on an issue changed, on its page. */
import type { Change } from "../../../model/dossier.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";
import { type Cut, newestOf } from "./cut.ts";
import { type IssueLink, issueLink } from "./names.ts";
import { type StatementView, statementView } from "./standings.ts";

/** Words before and after. */
export interface ChangeView {
  readonly issue: IssueLink;
  readonly change: string;
  readonly before: StatementView;
  readonly after: StatementView;
}

const CHANGE_WORDS: Readonly<Record<Change["change"], WordKey>> = {
  reiterated: "change.reiterated",
  hardened: "change.hardened",
  softened: "change.softened",
  reversed: "change.reversed",
  restated: "change.restated",
};

/** Of changes of words the newest; all its words are among its facts. */
const CHANGES: Cut = { whole: 8, shown: 6 };

/** Of changes those that the page shows, newest first. */
export function changesShown(changes: readonly Change[]): readonly Change[] {
  return newestOf(changes, CHANGES);
}

/** A change of an actor's words. */
export function changeView(
  scope: Scope,
  actor: string,
  { issue, before, after, change }: Change,
): ChangeView {
  return {
    issue: issueLink(scope, issue),
    change: scope.t(CHANGE_WORDS[change]),
    before: statementView(scope, before, actor),
    after: statementView(scope, after, actor),
  };
}
