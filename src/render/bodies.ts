/**
 * Bodies of records, read apart: a page that shows a fact's words does not depend on its body, which
 * is shown on the fact's own page alone. Records are given out with a body that tells when it is read.
 */
import type { RecordBase, Records } from "../content/records.ts";
import { isDeriving } from "../model/lazy.ts";

/** Marks a record whose body tells when it is read. A copy of it has the body as plain text, and is not marked. */
const NOTED = Symbol("noted body");

/** Told of each reading of a body by the path of its file. */
export interface BodyListener {
  /** A page, or whoever else, reads it now. */
  readonly read: (path: string) => void;
  /** It is read while something is derived that others may then be given. */
  readonly derived: (path: string) => void;
}

/** Records whose bodies tell when they are read. */
export interface NotedRecords<Given extends Records = Records> {
  readonly records: Given;
  /** By path of file. Reading them here is not told. */
  readonly bodies: ReadonlyMap<string, string>;
  /** From now on this listener is told, and no other; the first also of what was derived before. */
  readonly listen: (listener: BodyListener) => void;
}

/** The same records with bodies that tell. The site's own body, which all pages depend on, does not. */
export function noteBodies(records: Records): NotedRecords {
  const bodies = new Map<string, string>();
  /** Read for what was derived before anybody listened, and is given to others afterwards. */
  const early = new Set<string>();
  let listener: BodyListener = { read: () => undefined, derived: (path) => early.add(path) };
  function readBody(this: RecordBase): string {
    if (isDeriving()) listener.derived(this.path);
    else listener.read(this.path);
    return bodies.get(this.path) ?? "";
  }
  const noted = <Some extends RecordBase>(list: readonly Some[]): readonly Some[] =>
    list.map((record) => {
      bodies.set(record.path, record.body);
      return withBody(record, readBody);
    });
  return {
    records: {
      ...records,
      actors: noted(records.actors),
      issues: noted(records.issues),
      sources: noted(records.sources),
      facts: noted(records.facts),
      withdrawn: noted(records.withdrawn),
      pages: noted(records.pages),
    },
    bodies,
    listen: (next) => {
      listener = next;
      for (const path of early) next.derived(path);
      early.clear();
    },
  };
}

function withBody<Some extends RecordBase>(record: Some, get: () => string): Some;
function withBody({ body: _body, ...rest }: RecordBase, get: () => string): object {
  return Object.defineProperties(rest, {
    body: { get, enumerable: true },
    [NOTED]: { value: true },
  });
}

/** Whether a value is a record whose body tells when it is read. */
export function hasNotedBody(value: object): boolean {
  return NOTED in value;
}
