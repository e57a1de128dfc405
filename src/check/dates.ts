/** Dates must be possible beside each other. */
import type { WrittenDate } from "../content/dates.ts";
import type { Problem } from "../content/problem.ts";
import type { Actor, Fact, Source } from "../content/records.ts";
import { type CheckContext, NO_PROBLEMS, type RecordChecks } from "./context.ts";

/** Checks the dates of facts, sources and offices. */
export const checkDates: RecordChecks = {
  facts: (context, fact) => {
    let problems = correctedBeforeRecorded(context, fact);
    for (const check of FACT_CHECKS) {
      const found = check(context, fact);
      if (found.length > 0) problems = [...problems, ...found];
    }
    return problems;
  },
  withdrawn: correctedBeforeRecorded,
  sources: accessedBeforePublished,
  actors: (context, actor) =>
    actor.speaksFor.length === 0 ? NO_PROBLEMS : officesInOrder(context, actor),
};

function accessedBeforePublished(context: CheckContext, source: Source): readonly Problem[] {
  const { accessed, published } = source;
  if (!accessed || accessed.last >= published.first) return NO_PROBLEMS;
  const message = `accessed ${accessed.text}, before it was published (${published.text})`;
  return [context.at("date-order", source, ["accessed"], message)];
}

function officesInOrder(context: CheckContext, actor: Actor): readonly Problem[] {
  return actor.speaksFor.flatMap(({ from, until }, place) => {
    if (!from || !until || until.last >= from.first) return [];
    const message = `until ${until.text} lies before from ${from.text}`;
    return [context.at("date-order", actor, ["speaksFor", place, "until"], message)];
  });
}

const FACT_CHECKS: readonly ((context: CheckContext, fact: Fact) => readonly Problem[])[] = [
  futureOfItsSources,
  deadlineBeforeRequest,
  answerBeforeRequest,
  earlierFactsLater,
];

/** No source reports what has not happened yet: a fact lies not after the newest of its sources, nor after it was recorded. */
function futureOfItsSources(context: CheckContext, fact: Fact): readonly Problem[] {
  let newest = "";
  for (const id of fact.source) {
    const published = context.sourcesById.get(id)?.published.last;
    if (published === undefined) return NO_PROBLEMS;
    if (published > newest) newest = published;
  }
  if (newest === "") return NO_PROBLEMS;
  const { recorded } = fact;
  if (fact.date.first > newest) {
    const message = `${fact.date.text} lies in the future of the sheet: its newest source is of ${newest}`;
    const hint =
      "Check the date, or that of the source. What is planned goes into deadline or the body.";
    return [context.at("future-date", fact, ["date"], message, hint)];
  }
  if (recorded && fact.date.first > recorded.last) {
    const message = `${fact.date.text} lies in the future of the sheet: the fact was recorded ${recorded.text}`;
    return [context.at("future-date", fact, ["date"], message, "Check the date, or recorded.")];
  }
  return NO_PROBLEMS;
}

function deadlineBeforeRequest(context: CheckContext, fact: Fact): readonly Problem[] {
  if ((fact.kind !== "demand" && fact.kind !== "offer") || fact.deadline === null)
    return NO_PROBLEMS;
  if (!endsBefore(fact.deadline, fact.date)) return NO_PROBLEMS;
  const message = `the deadline ${fact.deadline.text} lies before the ${fact.kind} of ${fact.date.text}`;
  const hint = "Check both dates; a demand whose time had run out when it was made is an event.";
  return [context.at("deadline-before-demand", fact, ["deadline"], message, hint)];
}

function answerBeforeRequest(context: CheckContext, fact: Fact): readonly Problem[] {
  const request = fact.kind === "answer" ? context.factsById.get(fact.answers) : undefined;
  if (!request || !endsBefore(fact.date, request.date)) return NO_PROBLEMS;
  const message = `the answer of ${fact.date.text} is older than "${request.id}" of ${request.date.text}`;
  const hint = "Check both dates, and whether it answers another demand.";
  return [context.at("answer-before-demand", fact, ["date"], message, hint)];
}

/** What a fact says it came `after`, or `replaces`, must not lie later. */
function earlierFactsLater(context: CheckContext, fact: Fact): readonly Problem[] {
  const isFirst = fact.kind !== "position" || fact.replaces === null;
  if (isFirst && fact.after.length === 0) return NO_PROBLEMS;
  const after = fact.after.map((id, place) => ({ id, path: ["after", place] }));
  const replaced =
    fact.kind === "position" && fact.replaces !== null
      ? [{ id: fact.replaces, path: ["replaces"] }]
      : [];
  return [...after, ...replaced].flatMap(({ id, path }) => {
    const earlier = context.factsById.get(id);
    if (!earlier || !endsBefore(fact.date, earlier.date)) return [];
    return [
      context.at(
        "date-order",
        fact,
        path,
        `"${id}" is of ${earlier.date.text}, later than this fact (${fact.date.text})`,
      ),
    ];
  });
}

/** What was not yet entered could be neither corrected nor withdrawn. */
function correctedBeforeRecorded(context: CheckContext, fact: Fact): readonly Problem[] {
  const { recorded, withdrawn } = fact;
  if (recorded === null || (fact.corrections.length === 0 && !withdrawn)) return NO_PROBLEMS;
  const entries = [
    ...fact.corrections.map(({ date }, place) => ({
      what: "corrected",
      date,
      path: ["corrections", place, "date"],
    })),
    ...(withdrawn
      ? [{ what: "withdrawn", date: withdrawn.date, path: ["withdrawn", "date"] }]
      : []),
  ];
  return entries
    .filter(({ date }) => endsBefore(date, recorded))
    .map(({ what, date, path }) => {
      const message = `${what} ${date.text}, before it was recorded (${recorded.text})`;
      return context.at("date-order", fact, path, message);
    });
}

function endsBefore(a: WrittenDate, b: WrittenDate): boolean {
  return b.precision !== "before" && a.last < b.first;
}
