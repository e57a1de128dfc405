/** The plain lists of facts: of the whole sheet, of each actor and of each issue. */
import type { Fact } from "../content/records.ts";
import type { Dossier } from "../model/dossier.ts";
import { type OutputPath, PATHS } from "./links.ts";
import type { Words } from "./locale/words.ts";
import { hasFactList } from "./views/actor.ts";
import { FACTS_ON_A_PAGE } from "./views/fact-list.ts";
import type { FrameOptions } from "./views/parts/frame.ts";
import { type ListPage, listPages } from "./views/parts/pager.ts";

/** One page of a list of facts. */
export interface FactListPage {
  readonly list: OutputPath;
  readonly part: ListPage<Fact>;
  readonly options: FrameOptions & { readonly note: string };
}

/** The pages of every list of facts, each newest first. An actor whose page shows all has no list. */
export function factListPages(dossier: Dossier, { t }: Pick<Words, "t">): readonly FactListPage[] {
  const pages = (
    list: OutputPath,
    facts: readonly Fact[],
    options: FactListPage["options"],
  ): readonly FactListPage[] =>
    listPages(list, facts, FACTS_ON_A_PAGE).map((part) => ({ list, part, options }));
  const all = [...dossier.facts.values()].map(({ fact }) => fact).reverse();
  return [
    ...pages(PATHS.facts, all, {
      title: t("facts.title"),
      description: t("facts.description"),
      note: t("facts.note", { count: all.length }),
    }),
    ...[...dossier.actors.values()].flatMap(({ actor, facts }) => {
      if (!hasFactList({ facts })) return [];
      const title = t("facts.of-actor", { actor: actor.name });
      return pages(PATHS.actorFacts(actor.id), facts, {
        title,
        description: title,
        note: t("facts.note", { count: facts.length }),
        parents: [
          { label: t("nav.actors"), path: PATHS.actors },
          { label: actor.name, path: PATHS.actor(actor.id) },
        ],
      });
    }),
    ...[...dossier.issues.values()].flatMap(({ issue, facts }) => {
      const title = t("facts.of-issue", { issue: issue.title });
      return pages(PATHS.issueFacts(issue.id), [...facts].reverse(), {
        title,
        description: title,
        note: t("facts.note", { count: facts.length }),
        parents: [
          { label: t("nav.issues"), path: PATHS.issues },
          { label: issue.title, path: PATHS.issue(issue.id) },
        ],
      });
    }),
  ];
}
