/** The seven kinds of fact. Keys and values are those of the content model in `docs/reference/content-model.md`. */
import { z } from "zod";
import * as scalar from "./scalars.ts";
import { ANSWERS, CERTAINTIES, CHANGES, STANCES, TRANSLATORS } from "./vocabulary.ts";

const quote = z.strictObject({
  text: scalar.text,
  /** The words around it in the source, where the quote alone stands there more than once: for its link. */
  within: scalar.optionalText,
  speaker: scalar.optionalId,
  where: scalar.optionalText,
  language: scalar.optionalLanguage,
  /** The language in which it was said, where `text` is itself a translation. */
  originalLanguage: scalar.optionalLanguage,
  translation: scalar.optionalText,
  translator: z
    .enum(TRANSLATORS)
    .optional()
    .transform((value) => value ?? null),
  /** The source in which the translation was published, against which it is checked. */
  translationSource: scalar.optionalId,
  /** The source the quote stands in, where the fact names several. */
  source: scalar.optionalId,
});

const correction = z.strictObject({ date: scalar.date, note: scalar.text });

const common = {
  says: scalar.text,
  date: scalar.date,
  by: scalar.id,
  source: scalar.ids,
  quote: quote.optional().transform((value) => value ?? null),
  certainty: z
    .enum(CERTAINTIES)
    .optional()
    .transform((value) => value ?? "stated"),
  /** Facts of the same date that the source says came before this one. */
  after: scalar.optionalIds,
  recorded: scalar.optionalDate,
  corrections: z
    .array(correction)
    .optional()
    .transform((value) => value ?? []),
  draft: scalar.optionalSwitch,
};

const position = z.strictObject({
  kind: z.literal("position"),
  ...common,
  issue: scalar.id,
  stance: z.enum(STANCES),
  if: scalar.optionalText,
  until: scalar.optionalDate,
  replaces: scalar.optionalId,
  change: z
    .enum(CHANGES)
    .optional()
    .transform((value) => value ?? null),
});

const demand = z.strictObject({
  kind: z.literal("demand"),
  ...common,
  issue: scalar.id,
  to: scalar.ids,
  deadline: scalar.optionalDate,
  otherwise: scalar.optionalText,
});

const offer = z.strictObject({
  kind: z.literal("offer"),
  ...common,
  issue: scalar.id,
  to: scalar.ids,
  deadline: scalar.optionalDate,
  if: scalar.optionalText,
});

const answer = z.strictObject({
  kind: z.literal("answer"),
  ...common,
  issue: scalar.optionalId,
  answers: scalar.id,
  answer: z.enum(ANSWERS),
  if: scalar.optionalText,
});

const claim = z.strictObject({
  kind: z.literal("claim"),
  ...common,
  issue: scalar.optionalId,
  contradicts: scalar.optionalIds,
});

const event = z.strictObject({
  kind: z.literal("event"),
  ...common,
  by: scalar.optionalId,
  issue: scalar.optionalId,
  involves: scalar.optionalIds,
  place: scalar.optionalText,
});

const absence = z.strictObject({
  kind: z.literal("absence"),
  ...common,
  issue: scalar.optionalId,
  /** The demand or offer to which no answer was found. */
  regarding: scalar.optionalId,
  searched: scalar.date,
  in: scalar.text,
});

/** The schema of each kind of fact. */
export const FACT_SCHEMAS = { position, demand, offer, answer, claim, event, absence } as const;

/** A kind of fact. */
export type FactKind = keyof typeof FACT_SCHEMAS;

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
