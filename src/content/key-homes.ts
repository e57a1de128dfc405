/** Where each key belongs, so that a key in the wrong kind of file is told its home. */

import { COLLECTION_SCHEMAS, siteSchema } from "./schema/collections.ts";
import { FACT_SCHEMAS } from "./schema/fact.ts";
import { withArticle } from "./wording.ts";

/** Keys of a schema that is an object. */
export function keysOf(schema: { readonly shape: Readonly<Record<string, unknown>> }): string[] {
  return Object.keys(schema.shape);
}

const QUOTE_KEYS = keysOf(FACT_SCHEMAS.position.shape.quote.in.unwrap());

/** The home of a key, in words: "a demand or an offer", "the quote", "an actor"; empty if none has it. */
export function homeOfKey(key: string): string {
  const kinds = Object.entries(FACT_SCHEMAS).filter(([, schema]) => keysOf(schema).includes(key));
  const facts =
    kinds.length === Object.keys(FACT_SCHEMAS).length
      ? ["every fact"]
      : kinds.map(([kind]) => withArticle(kind));
  const collections = Object.entries(COLLECTION_SCHEMAS)
    .filter(([, schema]) => keysOf(schema).includes(key))
    .map(([folder]) => withArticle(folder.slice(0, -1)));
  const site = keysOf(siteSchema).includes(key) ? ["site.md"] : [];
  const quote = QUOTE_KEYS.includes(key) ? ["a fact's quote"] : [];
  return list([...facts, ...quote, ...collections, ...site]);
}

function list(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
