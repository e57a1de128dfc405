/** The seven kinds of fact. Keys and values are those of the content model in `docs/reference/content-model.md`. */
import { z } from "zod";
import { allowances } from "./allowance.ts";
import * as scalar from "./scalars.ts";
import {
  ANSWER_MEANINGS,
  ANSWERS,
  CERTAINTIES,
  CERTAINTY_MEANINGS,
  CHANGE_MEANINGS,
  CHANGES,
  STANCE_MEANINGS,
  STANCES,
  TRANSLATOR_MEANINGS,
  TRANSLATORS,
} from "./vocabulary.ts";

const quote = z.strictObject({
  text: scalar.text.describe("the words, exactly as the source prints them"),
  within: scalar.optionalText.describe(
    "the words around it in the source, where the quote alone stands there more than once; the link into the source is made of them, and they are not shown",
  ),
  speaker: scalar.optionalId
    .describe("the actor whose words they are, if not the fact's own")
    .meta({ names: "actors" }),
  where: scalar.optionalText.describe("where they were said: `speech in parliament`"),
  language: scalar.optionalLanguage.describe("the language of `text`, if not that of the source"),
  originalLanguage: scalar.optionalLanguage.describe(
    "the language in which it was said, where `text` is a translation",
  ),
  translation: scalar.optionalText.describe("a translation of `text`"),
  translator: z
    .enum(TRANSLATORS)
    .optional()
    .transform((value) => value ?? null)
    .describe("who made the translation; required with `translation`")
    .meta({ meanings: TRANSLATOR_MEANINGS }),
  translationSource: scalar.optionalId
    .describe("the source in which the translation was published, and with which it is compared")
    .meta({ names: "sources" }),
  source: scalar.optionalId
    .describe("the source in which the words stand, where the fact has several")
    .meta({ names: "sources" }),
});

const correction = z.strictObject({
  date: scalar.date.describe("when it was corrected"),
  note: scalar.text.describe("what was wrong and what it was changed to"),
});

const withdrawal = z.strictObject({
  date: scalar.date.describe("when it was taken back"),
  note: scalar.text.describe("why"),
});

const common = {
  says: scalar.text.describe("the fact in one sentence, in your words"),
  date: scalar.date.describe("when it was said or happened"),
  source: scalar.ids.describe("the sources in which it was read").meta({ names: "sources" }),
  quote: quote
    .optional()
    .transform((value) => value ?? null)
    .describe("the words themselves"),
  certainty: z
    .enum(CERTAINTIES)
    .optional()
    .transform((value) => value ?? "stated")
    .describe("how well it is established")
    .meta({ meanings: CERTAINTY_MEANINGS }),
  after: scalar.optionalIds
    .describe("facts of the same date that, by the source, came before this one")
    .meta({ names: "facts" }),
  recorded: scalar.optionalDate.describe("when it was entered in the sheet"),
  corrections: z
    .array(correction)
    .optional()
    .transform((value) => value ?? [])
    .describe("what was wrong in it and was put right"),
  formerly: scalar.optionalIds.describe(
    "ids under which it was published before; their addresses lead here",
  ),
  withdrawn: withdrawal
    .optional()
    .transform((value) => value ?? null)
    .describe("that it was taken back after it was published"),
  allow: allowances.describe("warnings about this fact that are not told, and why"),
  draft: scalar.optionalSwitch.describe(
    "not published yet: left out of the site unless `--drafts` is given",
  ),
};

const actor = scalar.id.meta({ names: "actors" });
const optionalActor = scalar.optionalId.meta({ names: "actors" });
const actors = scalar.ids.meta({ names: "actors" });
const issue = scalar.id.meta({ names: "issues" });
const optionalIssue = scalar.optionalId.meta({ names: "issues" });

