/** The schemas of everything in `content/` that is not a fact: site, actors, issues, sources, pages. */
import { z } from "zod";
import { allowances } from "./allowance.ts";
import * as scalar from "./scalars.ts";
import { ACTOR_KINDS, ACTOR_ROLES, SOURCE_TYPES } from "./vocabulary.ts";

/** `content/site.md`: the sheet itself. */
export const siteSchema = z.strictObject({
  title: scalar.text.describe("the name of the sheet"),
  question: scalar.text.describe("the question the dispute turns on"),
  summary: scalar.text.describe("the dispute in a few sentences"),
  language: scalar.optionalLanguage
    .transform((value) => value || "en")
    .describe("the language the sheet is written in"),
  url: scalar.optionalAddress.describe(
    "where the site will be found; needed for absolute addresses only",
  ),
  repository: scalar.optionalAddress.describe("where the sheet's files are kept"),
  contact: scalar.optionalText.describe(
    "whom to write to about mistakes: a mail address, a web address or words",
  ),
  allow: allowances.describe("warnings that are not told anywhere in the sheet, and why"),
});

/** `content/actors/<id>.md`: who speaks and acts. */
export const actorSchema = z.strictObject({
  name: scalar.text.describe("the name readers see"),
  kind: z.enum(ACTOR_KINDS).describe("what the actor is"),
  role: z.enum(ACTOR_ROLES).describe("its part in the dispute"),
  summary: scalar.text.describe("one sentence on its part in the dispute"),
  order: scalar.wholeNumber
    .optional()
    .transform((value) => value ?? 10_000)
    .describe("its place among actors of its role; equal numbers go by name"),
  flag: scalar.text
    .regex(/^[A-Z]{2}$/, "should be an ISO 3166-1 code of two capitals, such as UA")
    .meta({ form: "country" })
    .optional()
    .transform((value) => value ?? "")
    .describe("the state's flag"),
  wikidata: scalar.text
    .regex(/^Q[1-9]\d*$/, "should be a Wikidata id such as Q42")
    .meta({ form: "Wikidata id" })
    .optional()
    .transform((value) => value ?? "")
    .describe("its entry in Wikidata"),
  aliases: z
    .array(scalar.text)
    .optional()
    .transform((value) => value ?? [])
    .describe("other names for it in the sources"),
  members: scalar.optionalIds
    .describe("of a bloc: its members, ids of actors")
    .meta({ names: "actors" }),
  speaksFor: z
    .array(
      z.strictObject({
        actor: scalar.id.describe("the actor for whom it speaks").meta({ names: "actors" }),
        as: scalar.text.describe("the office: `President`"),
        from: scalar.optionalDate.describe("since when; without it, always"),
        until: scalar.optionalDate.describe("until when; without it, still"),
      }),
    )
    .optional()
    .transform((value) => value ?? [])
    .describe("the actors for whom it speaks"),
});

/** `content/issues/<id>.md`: what is in dispute, put so that one can support or oppose it. */
export const issueSchema = z.strictObject({
  title: scalar.text.describe("a few words"),
  question: scalar.text.describe(
    "the proposition, as a question that can be answered by yes or no",
  ),
  order: scalar.wholeNumber.describe("its place among the issues; equal numbers go by title"),
});

/** `content/sources/<id>.md`: a document in which facts were read. */
export const sourceSchema = z.strictObject({
  title: scalar.text.describe(
    "the title; in square brackets if it is yours and not the document's",
  ),
  publisher: scalar.optionalText.describe("who published it"),
  author: scalar.optionalText.describe("who wrote it"),
  published: scalar.date.describe("when it was published"),
  accessed: scalar.optionalDate.describe("when it was last read at its address"),
  url: scalar.optionalAddress.describe("where it can be read"),
  archived: scalar.optionalAddress.describe("where an archived copy can be read"),
  language: scalar.optionalLanguage
    .transform((value) => value || "en")
    .describe("the language it is written in"),
  type: z
    .enum(SOURCE_TYPES)
    .describe("what kind of document it is, as the Citation Style Language calls it"),
  origin: scalar.optionalId
    .describe("the source it was taken over from; the two then count as one origin")
    .meta({ names: "sources" }),
  fingerprint: scalar.optionalText.describe("proves that a passage stands in the document"),
  allow: allowances.describe("warnings about this source that are not told, and why"),
});

/** `content/pages/<id>.md`: a free page. */
export const pageSchema = z.strictObject({
  title: scalar.text.describe("the page's title"),
  summary: scalar.optionalText.describe("what it is about, in one sentence"),
});

/** The folders of `content/` and the schema of the files in each. Facts have one for each kind. */
export const COLLECTION_SCHEMAS = {
  actors: actorSchema,
  issues: issueSchema,
  sources: sourceSchema,
  pages: pageSchema,
} as const;
