/** The search page: a form that a script makes work, and the ways to browse for those without it. */
import { compareText } from "../../content/dates.ts";
import { FACT_KINDS } from "../../content/schema/fact.ts";
import { ANSWERS, STANCES } from "../../content/schema/vocabulary.ts";
import { GLYPHS, type Glyph } from "../glyphs.ts";
import { jsonInHtml } from "../json-in-html.ts";
import { PATHS } from "../links.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { kindText } from "./parts/fact-lines.ts";
import { type Frame, frameOf } from "./parts/frame.ts";
import { answerMark, stanceMark } from "./parts/marks.ts";

/** A choice of a filter. */
export interface SearchChoice {
  readonly value: string;
  readonly label: string;
}

/** The search page. */
export interface SearchView {
  readonly frame: Frame;
  /** Signs that the script may show. */
  readonly glyphs: readonly Glyph[];
  readonly title: string;
  readonly note: string;
  /** `false` where the site is built without an index. */
  readonly hasIndex: boolean;
  readonly script: string;
  /** The index's first file. */
  readonly index: string;
  readonly filters: readonly {
    readonly name: "kind" | "actor" | "issue";
    readonly label: string;
    readonly any: string;
    readonly choices: readonly SearchChoice[];
  }[];
  /** The earliest and the latest day to choose; empty for a sheet without facts. */
  readonly first: string;
  readonly last: string;
  /** What the script needs to know, as JSON that may stand in a script element. */
  readonly settings: string;
  readonly ways: readonly {
    readonly label: string;
    readonly note: string;
    readonly href: string;
  }[];
}

/** Makes the view of the search page. */
export function searchView(scope: Scope): SearchView {
  const { t, href, context, dossier } = scope;
  const days = [...dossier.facts.values()]
    .flatMap(({ fact: { date } }) =>
      date.precision === "before" ? [date.last] : [date.first, date.last],
    )
    .sort(compareText);
  return {
    glyphs: GLYPHS,
    frame: frameOf(scope, {
      title: t("search.title"),
      description: t("search.description"),
      facts: [],
    }),
    title: t("search.title"),
    note: t("search.description"),
    hasIndex: context.search,
    script: href(context.assets.searchScript),
    index: href(PATHS.searchIndex),
    filters: [
      {
        name: "kind",
        label: t("search.kind"),
        any: t("search.kind.any"),
        choices: kindChoices(scope),
      },
      {
        name: "actor",
        label: t("search.actor"),
        any: t("search.actor.any"),
        choices: [...dossier.actors.values()].map(({ actor }) => ({
          value: actor.id,
          label: actor.name,
        })),
      },
      {
        name: "issue",
        label: t("search.issue"),
        any: t("search.issue.any"),
        choices: [...dossier.issues.values()].map(({ issue }) => ({
          value: issue.id,
          label: issue.title,
        })),
      },
    ],
    first: days[0] ?? "",
    last: days.at(-1) ?? "",
    settings: settingsOf(scope),
    ways: [
      { label: t("nav.actors"), note: t("actors.description"), href: href(PATHS.actors) },
      { label: t("nav.issues"), note: t("issues.description"), href: href(PATHS.issues) },
      { label: t("nav.facts"), note: t("facts.description"), href: href(PATHS.facts) },
      { label: t("nav.sources"), note: t("sources.description"), href: href(PATHS.sources) },
      { label: t("nav.timeline"), note: t("timeline.description"), href: href(PATHS.timeline) },
    ],
  };
}

/** The kinds of fact that the sheet has, then what else can be found. */
function kindChoices(scope: Scope): readonly SearchChoice[] {
  const { t, dossier, numbers } = scope;
  const facts = [...dossier.facts.values()].map(({ fact }) => fact);
  const others: readonly (readonly [value: string, label: WordKey, has: boolean])[] = [
    ["quote", "search.kind.quote", numbers.quotes > 0],
    ["actor", "search.actor", dossier.actors.size > 0],
    ["issue", "search.issue", dossier.issues.size > 0],
    ["source", "source.kicker", dossier.sources.size > 0],
    ["page", "search.kind.page", dossier.pages.size > 0],
  ];
  return [
    ...FACT_KINDS.filter((kind) => facts.some((fact) => fact.kind === kind)).map((kind) => ({
      value: kind,
      label: kindText(scope, { kind }),
    })),
    ...others.flatMap(([value, label, has]) => (has ? [{ value, label: t(label) }] : [])),
  ];
}

/** Strings and marks for the script. */
function settingsOf(scope: Scope): string {
  const { t, href } = scope;
  const marks = [
    ...STANCES.map((stance) => stanceMark(scope, stance)),
    ...ANSWERS.map((answer) => answerMark(scope, answer)),
  ];
  const settings = {
    root: href(""),
    index: href(PATHS.searchIndex),
    marks: Object.fromEntries(marks.map(({ word, glyph, tone }) => [word, [glyph, tone]])),
    words: {
      count: t("search.count", { count: "{count}" }),
      none: t("search.none"),
      wait: t("search.wait"),
      failed: t("search.failed"),
      fromDisk: t("search.from-disk"),
      open: t("quote.open"),
      close: t("quote.close"),
    },
  };
  return jsonInHtml(settings);
}
