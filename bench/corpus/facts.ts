/** The facts of a made-up sheet: all seven kinds, replies to replies, and the links between them. */
import type { ContentFile, KeyValue } from "./content-file.ts";
import { markdown, type ProseLanguage, passageOf, sentence } from "./prose.ts";
import { type Chance, itemAt } from "./random.ts";

/** One that speaks: an actor, and the actor for whom it speaks, itself as a rule. */
export interface Speaker {
  readonly id: string;
  readonly voice: string;
}

/** What facts refer to. */
export interface Cast {
  readonly speakers: readonly Speaker[];
  readonly issues: readonly string[];
  readonly sources: readonly {
    readonly id: string;
    readonly language: ProseLanguage;
    readonly text: string;
  }[];
}

/** The kinds of a fact that answers nothing, as often as they come. */
const KINDS = [
  ...Array.from({ length: 9 }, () => "position" as const),
  ...Array.from({ length: 4 }, () => "demand" as const),
  ...Array.from({ length: 3 }, () => "offer" as const),
  ...Array.from({ length: 3 }, () => "claim" as const),
  ...Array.from({ length: 3 }, () => "event" as const),
  "absence" as const,
];

/** The share of facts that answer an earlier demand or offer. */
const ANSWERS = 0.15;

const FIRST_YEAR = 2001;
const YEARS = 9;

interface Request {
  readonly id: string;
  readonly to: string;
  readonly issue: string;
  readonly date: string;
}

interface Statement {
  readonly id: string;
  readonly by: string;
  readonly date: string;
}

/** Every fact, one after the other. */
export function* facts(count: number, cast: Cast, chance: Chance): Generator<ContentFile> {
  const requests: Request[] = [];
  const newest = new Map<string, Statement>();
  const claims = new Map<string, Statement[]>();
  const days = new Map<string, Set<string>>();

  for (let number = 0; number < count; number++) {
    const id = `fact-${String(number).padStart(5, "0")}`;
    const path = `facts/${String(Math.floor(number / 500)).padStart(3, "0")}/${id}.md`;
    const request = chance.happens(ANSWERS) && requests.length > 0 ? chance.of(requests) : null;
    const speaker = speakerOf(number, cast, chance);
    const issue = itemAt(
      cast.issues,
      number < cast.issues.length ? number : chance.below(cast.issues.length),
    );
    const source = chance.of(cast.sources);
    const says = `${sentence(chance, 9)} (${number}).`;
    const rest: Record<string, KeyValue> = {
      says,
      ...quoteOf(source, speaker, chance),
      source: chance.happens(0.06) ? [source.id, another(source.id, cast, chance)] : source.id,
      ...(chance.happens(0.3) ? { certainty: chance.of(["reported", "confirmed"]) } : {}),
      recorded: "2011-05-01",
      ...(chance.happens(0.02)
        ? { corrections: [{ date: "2011-06-01", note: `${sentence(chance, 6)}.` }] }
        : {}),
    };
    const body = chance.happens(0.85) ? markdown(chance) : "";
    const date = dayOf(chance);

    if (request) {
      const later = request.date > date ? request.date : date;
      yield {
        path,
        keys: {
          kind: "answer",
          by: request.to,
          answers: request.id,
          answer: chance.of(["accepted", "conditional", "countered", "rejected"]),
          date: later,
          ...withoutSpeaker(rest),
        },
        body,
      };
      continue;
    }

    const everyone = Math.max(cast.speakers.length, cast.issues.length);
    const kind = number < everyone ? "position" : chance.of(KINDS);
    const by = speaker.id;
    if (kind === "position") {
      const free = freeDay(days, `${speaker.voice}/${issue}`, date);
      const subject = `${by}/${issue}`;
      const before = newest.get(subject);
      const replaces = before && before.date < free && chance.happens(0.6) ? before : null;
      if (!before || before.date < free) newest.set(subject, { id, by, date: free });
      const stance = chance.of(["supports", "conditional", "undecided", "opposes", "unclear"]);
      yield {
        path,
        keys: {
          kind,
          by,
          issue,
          stance,
          ...(stance === "conditional" ? { if: `${sentence(chance, 6)}.` } : {}),
          ...(replaces ? { replaces: replaces.id } : {}),
          date: free,
          ...rest,
        },
        body,
      };
    } else if (kind === "demand" || kind === "offer") {
      const to = otherThan(speaker, cast, chance);
      requests.push({ id, to, issue, date });
      yield {
        path,
        keys: {
          kind,
          by,
          to,
          issue,
          date,
          ...(chance.happens(0.2) ? { deadline: `${Number(date.slice(0, 4)) + 1}-06-01` } : {}),
          ...rest,
        },
        body,
      };
    } else if (kind === "claim") {
      const others = (claims.get(issue) ?? []).filter((claim) => claim.by !== speaker.voice);
      const contradicted = others.length > 0 && chance.happens(0.3) ? chance.of(others) : null;
      claims.set(issue, [...(claims.get(issue) ?? []).slice(-7), { id, by: speaker.voice, date }]);
      yield {
        path,
        keys: {
          kind,
          by,
          issue,
          ...(contradicted ? { contradicts: contradicted.id } : {}),
          date,
          ...rest,
        },
        body,
      };
    } else if (kind === "event") {
      const involves = [by, otherThan(speaker, cast, chance)];
      yield {
        path,
        keys: { kind, issue, involves, place: "The harbour", date, ...withoutSpeaker(rest) },
        body,
      };
    } else {
      const { quote: _, ...unquoted } = rest;
      yield {
        path,
        keys: {
          kind,
          by,
          issue,
          date,
          searched: "2011-04-01",
          in: "the harbour logs",
          ...unquoted,
        },
        body,
      };
    }
  }
}

