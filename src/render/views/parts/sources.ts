/** References to sources. */
import type { Fact, Source } from "../../../content/records.ts";
import { type DateView, dateView } from "../../dates.ts";
import { PATHS } from "../../links.ts";
import type { Scope } from "../../scope.ts";

/** A source as a line of a page names it. */
export interface SourceRef {
  /** Who published it. */
  readonly label: string;
  readonly href: string;
  readonly published: DateView;
  /** The language of its title where that is not the sheet's; else empty. */
  readonly language: string;
  /** Of the page's endnote; 0 if it has none. */
  readonly note: number;
}

/** Who published a source: author and publisher, or its title where it names neither. */
export function sourceLabel({ t }: Pick<Scope, "t">, source: Source): string {
  const { author, publisher, title } = source;
  if (author !== "" && publisher !== "") return author + t("list.separator") + publisher;
  return author || publisher || title;
}

/** A language's tag where it is not the sheet's own; else empty. */
export function foreignLanguage({ dossier }: Pick<Scope, "dossier">, language: string): string {
  return language === "" || language === dossier.site.language ? "" : language;
}

/** One reference. */
export function sourceRef(scope: Scope, source: Source): SourceRef {
  return {
    label: sourceLabel(scope, source),
    href: scope.href(PATHS.source(source.id)),
    published: dateView(scope, source.published),
    language: foreignLanguage(scope, source.language),
    note: scope.notes.get(source.id) ?? 0,
  };
}

/** The sources of a fact, in the order in which the editor gives them. */
export function sourceRefs(scope: Scope, fact: Fact): readonly SourceRef[] {
  return sourcesOf(scope, fact).map((source) => sourceRef(scope, source));
}

/** The records of a fact's sources. */
export function sourcesOf({ dossier }: Pick<Scope, "dossier">, fact: Fact): readonly Source[] {
  const { sources } = dossier.named;
  const [first] = fact.source;
  // Most facts have one.
  if (first !== undefined && fact.source.length === 1) return known(sources.get(first));
  return [...new Set(fact.source)].flatMap((id) => known(sources.get(id)));
}

function known(source: Source | undefined): readonly Source[] {
  return source ? [source] : [];
}
