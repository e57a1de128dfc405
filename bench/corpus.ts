/**
 * Writes a made-up sheet of any size: numbered islands that quarrel over numbered matters. The
 * same seed gives the same bytes. Nothing in it could be taken for content.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprintText } from "../src/quotes/fingerprint.ts";

/** The size of a made-up sheet. */
export interface CorpusOptions {
  readonly facts: number;
  readonly actors: number;
  readonly issues: number;
  readonly sources: number;
  readonly seed: number;
}

/** Sizes that grow with the number of facts as they do in real sheets: slowly. */
export function corpusOf(facts: number, seed = 1): CorpusOptions {
  const root = Math.sqrt(facts);
  return {
    facts,
    actors: Math.max(4, Math.round(root * 2)),
    issues: Math.max(3, Math.round(root / 3)),
    sources: Math.max(2, Math.round(facts / 12)),
    seed,
  };
}

const WORDS =
  "lamp oil harbour tide keeper rope night signal stone island boat ledger bell gull reef wick tower window log fog chart anchor crane net barrel".split(
    " ",
  );
const LANGUAGES = ["en", "en", "en", "fr", "tr"];

/** Writes the sheet's content folder. */
export function writeCorpus(contentFolder: string, options: CorpusOptions): void {
  const random = randomFrom(options.seed);
  const pick = <Item>(list: readonly Item[]): Item => at(list, Math.floor(random() * list.length));
  const write = (path: string, keys: Readonly<Record<string, unknown>>, body = ""): void => {
    const absolute = join(contentFolder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, `---\n${yamlOf(keys)}---\n${body}\n`);
  };
  const sentence = (length: number): string => {
    const words = Array.from({ length }, () => pick(WORDS)).join(" ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  };
  const name = (kind: string, number: number): string =>
    `${kind}-${String(number).padStart(5, "0")}`;
  const day = (): string => {
    const month = 1 + Math.floor(random() * 12);
    return `20${String(1 + Math.floor(random() * 9)).padStart(2, "0")}-${String(month).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  };

  write("site.md", {
    title: "The Numbered Islands",
    question: "Who shall light which lamp?",
    summary: "A made-up quarrel for measuring Standpoint.",
  });
  write("pages/about.md", { title: "About" }, "Made up for measuring.");
  for (let number = 0; number < options.actors; number++) {
    write(`actors/${name("island", number)}.md`, {
      name: `Island ${number}`,
      kind: "state",
      role: number < 4 ? "party" : number < 12 ? "backer" : "other",
      summary: `Numbered island ${number}.`,
    });
  }
  for (let number = 0; number < options.issues; number++) {
    const keys = {
      title: `Matter ${number}`,
      question: `Should matter ${number} be settled?`,
      order: number,
    };
    write(`issues/${name("matter", number)}.md`, keys, `${sentence(20)}.`);
  }
  const texts = Array.from({ length: options.sources }, (_, number) => {
    const text = Array.from({ length: 30 }, () => `${sentence(12)}.`).join(" ");
    write(`sources/${name("log", number)}.md`, {
      title: `Harbour log ${number}`,
      publisher: "The Numbered Gazette",
      published: "2010-01-01",
      url: `https://example.org/log/${number}`,
      language: pick(LANGUAGES),
      type: "report",
      fingerprint: fingerprintText(text),
    });
    return text;
  });

  const requests: {
    readonly id: string;
    readonly by: string;
    readonly to: string;
    readonly date: string;
  }[] = [];
  for (let number = 0; number < options.facts; number++) {
    const id = name("fact", number);
    const source = Math.floor(random() * options.sources);
    const by = name(
      "island",
      number < options.actors ? number : Math.floor(random() ** 2 * options.actors),
    );
    const others = Array.from({ length: options.actors }, (_, other) => name("island", other))
      .slice(0, 40)
      .filter((other) => other !== by);
    const issue = name(
      "matter",
      number < options.issues ? number : Math.floor(random() * options.issues),
    );
    const date = day();
    const request = requests.length > 0 && random() < 0.15 ? pick(requests) : null;
    const common = {
      date: request && request.date > date ? request.date : date,
      says: `${sentence(9)} (${number}).`,
      source: name("log", source),
      ...(random() < 0.5 ? { quote: { text: quoteFrom(at(texts, source), random) } } : {}),
    };
    const kind =
      number < Math.max(options.actors, options.issues)
        ? "position"
        : pick(["position", "position", "demand", "offer", "claim", "event"]);
    const keys = request
      ? {
          kind: "answer",
          by: request.to,
          answers: request.id,
          answer: pick(["accepted", "conditional", "countered", "rejected"]),
          ...common,
        }
      : kind === "position"
        ? {
            kind,
            by,
            issue,
            stance: pick(["supports", "conditional", "undecided", "opposes", "unclear"]),
            ...common,
          }
        : kind === "demand" || kind === "offer"
          ? { kind, by, to: pick(others), issue, ...common }
          : kind === "claim"
            ? { kind, by, issue, ...common }
            : { kind, issue, involves: [by], ...common };
    if (keys.kind === "demand" || keys.kind === "offer")
      requests.push({ id, by, to: String("to" in keys ? keys.to : ""), date: keys.date });
    write(
      `facts/${String(Math.floor(number / 500)).padStart(3, "0")}/${id}.md`,
      keys,
      number % 3 === 0 ? `${sentence(30)}.` : "",
    );
  }
}

/** Six to fourteen words that stand in a text. */
function quoteFrom(text: string, random: () => number): string {
  const words = text.split(" ");
  const start = Math.floor(random() * (words.length - 14));
  return words.slice(start, start + 6 + Math.floor(random() * 8)).join(" ");
}

function yamlOf(keys: Readonly<Record<string, unknown>>, indent = ""): string {
  return Object.entries(keys)
    .map(([key, value]) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? `${indent}${key}:\n${yamlOf(Object.fromEntries(Object.entries(value)), `${indent}  `)}`
        : `${indent}${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}\n`,
    )
    .join("");
}

function at<Item>(list: readonly Item[], place: number): Item {
  const item = list[place];
  if (item === undefined) throw new RangeError(`There is no item ${place}`);
  return item;
}

/** Numbers from 0 to 1 that a seed determines: mulberry32, by Tommy Ettinger (public domain). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