/** Each speaks at least once, and the first of them most. */
function speakerOf(number: number, { speakers }: Cast, chance: Chance): Speaker {
  const skewed = Math.floor(chance.number() ** 2 * speakers.length);
  return itemAt(speakers, number < speakers.length ? number : skewed);
}

function quoteOf(
  source: Cast["sources"][number],
  speaker: Speaker,
  chance: Chance,
): { readonly quote?: Readonly<Record<string, string>> } {
  if (chance.happens(0.5)) return {};
  const text = passageOf(chance, source.text);
  return {
    quote: {
      text,
      speaker: speaker.id,
      where: "in the harbour",
      source: source.id,
      ...(source.language === "en"
        ? {}
        : {
            language: source.language,
            translation: sentence(chance, text.split(" ").length),
            translator: chance.of(["ours", "agency", "official"]),
          }),
    },
  };
}

/** The keys of a fact whose author is not the one that was drawn. */
function withoutSpeaker(keys: Readonly<Record<string, KeyValue>>): Record<string, KeyValue> {
  const { quote } = keys;
  if (quote === undefined || typeof quote !== "object" || Array.isArray(quote)) return { ...keys };
  const { speaker: _, ...rest } = Object.fromEntries(Object.entries(quote));
  return { ...keys, quote: rest };
}

/** One of the first forty that speak for themselves. */
function otherThan(speaker: Speaker, { speakers }: Cast, chance: Chance): string {
  const others = speakers
    .slice(0, 60)
    .filter(({ id, voice }) => id === voice && voice !== speaker.voice);
  return chance.of(others).id;
}

function another(id: string, { sources }: Cast, chance: Chance): string {
  return chance.of(sources.filter((source) => source.id !== id)).id;
}

function dayOf(chance: Chance): string {
  const [year, month, day] = [chance.below(YEARS), chance.below(12), chance.below(28)];
  return `${FIRST_YEAR + year}-${twoDigits(month + 1)}-${twoDigits(day + 1)}`;
}

/** The same day or the next on which the actor has not spoken on the issue, so that no two conflict. */
function freeDay(days: Map<string, Set<string>>, subject: string, date: string): string {
  const taken = days.get(subject) ?? new Set();
  days.set(subject, taken);
  let free = date;
  while (taken.has(free)) free = dayAfter(free);
  taken.add(free);
  return free;
}

function dayAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (day < 28) return `${year}-${twoDigits(month)}-${twoDigits(day + 1)}`;
  if (month < 12) return `${year}-${twoDigits(month + 1)}-01`;
  return `${year + 1}-01-01`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
