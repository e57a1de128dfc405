/** The schemas of everything in `content/` that is not a fact: site, actors, issues, sources, pages. */
import { z } from "zod";
import * as scalar from "./scalars.ts";
import { ACTOR_KINDS, ACTOR_ROLES, SOURCE_TYPES } from "./vocabulary.ts";

/** `content/site.md`: the sheet itself. */
export const siteSchema = z.strictObject({
  title: scalar.text,
  question: scalar.text,
  summary: scalar.text,
  language: scalar.optionalLanguage.transform((value) => value || "en"),
  url: scalar.optionalAddress,
  repository: scalar.optionalAddress,
  contact: scalar.optionalText,
});

/** `content/actors/<id>.md`: who speaks and acts. */
export const actorSchema = z.strictObject({
  name: scalar.text,
  kind: z.enum(ACTOR_KINDS),
  role: z.enum(ACTOR_ROLES),
  summary: scalar.text,
  /** Position in lists of actors; actors without one follow, by name. */
  order: scalar.wholeNumber.optional().transform((value) => value ?? 10_000),
  flag: scalar.text
    .regex(/^[A-Z]{2}$/, "should be an ISO 3166-1 code of two capitals, such as UA")
    .optional()
    .transform((value) => value ?? ""),
  wikidata: scalar.text
    .regex(/^Q[1-9]\d*$/, "should be a Wikidata id such as Q42")
    .optional()
    .transform((value) => value ?? ""),
  aliases: z
    .array(scalar.text)
    .optional()
    .transform((value) => value ?? []),
  members: scalar.optionalIds,
  speaksFor: z
    .array(
      z.strictObject({
        actor: scalar.id,
        as: scalar.text,
        from: scalar.optionalDate,
        until: scalar.optionalDate,
      }),
    )
    .optional()
    .transform((value) => value ?? []),
});

/** `content/issues/<id>.md`: what is in dispute, put so that one can support or oppose it. */
export const issueSchema = z.strictObject({
  title: scalar.text,
  question: scalar.text,
  order: scalar.wholeNumber,
});

/** `content/sources/<id>.md`: a document in which facts were read. */
export const sourceSchema = z.strictObject({
  title: scalar.text,
  publisher: scalar.optionalText,
  author: scalar.optionalText,
  published: scalar.date,
  accessed: scalar.optionalDate,
  url: scalar.optionalAddress,
  archived: scalar.optionalAddress,
  language: scalar.optionalLanguage.transform((value) => value || "en"),
  type: z.enum(SOURCE_TYPES),
  origin: scalar.optionalId,
  fingerprint: scalar.optionalText,
});

/** `content/pages/<id>.md`: a free page. */
export const pageSchema = z.strictObject({
  title: scalar.text,
  summary: scalar.optionalText,
});

/** The folders of `content/` and the schema of the files in each. Facts have one for each kind. */
export const COLLECTION_SCHEMAS = {
  actors: actorSchema,
  issues: issueSchema,
  sources: sourceSchema,
  pages: pageSchema,
} as const;
