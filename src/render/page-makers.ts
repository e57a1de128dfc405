/** Makers of pages: of one page, of those of a list, and of one for each entry of a map. */
import type { Dossier } from "../model/dossier.ts";
import type { Templates } from "./environment.ts";
import type { OutputPath } from "./links.ts";
import { entries, entryOf, listing, type PageFamily, type PageSpec } from "./page-families.ts";
import type { PageTypeName } from "./page-places.ts";
import type { WatchedSource } from "./reads.ts";
import { type Scope, scopeOf } from "./scope.ts";
import type { ListPage } from "./views/parts/pager.ts";

/** Pages that list entries of the sheet. */
interface EntryList<Entry> {
  readonly pages: () => readonly ListPage<Entry>[];
  readonly idOf: (entry: Entry) => string;
  /** Where the entries are looked up when a page is rendered, so that it notes what it reads of them. */
  readonly entriesOf: (dossier: Dossier) => ReadonlyMap<string, Entry>;
  readonly view: (scope: Scope, page: ListPage<Entry>) => object;
}

/** Makes pages of one sheet. */
export interface PageMakers {
  /**
   * One page.
   * @param inputs what it is made from beside the parts of the sheet that its view reads by itself
   */
  readonly page: (
    name: PageTypeName,
    path: OutputPath,
    inputs: () => readonly unknown[],
    view: (scope: Scope) => object,
  ) => PageSpec;
  /** The pages of a list, each made from its part of it. */
  readonly listed: <Part extends { readonly path: OutputPath }>(
    name: PageTypeName,
    partsOf: () => readonly Part[],
    view: (scope: Scope, part: Part) => object,
  ) => PageFamily;
  /** The pages of a list of entries, each made from which they are. */
  readonly listedEntries: <Entry>(name: PageTypeName, list: EntryList<Entry>) => PageFamily;
  /** One page for each entry of a map, made from it. */
  readonly eachEntry: <Entry>(
    name: PageTypeName,
    mapOf: () => ReadonlyMap<string, Entry>,
    pathOf: (id: string) => OutputPath,
    view: (scope: Scope, entry: Entry) => object,
  ) => PageFamily;
}

/** Makers of pages that are rendered with some templates from a sheet that may note what is read. */
export function pageMakers(templates: Templates, seen: WatchedSource): PageMakers {
  const page: PageMakers["page"] = (name, path, inputs, view) => ({
    path,
    inputs,
    render: () =>
      templates.render(name, view(scopeOf(seen.dossier, seen.context, seen.numbers, path))),
  });
  return {
    page,
    listed: (name, partsOf, view) =>
      listing(() =>
        partsOf().map((part) =>
          page(
            name,
            part.path,
            () => [part],
            (scope) => view(scope, part),
          ),
        ),
      ),
    listedEntries: (name, { pages, idOf, entriesOf, view }) =>
      listing(() =>
        pages().map((part) => {
          const { path, number, total, start, items } = part;
          return page(
            name,
            path,
            () => [[path, number, total, start], items.map(idOf)],
            (scope) =>
              view(scope, {
                ...part,
                items: items.map((entry) => entryOf(entriesOf(scope.dossier), idOf(entry))),
              }),
          );
        }),
      ),
    eachEntry: (name, mapOf, pathOf, view) =>
      entries(mapOf, (id, entry) => [
        page(
          name,
          pathOf(id),
          () => [entry()],
          (scope) => view(scope, entry()),
        ),
      ]),
  };
}
