/** How many independent origins a fact has: copies of one agency report count once. */
import type { Fact, Source } from "../content/records.ts";

/** The number of different documents at the end of the `origin` chains of a fact's sources. */
export function independentOrigins(
  fact: Fact,
  sources: Pick<ReadonlyMap<string, Source>, "get">,
): number {
  return new Set(fact.source.map((id) => originOf(id, sources))).size;
}

/** The first document of a chain; a circle ends at its smallest id, so that every entry names the same. */
export function originOf(id: string, sources: Pick<ReadonlyMap<string, Source>, "get">): string {
  const seen: string[] = [];
  let current = id;
  while (!seen.includes(current)) {
    seen.push(current);
    current = sources.get(current)?.origin ?? current;
  }
  return seen.slice(seen.indexOf(current)).sort()[0] ?? current;
}
