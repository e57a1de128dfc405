/** Random, valid records of an abstract dispute for property tests of the model. */
import fc from "fast-check";
import { parseWrittenDate } from "../../src/content/dates.ts";
import type { Actor, Fact, Issue, Records, Source } from "../../src/content/records.ts";
import { ACTOR_KINDS, ACTOR_ROLES, ANSWERS, STANCES } from "../../src/content/schema/vocabulary.ts";

/** A written date that must parse. */
export function date(text: string) {
  const parsed = parseWrittenDate(text);
  if (!parsed) throw new Error(`${text} is no date`);
  return parsed;
}

const ISSUES = ["i0", "i1", "i2"];
const ACTORS = ["a0", "a1", "a2", "a3", "a4"];
const SOURCES = ["s0", "s1"];

const base = (id: string, folder: string) => ({ id, path: `content/${folder}/${id}.md`, body: "" });

const site: Records["site"] = {
  ...base("site", ""),
  title: "t",
  question: "q",
  summary: "s",
  language: "en",
  url: "",
  repository: "",
  contact: "",
  allow: [],
};

const writtenDate = fc
  .tuple(
    fc.constantFrom("2001-02", "2001-03"),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([month, day, form]) => {
    const text = `${month}-${String(day).padStart(2, "0")}`;
    return date(form === 0 ? month : form === 1 ? `../${text}` : text);
  });

const actor = (id: string): fc.Arbitrary<Actor> =>
  fc
    .record({
      kind: fc.constantFrom(...ACTOR_KINDS),
      role: fc.constantFrom(...ACTOR_ROLES),
      speaks: fc.option(fc.constantFrom(...ACTORS), { freq: 2 }),
      member: fc.option(fc.constantFrom(...ACTORS.filter((other) => other !== id)), { freq: 3 }),
    })
    .map(({ kind, role, speaks, member }) => ({
      ...base(id, "actors"),
      name: `Name of ${id}`,
      kind,
      role,
      summary: "s",
      order: 10_000,
      flag: "",
      wikidata: "",
      aliases: [],
      members: kind === "bloc" && member !== null ? [member] : [],
      speaksFor:
        kind === "person" && speaks !== null && speaks < id
          ? [{ actor: speaks, as: "voice", from: null, until: null }]
          : [],
    }));

const issue = (id: string): Issue => ({
  ...base(id, "issues"),
  title: id,
  question: `${id}?`,
  order: 1,
});

const source = (id: string): Source => ({
  ...base(id, "sources"),
  title: id,
  publisher: "",
  author: "",
  published: date("2001-03-31"),
  accessed: null,
  url: "",
  archived: "",
  language: "en",
  type: "report",
  origin: id === "s1" ? "s0" : null,
  fingerprint: "",
  allow: [],
});

const common = fc.record({
  date: writtenDate,
  by: fc.constantFrom(...ACTORS),
  issue: fc.constantFrom(...ISSUES),
  source: fc.uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1 }),
});

const rest = {
  says: "x",
  quote: null,
  certainty: "stated" as const,
  after: [],
  recorded: null,
  corrections: [],
  formerly: [],
  withdrawn: null,
  allow: [],
  draft: false,
  body: "",
};

/** One fact; answers refer to an earlier fact of the list, if there is one that can be answered. */
const shape = fc.record({
  common,
  kind: fc.constantFrom(
    "position" as const,
    "demand" as const,
    "answer" as const,
    "claim" as const,
    "event" as const,
  ),
  stance: fc.constantFrom(...STANCES),
  answer: fc.constantFrom(...ANSWERS),
  to: fc.constantFrom(...ACTORS),
  pick: fc.nat(),
});

function facts(
  shapes: readonly (typeof shape extends fc.Arbitrary<infer Shape> ? Shape : never)[],
): Fact[] {
  const made: Fact[] = [];
  for (const [place, { common, kind, stance, answer, to, pick }] of shapes.entries()) {
    const id = `f${String(place).padStart(2, "0")}`;
    const shared = { ...rest, ...common, id, path: `content/facts/${id}.md` };
    const requests = made.filter((fact) => fact.kind === "demand");
    const request = requests[pick % Math.max(1, requests.length)];
    if (kind === "position")
      made.push({ ...shared, kind, stance, if: "", until: null, replaces: null, change: null });
    else if (kind === "demand")
      made.push({ ...shared, kind, to: [to], deadline: null, otherwise: "" });
    else if (kind === "answer" && request)
      made.push({ ...shared, kind, answers: request.id, answer, if: "" });
    else if (kind === "event") made.push({ ...shared, kind, involves: [to], place: "" });
    else made.push({ ...shared, kind: "claim", contradicts: [] });
  }
  return made;
}

/** Random records: five actors, three issues, two sources of one origin, up to 24 facts. */
export const records: fc.Arbitrary<Records> = fc
  .record({ actors: fc.tuple(...ACTORS.map(actor)), shapes: fc.array(shape, { maxLength: 24 }) })
  .map(({ actors, shapes }) => ({
    site,
    actors,
    issues: ISSUES.map(issue),
    sources: SOURCES.map(source),
    facts: facts(shapes),
    withdrawn: [],
    pages: [],
    images: [],
  }));

/** A day of the two months in which random facts lie. */
export const someDay: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom("2001-02", "2001-03"), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `${month}-${String(day).padStart(2, "0")}`);