const position = z.strictObject({
  kind: z.literal("position"),
  ...common,
  by: actor.describe("the actor whose position it is"),
  issue: issue.describe("the issue it is about"),
  stance: z
    .enum(STANCES)
    .describe("how it stands to the issue's question")
    .meta({ meanings: STANCE_MEANINGS }),
  if: scalar.optionalText.describe("the condition"),
  until: scalar.optionalDate.describe("the last day on which it holds"),
  replaces: scalar.optionalId
    .describe("an earlier position of the same actor on the same issue that it takes the place of")
    .meta({ names: "facts" }),
  change: z
    .enum(CHANGES)
    .optional()
    .transform((value) => value ?? null)
    .describe("how it relates to the one before")
    .meta({ meanings: CHANGE_MEANINGS }),
});

const demand = z.strictObject({
  kind: z.literal("demand"),
  ...common,
  by: actor.describe("the actor that asks"),
  to: actors.describe("the actors that are asked"),
  issue: issue.describe("the issue it is about"),
  deadline: scalar.optionalDate.describe("by when"),
  otherwise: scalar.optionalText.describe("the consequence announced if it is not met"),
});

const offer = z.strictObject({
  kind: z.literal("offer"),
  ...common,
  by: actor.describe("the actor that offers"),
  to: actors.describe("the actors to which it is offered"),
  issue: issue.describe("the issue it is about"),
  deadline: scalar.optionalDate.describe("until when it stands"),
  if: scalar.optionalText.describe("the condition"),
});

const answer = z.strictObject({
  kind: z.literal("answer"),
  ...common,
  by: actor.describe("the actor that answered"),
  answers: scalar.id.describe("the demand or the offer").meta({ names: "facts" }),
  answer: z.enum(ANSWERS).describe("what the answer was").meta({ meanings: ANSWER_MEANINGS }),
  if: scalar.optionalText.describe("the condition"),
  issue: optionalIssue.describe("the issue, if not that of the demand or the offer"),
});

const claim = z.strictObject({
  kind: z.literal("claim"),
  ...common,
  by: actor.describe("the actor whose statement it is"),
  issue: optionalIssue.describe("the issue it bears on"),
  contradicts: scalar.optionalIds.describe("facts that it contradicts").meta({ names: "facts" }),
});

const event = z.strictObject({
  kind: z.literal("event"),
  ...common,
  by: optionalActor.describe("the actor that did it"),
  issue: optionalIssue.describe("the issue it bears on"),
  involves: scalar.optionalIds.describe("other actors that it concerned").meta({ names: "actors" }),
  place: scalar.optionalText.describe("where"),
});

const absence = z.strictObject({
  kind: z.literal("absence"),
  ...common,
  by: actor.describe("the actor of whom nothing was found"),
  issue: optionalIssue.describe("the issue, if not that of `regarding`"),
  regarding: scalar.optionalId
    .describe("the demand or the offer to which no answer was found")
    .meta({ names: "facts" }),
  searched: scalar.date.describe("when it was looked for"),
  in: scalar.text.describe("where it was looked for"),
});

/** The schema of each kind of fact. */
export const FACT_SCHEMAS = { position, demand, offer, answer, claim, event, absence } as const;

/** A kind of fact. */
export type FactKind = keyof typeof FACT_SCHEMAS;

/** What each kind of fact is. */
export const FACT_KIND_MEANINGS = {
  position: "what an actor says it is for or against",
  demand: "what an actor asks of others",
  offer: "what an actor says it would do",
  answer: "the reply to a demand or an offer",
  claim: "a contested statement about the world",
  event: "what happened",
  absence: "what was looked for and not found",
} as const satisfies Record<FactKind, string>;

/** The kinds of fact, in the order in which pages list them. */
export const FACT_KINDS = [
  "position",
  "demand",
  "offer",
  "answer",
  "claim",
  "event",
  "absence",
] as const satisfies readonly FactKind[];

/** The schema of any fact: the value of `kind` chooses among the seven. */
export const factSchema = z.discriminatedUnion("kind", [
  position,
  demand,
  offer,
  answer,
  claim,
  event,
  absence,
]);
