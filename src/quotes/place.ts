/** Finds where a run of wanted words stands, by asking the fingerprint; nothing here is fuzzy. */
import type { Fingerprint } from "./fingerprint.ts";
import type { Element, Segment, Wanted } from "./segments.ts";

/** A stretch of positions in the source; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a run stands, or how far it could be followed. */
export type Placement =
  | { readonly found: true; readonly spans: readonly Span[] }
  | {
      readonly found: false;
      /** The first element that does not stand. */
      readonly element: Element;
      /** Positions at which it would have had to stand; empty when it is the first of its run. */
      readonly expectedAt: readonly number[];
    };

/** All spans that begin at each start, or `"anywhere"` before the first word was placed. */
type Frontier = { readonly anywhere: boolean; readonly spans: readonly Span[] };

/** Finds every place at which the whole run stands word for word. */
export function placeSegment(segment: Segment, fingerprint: Fingerprint): Placement {
  const plain = segment.flatMap(({ alternatives: [first, ...others] }) =>
    first?.length === 1 && others.length === 0 ? first : [],
  );
  return plain.length === segment.length
    ? placePlain(segment, plain, fingerprint)
    : placeAny(segment, fingerprint);
}

/** Places a run of which each element has one form of one word or mark: all but a few. */
function placePlain(segment: Segment, run: readonly Wanted[], fingerprint: Fingerprint): Placement {
  let starts: readonly number[] | undefined;
  for (const [at, { kind, text }] of run.entries()) {
    const next: readonly number[] =
      starts === undefined
        ? fingerprint.positionsOf(kind, text)
        : starts.filter((start) => fingerprint.standsAt(kind, text, start + at));
    const element = segment[at];
    if (next.length === 0 && element !== undefined) {
      return { found: false, element, expectedAt: (starts ?? []).map((start) => start + at) };
    }
    starts = next;
  }
  const spans = (starts ?? []).map((start) => ({ start, end: start + run.length }));
  return { found: true, spans };
}

function placeAny(segment: Segment, fingerprint: Fingerprint): Placement {
  let frontier: Frontier = { anywhere: true, spans: [] };
  for (const element of segment) {
    const next = advance(frontier, element, fingerprint);
    if (!next.anywhere && next.spans.length === 0) {
      const expectedAt = [...new Set(frontier.spans.map((span) => span.end))];
      return { found: false, element, expectedAt };
    }
    frontier = next;
  }
  return { found: true, spans: frontier.spans };
}

function advance(frontier: Frontier, element: Element, fingerprint: Fingerprint): Frontier {
  const reached = new Map<string, Span>();
  let anywhere = false;
  for (const alternative of element.alternatives) {
    const [first, ...rest] = alternative;
    for (const span of frontier.spans) {
      if (standsAt(alternative, span.end, fingerprint)) {
        add(reached, span.start, span.end + alternative.length);
      }
    }
    if (!frontier.anywhere) continue;
    if (first === undefined) {
      anywhere = true;
      continue;
    }
    for (const start of fingerprint.positionsOf(first.kind, first.text)) {
      if (standsAt(rest, start + 1, fingerprint)) add(reached, start, start + alternative.length);
    }
  }
  return { anywhere, spans: [...reached.values()] };
}

function add(spans: Map<string, Span>, start: number, end: number): void {
  spans.set(`${start} ${end}`, { start, end });
}

function standsAt(run: readonly Wanted[], position: number, fingerprint: Fingerprint): boolean {
  return run.every(({ kind, text }, at) => fingerprint.standsAt(kind, text, position + at));
}

/** Runs placed one after the other. */
export interface Chain {
  readonly spans: readonly Span[];
}

/**
 * Puts runs in order, each after the one before. Gives one chain for every place where the first run
 * can stand with the others following, each as short as it can be; when there is none, `failedAt` is
 * the first run that never follows.
 */
export function chain(runs: readonly (readonly Span[])[]): {
  readonly chains: readonly Chain[];
  readonly failedAt: number;
} {
  const byStart = new Map<number, readonly Span[]>();
  let failedAt = 0;
  for (const first of runs[0] ?? []) {
    const spans = [first];
    for (const run of runs.slice(1)) {
      const next = earliestAfter(run, spans.at(-1)?.end ?? 0);
      if (next === undefined) break;
      spans.push(next);
    }
    if (spans.length === runs.length) {
      if (!byStart.has(first.start)) byStart.set(first.start, spans);
    } else {
      failedAt = Math.max(failedAt, spans.length);
    }
  }
  return { chains: [...byStart.values()].map((spans) => ({ spans })), failedAt };
}

function earliestAfter(run: readonly Span[], position: number): Span | undefined {
  let earliest: Span | undefined;
  for (const span of run) {
    if (span.start < position) continue;
    if (earliest === undefined || span.end < earliest.end) earliest = span;
  }
  return earliest;
}
