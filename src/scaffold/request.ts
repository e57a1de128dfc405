/** What is asked for, made complete: defaults, what is missing, what is wrong, and where the file goes. */
import type { Content } from "../content/assemble.ts";
import { ID_PATTERN } from "../content/schema/scalars.ts";
import { didYouMean } from "../content/suggest.ts";
import { type Field, faultIn, fieldsOf, type Values } from "./fields.ts";
import { isFactKind, type Kind } from "./kinds.ts";
import { choicesFor } from "./known.ts";

/** The values with those that go without saying: the day of entry, and an issue's place after the others. */
export function withDefaults(
  { name }: Pick<Kind, "name">,
  values: Values,
  { content, today }: { readonly content: Content; readonly today: string },
): Values {
  if (isFactKind(name)) return { recorded: [today], ...values };
  if (name !== "issue") return values;
  const next = Math.max(0, ...content.records.issues.map(({ order }) => order)) + 1;
  return { order: [String(next)], ...values };
}

/** The fields that the file needs and that were not given. */
export function missingFields(kind: Kind, values: Values): Field[] {
  return fieldsOf(kind).filter((field) => field.required && values[field.path] === undefined);
}

/** What is wrong with the values: each a sentence that begins with its option. */
export function faultsIn(kind: Kind, values: Values, content: Content): string[] {
  return fieldsOf(kind).flatMap((field) =>
    (values[field.path] ?? []).flatMap((value) => {
      const fault = faultIn(field, value) || nameFault(field, value, content);
      return fault ? [`--${field.option} "${value}" ${fault}`] : [];
    }),
  );
}

function nameFault(field: Field, value: string, content: Content): string {
  const target = field.key.names;
  if (target === null || content.ids[target].has(value)) return "";
  const known = choicesFor(field, content).map(({ id }) => id);
  const hint = didYouMean(value, known) || `There are no ${target} yet.`;
  return `is not among the ${target}. ${hint}`;
}

/** What is wrong with an id for a new file of a kind, a phrase; empty if nothing is. */
export function idFault({ collection }: Kind, id: string, { ids }: Pick<Content, "ids">): string {
  if (!ID_PATTERN.test(id)) return "is not an id: use a-z, 0-9 and single hyphens";
  return ids[collection].has(id) ? "is taken: no file is overwritten" : "";
}

/** Where the file goes, relative to the content folder: facts lie in a folder for each issue. */
export function placeOf(kind: Kind, id: string, values: Values, content: Content): string {
  const issue = isFactKind(kind.name) ? issueOf(values, content) : "";
  return [kind.collection, issue, `${id}.md`].filter(Boolean).join("/");
}

function issueOf(values: Values, { records }: Content): string {
  const [own] = values.issue ?? [];
  if (own !== undefined) return own;
  const [about] = values.answers ?? values.regarding ?? [];
  return records.facts.find(({ id }) => id === about)?.issue ?? "";
}
