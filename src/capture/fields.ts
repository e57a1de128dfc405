/** The keys of a captured source: what the document says, what the file has, what the editor says. */
import { withoutRefused } from "../content/honest-text.ts";
import type { CapturedDocument } from "./document.ts";
import type { SourceFields, SourceFile, SourceKey } from "./source-file.ts";

/** A value that the editor's file has and the document gives otherwise. */
export interface KeptValue {
  readonly key: SourceKey;
  readonly inFile: string;
  readonly inDocument: string;
}

/** A title that says there is none; a source must have one, and none is made up. */
const NO_TITLE = "[untitled]";

/** Keys that every source should have. */
const WANTED = ["title", "publisher", "published", "url", "language", "type"] as const;

/** Where values come from. */
interface Origins {
  readonly document: CapturedDocument;
  readonly file: SourceFile | undefined;
  readonly fields: SourceFields;
  readonly today: string | undefined;
}

/** The keys of a source, and what the editor should know of them. */
export interface SettledFields {
  readonly fields: SourceFields;
  /** Keys that nobody gave; where a source must have them, something is there that says so. */
  readonly missing: readonly SourceKey[];
  readonly kept: readonly KeptValue[];
}

/** Settles every key: the editor goes before the file, and the file before the document. */
export function settleFields({ document, file, fields, today }: Origins): SettledFields {
  const stated = given(statedBy(document));
  const inFile = withoutPlaceholders(file?.fields ?? {});
  const known: SourceFields = { ...stated, ...inFile, ...fields };
  // "On this day or before": all that is known of a text without a date.
  const bound = today === undefined ? {} : { published: `../${today}` };
  return {
    fields: { title: NO_TITLE, ...bound, type: "webpage", ...known },
    missing: WANTED.filter((key) => known[key] === undefined),
    kept: keptValues(inFile, stated, fields),
  };
}

/** What a document says of itself, as keys of a source. */
function statedBy({ metadata }: CapturedDocument): Partial<Record<SourceKey, string | undefined>> {
  const { title, publisher, author, published, language, url, isArticle } = metadata;
  const type = isArticle ? "article-newspaper" : undefined;
  return { title, publisher, author, published, url, language, type };
}

function given(fields: Readonly<Partial<Record<SourceKey, string | undefined>>>): SourceFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, withoutRefused(value)]],
    ),
  );
}

/** A placeholder of an earlier capture and an empty value give way to what is found now. */
function withoutPlaceholders(fields: SourceFields): SourceFields {
  const values = Object.entries(fields).filter(([, value]) => value !== "" && value !== NO_TITLE);
  return Object.fromEntries(values);
}

/** The fields that are not already so in the file. */
export function changedFields(fields: SourceFields, inFile: SourceFields): SourceFields {
  const present = new Map(Object.entries(inFile));
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => present.get(key) !== value),
  );
}

function keptValues(
  inFile: SourceFields,
  stated: SourceFields,
  fields: SourceFields,
): readonly KeptValue[] {
  const keys = ["title", "publisher", "author", "published", "url", "language"] as const;
  return keys.flatMap((key) => {
    const [own, other] = [inFile[key] ?? "", stated[key] ?? ""];
    if (own === "" || other === "" || own === other || fields[key] !== undefined) return [];
    // A title in square brackets is the editor's own.
    return own.startsWith("[") ? [] : [{ key, inFile: own, inDocument: other }];
  });
}
