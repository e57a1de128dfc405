/** Pagefind's own script, fetched when search is first used, and as much of its interface as we use. */

/** A filter's values: one that must be there, or several of which one must be. */
export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

/** What a record was found by, and what its result shows. */
export interface Found {
  /** The path of its page from the site's root. */
  readonly raw_url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Places of the words that were found, counted over `content`. */
  readonly locations: readonly number[];
}

/** A result that is not fetched yet. */
export interface Result {
  /** What was found by other words than those of `content`. */
  readonly matchedMetaFields?: readonly string[];
  readonly data: () => Promise<Found>;
}

interface Answer {
  readonly results: readonly Result[];
}

interface Pagefind {
  readonly init: () => Promise<void>;
  readonly filters: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
  readonly preload: (query: string) => Promise<void>;
  readonly search: (
    query: string | null,
    options: { readonly filters: Filters; readonly sort?: Readonly<Record<string, "desc">> },
  ) => Promise<Answer>;
}

interface PagefindModule {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly noWorker: boolean;
    readonly ranking: { readonly metaWeights: Readonly<Record<string, number>> };
  }) => Pagefind;
}

/** Who looks for a name looks for its actor's page first, then for an issue; a word counts by its rarity. */
const RANKING = { metaWeights: { names: 60, topic: 30 } };

let opened: Promise<Pagefind> | null = null;

/**
 * Fetches Pagefind from a folder, once. In the page itself and not in a worker: that would be a
 * second script to fetch, for queries that take a few milliseconds.
 */
export function openPagefind(folder: string): Promise<Pagefind> {
  opened ??= load(folder).catch((error: unknown) => {
    // The next query tries again.
    opened = null;
    throw error;
  });
  return opened;
}

async function load(folder: string): Promise<Pagefind> {
  const base = new URL(folder, document.baseURI).href;
  // Fetched before Pagefind is: it reports a missing index on the console and then never answers.
  const entry = await fetch(`${base}pagefind-entry.json`);
  if (!entry.ok) throw new Error(`${entry.status}`);
  const { createInstance }: PagefindModule = await import(`${base}pagefind.js`);
  const pagefind = createInstance({ basePath: base, noWorker: true, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}
