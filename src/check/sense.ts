/** What the parts of a fact say must fit each other. */
import type { Problem } from "../content/problem.ts";
import type { Fact, Position } from "../content/records.ts";
import { speakingDay } from "../model/voices.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks, type SheetCheck } from "./context.ts";

/** Checks answers' authors and quotes' speakers. */
export const checkSense: RecordChecks = {
  facts: (context, fact) => {
    const stranger = answerFromStranger(context, fact);
    const speaker = speakerForAnother(context, fact);
    return stranger.length === 0 ? speaker : [...stranger, ...speaker];
  },
};

/** Finds positions of one date that disagree. */
export const checkConflicts: SheetCheck = {
  reads: {
    facts: (fact) => {
      if (fact.kind !== "position") return null;
      const { by, issue, date, stance, replaces, after } = fact;
      return [by, issue, date, stance, replaces, after];
    },
  },
  asks: ["voices"],
  find: (context) =>
    conflicts(
      context,
      context.content.records.facts.filter((fact) => fact.kind === "position"),
    ),
};

/** An answer comes from one that was asked, one that speaks for it, or a member of a bloc that was. */
function answerFromStranger(context: CheckContext, fact: Fact): readonly Problem[] {
  if (fact.kind !== "answer") return NO_PROBLEMS;
  const request = context.factsById.get(fact.answers);
  if (!request || (request.kind !== "demand" && request.kind !== "offer")) return NO_PROBLEMS;
  const asked = request.to.flatMap((id) => [id, ...membersOf(context, id)]);
  if (asked.some((id) => context.voices.sameVoice(fact.by, id, speakingDay(fact))))
    return NO_PROBLEMS;
  const message = `"${fact.by}" was not asked: "${request.id}" is addressed to ${request.to.join(", ")}`;
  return [
    context.at(
      "answer-from-stranger",
      fact,
      ["by"],
      message,
      "Name the one that answered, or add it to the demand's to.",
    ),
  ];
}

function speakerForAnother(context: CheckContext, fact: Fact): readonly Problem[] {
  const speaker = fact.quote?.speaker ?? null;
  if (speaker === null || fact.by === null || !context.hasId("actors", speaker)) return NO_PROBLEMS;
  if (context.voices.sameVoice(speaker, fact.by, speakingDay(fact))) return NO_PROBLEMS;
  const message = `"${speaker}" is quoted, but does not speak for "${fact.by}" on ${fact.date.text}`;
  return [
    context.at(
      "speaker-not-for-actor",
      fact,
      ["quote", "speaker"],
      message,
      `Add speaksFor to actors/${speaker}.md, or correct by.`,
    ),
  ];
}

function membersOf(context: CheckContext, actor: string): readonly string[] {
  return context.actorsById.get(actor)?.members ?? [];
}

/** Two positions of one voice, on one issue and one date, with different stances. */
function conflicts(context: CheckContext, positions: readonly Position[]): Problem[] {
  const groups = new Map<string, Position[]>();
  for (const position of positions) {
    for (const voice of [
      position.by,
      ...context.voices.principals(position.by, speakingDay(position)),
    ]) {
      const key = `${voice}/${position.issue}/${position.date.first}/${position.date.last}`;
      const group = groups.get(key);
      if (group) group.push(position);
      else groups.set(key, [position]);
    }
  }
  const reported = new Set<string>();
  const several = [...groups].filter(([, group]) => group.length > 1);
  return several.flatMap(([key, group]) =>
    group.flatMap((position, place) => {
      const other = group
        .slice(0, place)
        .find((earlier) => earlier.stance !== position.stance && !follows(earlier, position));
      const pair = other ? `${other.path} ${position.path}` : "";
      if (!other || reported.has(pair)) return [];
      reported.add(pair);
      const voice = key.split("/")[0];
      const message = `differs from "${other.id}" (${other.stance}) of the same date; both are shown for "${voice}"`;
      return [
        context.at(
          "conflicting-positions",
          position,
          ["stance"],
          message,
          "If one came later, say so with replaces or after.",
        ),
      ];
    }),
  );
}

function follows(a: Position, b: Position): boolean {
  if (a.replaces === b.id || b.replaces === a.id) return true;
  return a.by === b.by && (a.after.includes(b.id) || b.after.includes(a.id));
}
