/** The words of a sheet explained, in groups. */
import { ANSWERS, CERTAINTIES, STANCES } from "../../content/schema/vocabulary.ts";
import { PATHS } from "../links.ts";
import type { WordKey } from "../locale/words.ts";
import type { Scope } from "../scope.ts";
import { type Frame, frameOf } from "./parts/frame.ts";

/** The glossary. */
export interface GlossaryView {
  readonly frame: Frame;
  readonly title: string;
  readonly note: string;
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly terms: readonly Term[];
  }[];
}

/** One word. Pages link to it by its id. */
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
}

/** Words that are explained here alone; each has two strings. */
type OwnTerm =
  | "actor"
  | "issue"
  | "source"
  | "position"
  | "demand"
  | "offer"
  | "answer"
  | "claim"
  | "event"
  | "absence"
  | "stance"
  | "agreement"
  | "change"
  | "certainty"
  | "quotation"
  | "origin"
  | "as-of"
  | "correction";

const CHANGES = ["hardened", "softened", "reversed", "reiterated", "restated"] as const;

/** Makes the view of the glossary. */
export function glossaryView(scope: Scope): GlossaryView {
  const { t } = scope;
  const own = (id: OwnTerm): Term => ({
    id,
    term: t(`glossary.${id}`),
    meaning: t(`glossary.${id}.meaning`),
  });
  const word = (id: string, term: WordKey, meaning: WordKey): Term => ({
    id,
    term: t(term),
    // Words of a legend, here a sentence.
    meaning: `${t(meaning)}.`,
  });
  const group = (
    id: string,
    title: WordKey,
    terms: readonly Term[],
  ): GlossaryView["groups"][number] => ({ id, title: t(title), terms });
  return {
    frame: frameOf(scope, {
      title: t("glossary.title"),
      description: t("glossary.description"),
      facts: [],
    }),
    title: t("glossary.title"),
    note: t("glossary.description"),
    groups: [
      group("sheet", "glossary.sheet", [own("actor"), own("issue"), own("source"), own("as-of")]),
      group("kinds", "glossary.kinds", [
        own("position"),
        own("demand"),
        own("offer"),
        own("answer"),
        own("claim"),
        own("event"),
        own("absence"),
      ]),
      group("stances", "glossary.stances", [
        own("stance"),
        ...STANCES.map((stance) => word(stance, `stance.${stance}`, `legend.${stance}`)),
        word("conflict", "stance.conflict", "legend.conflict"),
        word("none", "stance.none", "legend.none"),
        own("agreement"),
      ]),
      group("answers", "glossary.answers", [
        ...ANSWERS.map((answer) =>
          word(`answer-${answer}`, `answer.${answer}`, `glossary.answer.${answer}`),
        ),
        word("answer-none", "answer.none", "glossary.answer.none"),
      ]),
      group("changes", "glossary.changes", [
        own("change"),
        ...CHANGES.map((change) => word(change, `change.${change}`, `glossary.change.${change}`)),
      ]),
      group("sureness", "glossary.sureness", [
        own("certainty"),
        ...CERTAINTIES.map((certainty) =>
          word(certainty, `certainty.${certainty}`, `certainty.${certainty}.meaning`),
        ),
        own("quotation"),
        own("origin"),
        own("correction"),
      ]),
    ],
  };
}

/** Where the words are explained. */
export function glossaryHref({ href }: Pick<Scope, "href">): string {
  return href(PATHS.glossary);
}
