/** What the admin page is told when it opens: how Sveltia CMS is set up, and where it finds the files. */
import type { Content } from "../content/assemble.ts";
import { compareText } from "../content/dates.ts";
import { KIND_NAMES, kindNamed } from "../scaffold/kinds.ts";
import type { Backend } from "./backend.ts";
import { type AdminCollection, collectionsOf } from "./collections.ts";
import type { NamedFact } from "./fields.ts";

/** The settings of a page; `settings.json` beside it. */
export interface AdminSettings {
  /** How Sveltia CMS is set up, in its own words. */
  readonly cms: Readonly<Record<string, unknown>> & {
    readonly collections: readonly AdminCollection[];
  };
  /** Keys that take one id or several: a form always has a list. */
  readonly listed: readonly string[];
  /** On this machine: what writing a file asks for. `null` where files lie in a repository. */
  readonly local: { readonly token: string } | null;
}

/** Where the page of a server finds and writes content files. */
export const CONTENT_ADDRESS = "/admin/content/";

/** How a page on this machine names the content folder, whatever its name is. */
export const LOCAL_CONTENT = "content";

/**
 * The settings of a page.
 * @param store the repository it writes to with the content folder's path there, or the token of this server.
 */
export function adminSettings(
  content: Content,
  store: { readonly backend: Backend; readonly contentPath: string } | { readonly token: string },
): AdminSettings {
  const isLocal = "token" in store;
  return {
    cms: {
      load_config_file: false,
      app_title: content.records.site?.title ?? "Standpoint",
      // What Sveltia CMS calls a test repository is a folder that it is handed: here that of the sheet.
      backend: isLocal ? { name: "test-repo" } : store.backend,
      media_folder: `${isLocal ? LOCAL_CONTENT : store.contentPath}/media`,
      slug: { encoding: "ascii", clean_accents: true, sanitize_replacement: "-", maxlength: 60 },
      output: { omit_empty_optional_fields: true },
      collections: collectionsOf(isLocal ? LOCAL_CONTENT : store.contentPath, factsIn(content)),
    },
    listed: LISTED,
    local: isLocal ? { token: store.token } : null,
  };
}

const LISTED = [
  ...new Set(
    KIND_NAMES.flatMap((name) => kindNamed(name).keys)
      .filter(({ form }) => form === "ids")
      .map(({ name }) => name),
  ),
].sort();

/** Newest first, as pages list them. */
function factsIn({ records }: Content): readonly NamedFact[] {
  return records.facts
    .map(({ id, says, date }) => ({ id, date: date.text, label: `${date.text} · ${says} (${id})` }))
    .toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id))
    .map(({ id, label }) => ({ id, label }));
}
