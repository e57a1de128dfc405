/** The collections of the admin page, one for each kind of file, made from the schemas of the content. */
import { siteSchema } from "../content/schema/collections.ts";
import { FACT_KINDS } from "../content/schema/fact.ts";
import { keysIn } from "../content/schema/keys.ts";
import { type Kind, type KindName, kindNamed } from "../scaffold/kinds.ts";
import { type Field, fieldsOf, type NamedFact } from "./fields.ts";

/** The name under which the page knows how content files are read and written. */
export const FORMAT = "standpoint-frontmatter";

/** A collection as Sveltia CMS is told of it. */
export interface AdminCollection {
  readonly name: string;
  readonly label: string;
  readonly fields?: readonly Field[];
  readonly files?: readonly {
    readonly fields: readonly Field[];
    readonly [option: string]: unknown;
  }[];
  readonly [option: string]: unknown;
}

/** How a new file is named from what it says; whoever writes it can change it. */
const SLUGS: Readonly<Record<KindName, string>> = {
  position: "{{by}}-on-{{issue}}",
  demand: "{{by}}-demands-{{says}}",
  offer: "{{by}}-offers-{{says}}",
  answer: "{{by}}-answers-{{answers}}",
  claim: "{{by}}-says-{{says}}",
  event: "{{says}}",
  absence: "no-answer-from-{{by}}-{{says}}",
  actor: "{{name}}",
  issue: "{{title}}",
  source: "{{publisher}}-{{published}}",
  page: "{{title}}",
};

/** What a file is told by in a list. */
const SUMMARIES = {
  facts: "{{date}} · {{says}}",
  actors: "{{name}}",
  issues: "{{title}}",
  sources: "{{title}} · {{publisher}}, {{published}}",
  pages: "{{title}}",
} as const;

/**
 * All collections. Each kind of fact is a collection of its own, since each has keys of its own; all lie in one
 * folder and are told apart by their `kind`.
 * @param contentPath the content folder as the repository knows it, such as `content`.
 */
export function collectionsOf(
  contentPath: string,
  facts: readonly NamedFact[],
): readonly AdminCollection[] {
  const of = (name: KindName): AdminCollection => collectionOf(kindNamed(name), contentPath, facts);
  return [
    ...FACT_KINDS.map(of),
    ...(["actor", "issue", "source", "page"] as const).map(of),
    siteOf(contentPath, facts),
  ];
}

function collectionOf(
  kind: Kind,
  contentPath: string,
  facts: readonly NamedFact[],
): AdminCollection {
  const { name, meaning, collection, keys, bodyNeeded } = kind;
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)}s`;
  const isFact = collection === "facts";
  return {
    name: isFact ? name : collection,
    label,
    label_singular: label.slice(0, -1),
    description: `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
    folder: `${contentPath}/${collection}`,
    ...(isFact
      ? { filter: { field: "kind", value: name }, nested: { depth: 9, subfolders: false } }
      : {}),
    format: FORMAT,
    extension: "md",
    create: true,
    // What was published is withdrawn or corrected; it does not vanish by a click.
    delete: false,
    slug: SLUGS[name],
    identifier_field: isFact ? "says" : name === "actor" ? "name" : "title",
    summary: SUMMARIES[collection],
    preview_path: `${collection === "pages" ? "" : `${collection}/`}{{filename}}/`,
    fields: [...fieldsOf(keys, facts), bodyField(bodyNeeded)],
  };
}

function siteOf(contentPath: string, facts: readonly NamedFact[]): AdminCollection {
  const file = {
    name: "site",
    label: "The sheet",
    file: `${contentPath}/site.md`,
    preview_path: "/",
    fields: [...fieldsOf(keysIn(siteSchema), facts), bodyField("")],
  };
  return { name: "sheet", label: "Sheet", format: FORMAT, files: [file] };
}

/** Markdown is written as it is: an editor that shows it formatted would write it anew, footnotes and all. */
function bodyField(needed: string): Field {
  return {
    name: "body",
    label: "Text",
    hint:
      needed === ""
        ? "Context, in Markdown. It is never needed to understand the rest."
        : `${needed.charAt(0).toUpperCase()}${needed.slice(1)}, in Markdown.`,
    widget: "markdown",
    required: needed !== "",
    modes: ["raw"],
    editor_components: [],
    use_emoji_autocomplete: false,
  };
}
