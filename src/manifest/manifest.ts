/** What a site says of the facts that it publishes, so that a later version can be held against it. */
import { hash } from "node:crypto";
import { z } from "zod";
import { compareText } from "../content/dates.ts";
import type { Fact } from "../content/records.ts";
import type { Dossier } from "../model/dossier.ts";
import { canonicalText, isEmpty } from "./canonical.ts";

/** Where the manifest lies in a site. */
export const MANIFEST_PATH = "published.json";

const FORMAT = "standpoint-published/1";

const publishedFact = z.object({
  kind: z.string(),
  by: z.string().default(""),
  says: z.string(),
  /** The words of its quote. */
  quote: z.string().default(""),
  date: z.string(),
  /** A mark of each correction, in order. */
  corrections: z.array(z.string()).default([]),
  withdrawn: z.boolean().default(false),
  /** A mark of everything else that the fact's file says. */
  hash: z.string(),
});

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  title: z.string(),
  asOf: z.string(),
  facts: z.record(z.string(), publishedFact),
  /** Ids under which facts were published before, and their ids now. */
  former: z.record(z.string(), z.string()).default({}),
});

/** A fact as it was published. */
export type PublishedFact = z.output<typeof publishedFact>;
/** What was published. */
export type Manifest = z.output<typeof manifestSchema>;

/** The manifest of a dossier. */
export function manifestOf(dossier: Dossier): Manifest {
  const facts = [...dossier.named.facts.values(), ...dossier.withdrawn.values()].sort((a, b) =>
    compareText(a.id, b.id),
  );
  return {
    format: FORMAT,
    title: dossier.site.title,
    asOf: dossier.asOf,
    facts: Object.fromEntries(facts.map((fact) => [fact.id, publishedFactOf(fact)])),
    former: Object.fromEntries(
      [...dossier.formerIds]
        .map(([id, fact]) => [id, fact.id] as const)
        .sort(([a], [b]) => compareText(a, b)),
    ),
  };
}

/** A fact as the manifest has it. */
export function publishedFactOf(fact: Fact): PublishedFact {
  return {
    kind: fact.kind,
    by: fact.by ?? "",
    says: fact.says,
    quote: fact.quote?.text ?? "",
    date: fact.date.text,
    corrections: fact.corrections.map(correctionMark),
    withdrawn: fact.withdrawn !== null,
    hash: mark(fact),
  };
}

/** A mark of a correction: another note, or another day, has another. */
export function correctionMark({ date, note }: Fact["corrections"][number]): string {
  return shortHash(`${date.text} ${note}`, 8);
}

/** A mark of what a fact says. Keys that say nothing are left out, so that a new key of the model changes no mark. */
function mark({ id: _id, path: _path, corrections: _corrections, withdrawn: _w, ...keys }: Fact) {
  return shortHash(canonicalText(keys), 16);
}

function shortHash(text: string, length: number): string {
  return hash("sha256", text).slice(0, length);
}

/** The manifest as a file: one fact a line, so that two versions can be compared by any tool. */
export function writeManifest({ format, title, asOf, facts, former }: Manifest): string {
  const lines = Object.entries(facts).map(
    ([id, fact]) => `  ${JSON.stringify(id)}: ${JSON.stringify(fact, omitDefaults)}`,
  );
  const head = Object.entries({ format, title, asOf, former }).map(
    ([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${head.join(",\n")},\n "facts": {\n${lines.join(",\n")}\n }\n}\n`;
}

/** What reading supplies is not written. */
function omitDefaults(_key: string, value: unknown): unknown {
  return isEmpty(value) ? undefined : value;
}

/** Reads a manifest, or says what is wrong with it. */
export function parseManifest(text: string): Manifest | { readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "is not JSON" };
  }
  const result = manifestSchema.safeParse(value);
  if (result.success) return result.data;
  const format = z.object({ format: z.string() }).safeParse(value);
  if (format.success && format.data.format !== FORMAT)
    return { fault: `has the format "${format.data.format}", and this version reads "${FORMAT}"` };
  return { fault: "is not a list of published facts" };
}
