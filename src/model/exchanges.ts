/** Demands and offers with what came back from each addressee. */
import { compareWrittenDates, type Day, daysBetween } from "../content/dates.ts";
import type { Absence, Answer, Fact, Request } from "../content/records.ts";
import type { Exchange, Reply } from "./dossier.ts";
import { chronological } from "./order.ts";
import type { SheetIndex } from "./sheet-index.ts";
import { speakingDay } from "./voices.ts";

/** A demand or an offer and, for each addressee, the newest answer, or that none was found. */
export function exchangeOf(index: SheetIndex, request: Request): Exchange {
  const deadline = request.deadline?.last ?? null;
  return {
    request,
    replies: request.to.map((addressee) => replyOf(index, request, addressee)),
    counters: countersTo(index, request),
    deadlinePassed: deadline !== null && deadline < index.asOf,
    daysToDeadline: deadline === null ? null : daysBetween(index.asOf, deadline),
  };
}

/** How many demands or offers every addressee has answered. */
export function answeredOf(exchanges: readonly Exchange[]): number {
  return exchanges.filter(({ replies }) => replies.every(({ state }) => state !== "none")).length;
}

/** The first answer that came after an absence was noted, or `null`. */
export function overtakenBy(index: SheetIndex, absence: Absence): Answer | null {
  if (absence.regarding === null) return null;
  const later = index
    .answersTo(absence.regarding)
    .filter((answer) => speaksFor(index, answer, absence.by) && comesAfter(index, answer, absence));
  return later[0] ?? null;
}

function countersTo(index: SheetIndex, request: Request): Request[] {
  const links = [request.id, ...index.answersTo(request.id).map(({ id }) => id)];
  const later = new Set(links.flatMap((id) => index.requestsAfter(id)));
  return chronological([...later]).filter(
    (counter) =>
      request.to.some((addressee) => speaksFor(index, counter, addressee)) &&
      isAddressedTo(index, counter, request.by),
  );
}

/** Whether a demand or an offer is made to an actor: itself, one it shares a voice or a bloc with. */
function isAddressedTo(index: SheetIndex, request: Request, actor: string): boolean {
  const membersOf = (id: string): readonly string[] => index.actors.get(id)?.members ?? [];
  return request.to.some(
    (to) =>
      index.voices.sameVoice(to, actor, speakingDay(request)) ||
      membersOf(to).includes(actor) ||
      membersOf(actor).includes(to),
  );
}

function replyOf(index: SheetIndex, request: Request, addressee: string): Reply {
  const answers = index
    .answersTo(request.id)
    .filter((answer) => speaksFor(index, answer, addressee))
    .reverse();
  const absences = index
    .absencesOf(request.id)
    .filter((absence) => speaksFor(index, absence, addressee))
    .reverse();
  const newest = answers[0];
  return {
    addressee,
    state: stateOf(answers),
    answers,
    absences: absences.map((absence) => ({ absence, overtakenBy: overtakenBy(index, absence) })),
    days: newest ? daysFrom(request, newest.date.last) : daysFrom(request, index.asOf),
  };
}

function stateOf(answers: readonly Answer[]): Reply["state"] {
  const [newest] = answers;
  if (!newest) return "none";
  const ofThatDate = answers.filter(({ date }) => compareWrittenDates(date, newest.date) === 0);
  const overtaken = new Set(
    ofThatDate.flatMap((answer) =>
      answer.after.filter((id) =>
        ofThatDate.some((other) => other.id === id && other.by === answer.by),
      ),
    ),
  );
  const values = new Set(
    ofThatDate.filter(({ id }) => !overtaken.has(id)).map(({ answer }) => answer),
  );
  return values.size > 1 ? "conflict" : newest.answer;
}

/** Whether a fact is an actor's word: its own, that of one who speaks for it or it speaks for, or of a bloc's member. */
function speaksFor(index: SheetIndex, fact: Answer | Absence | Request, actor: string): boolean {
  const day = speakingDay(fact);
  if (index.voices.sameVoice(fact.by, actor, day)) return true;
  const members = index.actors.get(actor)?.members ?? [];
  return members.some((member) => index.voices.sameVoice(fact.by, member, day));
}

function comesAfter(
  index: SheetIndex,
  later: Fact,
  earlier: Fact,
  seen = new Set<string>(),
): boolean {
  if (compareWrittenDates(later.date, earlier.date) > 0) return true;
  if (seen.has(later.id)) return false;
  seen.add(later.id);
  return later.after.some((id) => {
    if (id === earlier.id) return true;
    const between = index.facts.get(id);
    return between !== undefined && comesAfter(index, between, earlier, seen);
  });
}

function daysFrom(request: Request, to: Day): number {
  return Math.max(0, daysBetween(request.date.last, to));
}
