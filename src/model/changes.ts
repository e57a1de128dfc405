/** How an actor's words on an issue changed. */
import type { Position } from "../content/records.ts";
import type { Change } from "./dossier.ts";

/** Each position beside the one before it, oldest first; positions of one date are no change. */
export function changesIn(issue: string, history: readonly Position[]): Change[] {
  return history.flatMap((after, place) => {
    const before =
      after.replaces === null
        ? previous(history, place)
        : history.find(({ id }) => id === after.replaces);
    return before ? [{ issue, before, after, change: typeOf(before, after) }] : [];
  });
}

function previous(history: readonly Position[], place: number): Position | undefined {
  const after = history[place];
  return history.slice(0, place).findLast((other) => after && other.date.last < after.date.first);
}

/** As the editor typed it; else what the stances alone show. */
function typeOf(before: Position, after: Position): Change["change"] {
  if (after.change !== null && after.change !== "first") return after.change;
  const opposite =
    (before.stance === "supports" && after.stance === "opposes") ||
    (before.stance === "opposes" && after.stance === "supports");
  return opposite ? "reversed" : "restated";
}
