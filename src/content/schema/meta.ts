/**
 * What a schema says of a key beside its shape: what the key means (zod's own `description`), in which
 * form its value is written, which files it names and what its words mean. The reference, the comments
 * of `standpoint new`, the JSON Schemas and the snippets all take it from here.
 */
import "zod";

/** How a value is written: the forms that `docs/reference/content-model.md` explains. */
export type Form =
  | "text"
  | "date"
  | "id"
  | "ids"
  | "list of texts"
  | "number"
  | "switch"
  | "address"
  | "language"
  | "country"
  | "Wikidata id"
  | "keys"
  | "list of keys"
  | "word";

/** The collections whose files can be named by their ids. */
export type Target = "actors" | "issues" | "sources" | "facts";

declare module "zod" {
  interface GlobalMeta {
    /** How the value is written. */
    form?: Form;
    /** The collection whose ids it takes. */
    names?: Target;
    /** What each of its words means. */
    meanings?: Readonly<Record<string, string>>;
  }
}
