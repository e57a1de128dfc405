/** A JSON Schema for each kind of content file, made from the schemas that the content is read with. */
import { z } from "zod";
import { COLLECTION_SCHEMAS, siteSchema } from "../content/schema/collections.ts";
import {
  FACT_KIND_MEANINGS,
  FACT_KINDS,
  FACT_SCHEMAS,
  type FactKind,
} from "../content/schema/fact.ts";
import type { Form, Target } from "../content/schema/meta.ts";
import { FORMS, type JsonSchema, refTo } from "./forms.ts";

/** An id that can be named, and what a person knows it by. */
export interface NamedId {
  readonly id: string;
  readonly label: string;
}

/** The ids of one sheet, by collection. */
export type KnownIds = Readonly<Record<Target, readonly NamedId[]>>;

/** A JSON Schema and the name of its file without `.json`. */
export interface ContentSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/** What editors of VS Code's kind call what a word means. It is no keyword of JSON Schema, and others pass over it. */
export const MEANINGS_KEYWORD = "enumDescriptions";

const DRAFT = "http://json-schema.org/draft-07/schema#";

const OTHERS = [
  ["site", siteSchema, "site.md: the sheet itself"],
  ["actor", COLLECTION_SCHEMAS.actors, "An actor: who speaks and acts"],
  ["issue", COLLECTION_SCHEMAS.issues, "An issue: what is in dispute"],
  ["source", COLLECTION_SCHEMAS.sources, "A source: a document in which facts were read"],
  ["page", COLLECTION_SCHEMAS.pages, "A free page"],
] as const;

/**
 * The schemas of all kinds of file, `fact` for any kind of fact.
 * @param ids the ids of a sheet: references then take no others.
 */
export function contentSchemas(ids: KnownIds | null = null): ContentSchema[] {
  const facts = FACT_KINDS.map((kind) => [kind, convert(FACT_SCHEMAS[kind], ids)] as const);
  return [
    ...OTHERS.map(([name, schema, title]) => document(name, title, convert(schema, ids))),
    document("fact", "A fact of any kind", anyFact(Object.fromEntries(facts))),
    ...facts.map(([kind, schema]) => document(kind, titleOf(kind), schema)),
  ];
}

/** A schema as the text of its file. */
export function schemaText({ schema }: ContentSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function document(name: string, title: string, schema: JsonSchema): ContentSchema {
  const { definitions, ...rest } = schema;
  const forms = formsUsedIn(schema).map((form) => [refTo(form).replace(/.*\//, ""), FORMS[form]]);
  const all = { ...(isObject(definitions) ? definitions : {}), ...Object.fromEntries(forms) };
  return { name, schema: { $schema: DRAFT, title, ...rest, definitions: all } };
}

/** The forms that a schema refers to; lists of ids refer to single ones. */
function formsUsedIn(schema: JsonSchema): Form[] {
  const text = JSON.stringify(schema);
  const used = FORM_NAMES.filter((form) => text.includes(`"${refTo(form)}"`));
  return used.includes("ids") && !used.includes("id") ? ["id", ...used] : used;
}

const FORM_NAMES: readonly Form[] = [
  "text",
  "date",
  "id",
  "ids",
  "number",
  "switch",
  "address",
  "language",
  "country",
  "Wikidata id",
];

function isObject(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}

function titleOf(kind: FactKind): string {
  return `${kind}: ${FACT_KIND_MEANINGS[kind]}`;
}

/** The kind chooses: one branch is told of, and not what each of the seven would have said. */
function anyFact(kinds: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const kind = {
    enum: FACT_KINDS,
    description: "what the fact is",
    [MEANINGS_KEYWORD]: FACT_KINDS.map((each) => FACT_KIND_MEANINGS[each]),
  };
  return {
    type: "object",
    properties: { kind },
    required: ["kind"],
    allOf: FACT_KINDS.map((each) => ({
      if: { properties: { kind: { const: each } }, required: ["kind"] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: { $ref: `#/definitions/${each}` },
    })),
    definitions: kinds,
  };
}

function convert(schema: z.core.$ZodType, ids: KnownIds | null): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: "input",
    target: "draft-07",
    unrepresentable: "any",
    override: ({ jsonSchema }) => settle(jsonSchema, ids),
  });
  const { $schema: _draft, ...rest } = made;
  return rest;
}

/** Puts a form's own schema in the place of what zod makes of its text, and takes out what JSON Schema has no word for. */
function settle(made: z.core.JSONSchema.BaseSchema, ids: KnownIds | null): void {
  const { form, names, meanings } = z
    .object({
      form: z.string().optional(),
      names: z.enum(["actors", "issues", "sources", "facts"]).optional(),
      meanings: z.record(z.string(), z.string()).optional(),
    })
    .parse(made);
  for (const key of ["form", "names", "meanings"]) delete made[key];
  const known = FORM_NAMES.find((name) => name === form);
  if (known) {
    for (const key of ["type", "pattern", "minLength", "anyOf", "enum"]) delete made[key];
    made.allOf = [withIds(known, names && ids ? ids[names] : [])];
  }
  if (made.enum && meanings) {
    made[MEANINGS_KEYWORD] = made.enum.map((word) => meanings[String(word)]);
  }
}

function withIds(form: Form, known: readonly NamedId[]): JsonSchema {
  if (known.length === 0) return { $ref: refTo(form) };
  const one: JsonSchema = {
    enum: known.flatMap(({ id }) => readings(id)),
    [MEANINGS_KEYWORD]: known.flatMap(({ id, label }) => readings(id).map(() => label)),
  };
  return form === "ids" ? { anyOf: [one, { type: "array", items: one, minItems: 1 }] } : one;
}

/** An id of digits alone is a number to a reader of YAML's core schema. */
function readings(id: string): (string | number)[] {
  return /^(?:0|[1-9]\d*)$/.test(id) ? [id, Number(id)] : [id];
}
