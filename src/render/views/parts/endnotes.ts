/** The sources of a page as numbered notes at its end, for paper, where no link can be followed. */
import type { Fact } from "../../../content/records.ts";
import { type DateView, dateView } from "../../dates.ts";
import type { Scope } from "../../scope.ts";
import { foreignLanguage, sourceLabel, sourcesOf } from "./sources.ts";

/** One source in full. */
export interface Endnote {
  readonly number: number;
  readonly title: string;
  /** Tag of its language where that is not the sheet's; else empty. */
  readonly language: string;
  /** Who published it; empty if that is its title. */
  readonly label: string;
  readonly published: DateView;
  /** When it was read, or `null`. */
  readonly accessed: DateView | null;
  readonly address: string;
  readonly archived: string;
}

/** A scope whose references to sources bear numbers: those of the facts that a page shows, in its order. */
export function withNotes(scope: Scope, facts: readonly Fact[]): Scope {
  const sources = new Set(facts.flatMap((fact) => sourcesOf(scope, fact).map(({ id }) => id)));
  return { ...scope, notes: new Map([...sources].map((id, place) => [id, place + 1])) };
}

/** The notes that the numbers of a scope stand for. */
export function endnotesOf(scope: Scope): readonly Endnote[] {
  return [...scope.notes].flatMap(([id, number]) => {
    const source = scope.dossier.named.sources.get(id);
    if (!source) return [];
    const label = sourceLabel(scope, source);
    return [
      {
        number,
        title: source.title,
        language: foreignLanguage(scope, source.language),
        label: label === source.title ? "" : label,
        published: dateView(scope, source.published),
        accessed: source.accessed === null ? null : dateView(scope, source.accessed),
        address: source.url,
        archived: source.archived,
      },
    ];
  });
}
