/** The position in force: where an actor stands on an issue on the sheet's date. */
import type { Position } from "../content/records.ts";
import type { Cell, Standing, StandingVia } from "./dossier.ts";
import type { SheetIndex } from "./sheet-index.ts";

/**
 * An actor's standing on an issue: the newest position of its own or of one who spoke for it; if
 * there is none, that of a bloc it belongs to. Positions of one date that differ in stance are a
 * conflict and are both given, unless one `replaces` the other or the same actor said it `after`.
 */
export function standingOf(index: SheetIndex, actor: string, issue: string): Standing {
  const own = standingFrom(index, index.positions(actor, issue), actor, "own");
  if (own.state !== "none") return own;
  for (const bloc of index.blocsOf(actor)) {
    const shared = standingFrom(index, index.positions(bloc, issue), bloc, "bloc");
    if (shared.state !== "none") return shared;
  }
  return own;
}

/** Whether a position is known in a cell of the matrix, be it a bloc's. */
export function isStated({ standing }: Cell): boolean {
  return standing.state !== "none";
}

/** Whether the position of a cell is the actor's own or was said for it, and not a bloc's. */
export function isOwnPosition({ standing }: Cell): boolean {
  return standing.state !== "none" && standing.via !== "bloc";
}

/** The positions in force in a cell, newest first; none where no position is known. */
export function inForceIn({ standing }: Cell): readonly Position[] {
  return standing.state === "none" ? [] : standing.inForce;
}

function standingFrom(
  index: SheetIndex,
  history: readonly Position[],
  actor: string,
  asked: "own" | "bloc",
): Standing {
  const newest = newestOf(history).filter(
    ({ until }) => until === null || until.last >= index.asOf,
  );
  if (newest.length === 0) return { state: "none" };
  const ownFirst = newest.sort((a, b) => Number(b.by === actor) - Number(a.by === actor));
  const [first] = ownFirst;
  if (!first) return { state: "none" };
  const via: StandingVia = asked === "bloc" ? "bloc" : first.by === actor ? "own" : "speaker";
  const differ = new Set(newest.map(({ stance }) => stance)).size > 1;
  return differ
    ? { state: "conflict", via, inForce: onePerStance(ownFirst), history }
    : { state: "stated", via, inForce: [first], history };
}

/** The positions of the newest date that nothing newer has overtaken, newest first. */
function newestOf(history: readonly Position[]): Position[] {
  const overtaken = new Set<string>();
  for (const position of history) {
    if (position.replaces !== null) overtaken.add(position.replaces);
    for (const id of position.after) {
      if (history.some((other) => other.id === id && other.by === position.by)) overtaken.add(id);
    }
  }
  const standing = history.filter(({ id }) => !overtaken.has(id));
  const last = standing.at(-1);
  if (!last) return [];
  return standing
    .filter(({ date }) => date.first === last.date.first && date.last === last.date.last)
    .reverse();
}

/** Where several of one date agree, the first of each stance speaks for it. */
function onePerStance(positions: readonly Position[]): Position[] {
  return positions.filter(
    ({ stance }, place) => positions.findIndex((other) => other.stance === stance) === place,
  );
}
