/**
 * What a check looks at. While a record is checked, the context is looked at through here, and what is
 * asked of it is noted by a key: as long as the answers to these keys stay, so does what the check found.
 */
import type { CheckContext, Lookup } from "./context.ts";

/** What a context may be asked, as keys. */
export const ASKED = {
  site: "site",
  images: "images",
  voices: "voices",
  /** Cannot be told apart, or cannot be known to have stayed: it is asked again each time. */
  anything: "anything",
  record: (home: string, id: string): string => `${home}/${id}`,
  id: (home: string, id: string): string => `ids of ${home}/${id}`,
  ids: (home: string): string => `ids of ${home}`,
} as const;

/** The same context, whose answers are noted. */
export function watchedContext(context: CheckContext, note: (key: string) => void): CheckContext {
  const watched = <Item>(home: string, lookup: Lookup<Item>): Lookup<Item> => ({
    get: (id) => {
      note(ASKED.record(home, id));
      return lookup.get(id);
    },
    has: (id) => {
      note(ASKED.record(home, id));
      return lookup.has(id);
    },
  });
  const { fingerprints } = context;
  const noteSource = (source: string): void => note(ASKED.record("sources", source));
  return {
    get content() {
      note(ASKED.anything);
      return context.content;
    },
    get site() {
      note(ASKED.site);
      return context.site;
    },
    get images() {
      note(ASKED.images);
      return context.images;
    },
    get voices() {
      note(ASKED.voices);
      return context.voices;
    },
    actorsById: watched("actors", context.actorsById),
    factsById: watched("facts", context.factsById),
    withdrawnById: watched("withdrawn", context.withdrawnById),
    sourcesById: watched("sources", context.sourcesById),
    hasId: (home, id) => {
      note(ASKED.id(home, id));
      return context.hasId(home, id);
    },
    idsOf: (home) => {
      note(ASKED.ids(home));
      return context.idsOf(home);
    },
    fingerprints: {
      has: (source) => {
        noteSource(source);
        return fingerprints.has(source);
      },
      get: (source) => {
        noteSource(source);
        return fingerprints.get(source);
      },
      failure: (source) => {
        noteSource(source);
        return fingerprints.failure(source);
      },
      ask: (source, passage) => {
        noteSource(source);
        return fingerprints.ask(source, passage);
      },
    },
    snapshot: (source) => {
      note(ASKED.anything);
      return context.snapshot(source);
    },
    // Where something stands in a record's own file changes only with the record.
    at: context.at,
    place: context.place,
  };
}
