/** The files that a new one can name: their ids, with what a person knows them by. */
import type { Content } from "../content/assemble.ts";
import type { Target } from "../content/schema/meta.ts";
import type { Field } from "./fields.ts";

/** A file that can be named. */
export interface Named {
  readonly id: string;
  /** Its name, title or sentence. */
  readonly label: string;
}

/** What may be named where only some facts make sense. */
const FACTS_FOR: Readonly<Record<string, readonly string[]>> = {
  answers: ["demand", "offer"],
  regarding: ["demand", "offer"],
  replaces: ["position"],
};

/** What a field may name, in order of id; empty if it names nothing. */
export function choicesFor({ key }: Field, content: Content): readonly Named[] {
  if (key.names === null) return [];
  const only = FACTS_FOR[key.name];
  if (key.names !== "facts" || !only) return namedIn(content, key.names);
  return content.records.facts
    .filter(({ kind }) => only.includes(kind))
    .map(({ id, says }) => ({ id, label: says }));
}

/** All files of a collection, also those that do not parse: their ids exist. */
export function namedIn(
  { records, ids }: Pick<Content, "records" | "ids">,
  target: Target,
): readonly Named[] {
  const labels = new Map(labelsOf(records, target));
  return [...ids[target]].sort().map((id) => ({ id, label: labels.get(id) ?? id }));
}

function labelsOf(
  records: Content["records"],
  target: Target,
): readonly (readonly [string, string])[] {
  switch (target) {
    case "actors":
      return records.actors.map(({ id, name }) => [id, name]);
    case "issues":
      return records.issues.map(({ id, title }) => [id, title]);
    case "sources":
      return records.sources.map(({ id, title, publisher }) => [
        id,
        publisher ? `${title} (${publisher})` : title,
      ]);
    case "facts":
      return records.facts.map(({ id, says }) => [id, says]);
  }
}
