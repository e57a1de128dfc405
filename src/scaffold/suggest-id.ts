/** A file's name from what was said, in the manner of the names of a well-kept sheet. */
import type { ContentIds } from "../content/file-names.ts";
import type { Values } from "./fields.ts";
import type { Kind } from "./kinds.ts";

/** Words that say nothing about a fact. */
const FILLERS =
  /^(?:an?|and|as|at|be|by|for|from|in|is|it|its|of|on|or|that|the|to|was|were|with)$/;

/** How many words of a sentence a name takes. */
const WORDS = 5;

/** Suggests an id that is not taken. */
export function suggestId(kind: Kind, values: Values, ids: ContentIds): string {
  const wanted = wantedId(kind, (path) => values[path]?.[0] ?? "") || kind.name;
  const taken = ids[kind.collection];
  if (!taken.has(wanted)) return wanted;
  const [, day = ""] = /^(\d{4}(?:-\d\d){0,2})/.exec(values.date?.[0] ?? "") ?? [];
  const dated = day === "" ? wanted : `${wanted}-${day}`;
  if (!taken.has(dated)) return dated;
  let number = 2;
  while (taken.has(`${dated}-${number}`)) number += 1;
  return `${dated}-${number}`;
}

function wantedId({ name }: Kind, value: (path: string) => string): string {
  const by = value("by");
  const said = slug(withoutName(value("says"), by));
  switch (name) {
    case "position":
      return joined(by, "on", value("issue"));
    case "demand":
      return joined(by, "demands", said);
    case "offer":
      return joined(by, "offers", said);
    case "answer":
      return joined(by, "answers", value("answers"));
    case "claim":
      return joined(by, "says", said);
    case "event":
      return said;
    case "absence":
      return joined("no-answer-from", by, said);
    case "actor":
      return slug(value("name"));
    case "issue":
    case "page":
      return slug(value("title"));
    case "source":
      return joined(slug(value("publisher") || value("title")), dayOf(value("published")));
  }
}

function joined(...parts: readonly string[]): string {
  return parts.every(Boolean) ? parts.join("-") : parts.filter(Boolean).join("-");
}

function dayOf(date: string): string {
  return /^\d{4}(?:-\d\d){0,2}$/.test(date) ? date : "";
}

/** The sentence without the actor's own name at its beginning, which the file's name has already. */
function withoutName(says: string, by: string): string {
  const spoken = by.replaceAll("-", " ");
  return says.toLowerCase().startsWith(`${spoken} `) ? says.slice(spoken.length + 1) : says;
}

/** The first telling words of a text as an id; empty if it has no Latin letters. */
export function slug(text: string): string {
  const ascii = text
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase();
  const words = ascii.split(/[^a-z0-9]+/).filter(Boolean);
  const telling = words.filter((word) => !FILLERS.test(word));
  return (telling.length > 0 ? telling : words).slice(0, WORDS).join("-");
}
