/** The kinds of file that `standpoint new` writes, each with its keys in the order of a well-kept file. */
import type { Collection } from "../content/file-names.ts";
import { COLLECTION_SCHEMAS } from "../content/schema/collections.ts";
import {
  FACT_KIND_MEANINGS,
  FACT_KINDS,
  FACT_SCHEMAS,
  type FactKind,
} from "../content/schema/fact.ts";
import { type Key, keysIn } from "../content/schema/keys.ts";

/** The names of the kinds. */
export const KIND_NAMES = [...FACT_KINDS, "actor", "issue", "source", "page"] as const;

/** The name of a kind. */
export type KindName = (typeof KIND_NAMES)[number];

/** A kind of file. */
export interface Kind {
  readonly name: KindName;
  /** What it holds, a phrase. */
  readonly meaning: string;
  readonly collection: Exclude<Collection, "site">;
  /** All its keys, in the order in which they are written. */
  readonly keys: readonly Key[];
  /** What its body must say; empty where the body may be empty. */
  readonly bodyNeeded: string;
}

const OTHER_KINDS = {
  actor: { collection: "actors", meaning: "who speaks and acts", bodyNeeded: "" },
  issue: {
    collection: "issues",
    meaning: "what is in dispute, as a question of yes or no",
    bodyNeeded: "what is at stake",
  },
  source: { collection: "sources", meaning: "a document in which facts were read", bodyNeeded: "" },
  page: {
    collection: "pages",
    meaning: "a free page, such as one about the sheet",
    bodyNeeded: "the text of the page",
  },
} as const satisfies Record<Exclude<KindName, FactKind>, object>;

/**
 * The order of a fact's keys: what it is and who speaks, what was said and when, with which words and by
 * which source, and last what concerns its entry in the sheet. A key that is not named comes before `quote`.
 */
const FACT_ORDER: readonly string[] = [
  ...["kind", "by", "to", "answers", "answer", "involves", "issue", "regarding", "stance"],
  ...["date", "says", "if", "until", "deadline", "otherwise", "place", "searched", "in"],
  ...["quote", "certainty", "source", "after", "replaces", "change", "contradicts"],
  ...["recorded", "corrections", "formerly", "withdrawn", "allow", "draft"],
];

/** The kind of a name. */
export function kindNamed(name: KindName): Kind {
  if (isFactKind(name)) {
    const keys = inOrder(keysIn(FACT_SCHEMAS[name]));
    return {
      name,
      meaning: FACT_KIND_MEANINGS[name],
      collection: "facts",
      keys: keys.map((key) =>
        key.name === "kind" ? { ...key, description: FACT_KIND_MEANINGS[name] } : key,
      ),
      bodyNeeded: "",
    };
  }
  const kind = OTHER_KINDS[name];
  return { name, ...kind, keys: keysIn(COLLECTION_SCHEMAS[kind.collection]) };
}

/** Whether a kind is one of a fact. */
export function isFactKind(name: KindName): name is FactKind {
  return FACT_KINDS.some((kind) => kind === name);
}

function inOrder(keys: readonly Key[]): Key[] {
  const unnamed = FACT_ORDER.indexOf("quote") - 0.5;
  const place = ({ name }: Key): number =>
    FACT_ORDER.includes(name) ? FACT_ORDER.indexOf(name) : unnamed;
  return keys.toSorted((a, b) => place(a) - place(b));
}
