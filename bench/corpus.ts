/**
 * Writes a made-up sheet of any size: numbered islands that quarrel over numbered matters. The
 * same seed gives the same bytes. Nothing in it could be taken for content.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprintText } from "../src/quotes/fingerprint.ts";
import { type ContentFile, textOf } from "./corpus/content-file.ts";
import { type Cast, facts, type Speaker } from "./corpus/facts.ts";
import { fullText, markdown, SOURCE_LANGUAGES, sentence } from "./corpus/prose.ts";
import { type Chance, chanceFrom } from "./corpus/random.ts";

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

/** Writes the sheet's content folder. */
export function writeCorpus(contentFolder: string, options: CorpusOptions): void {
  const made = new Set<string>();
  for (const file of corpusFiles(options)) {
    const absolute = join(contentFolder, file.path);
    const folder = dirname(absolute);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(absolute, textOf(file));
  }
}

/** Every file of the sheet, one after the other. */
export function* corpusFiles(options: CorpusOptions): Generator<ContentFile> {
  const chance = chanceFrom(options.seed);
  yield {
    path: "site.md",
    keys: {
      title: "The Numbered Islands",
      question: "Who shall light which lamp?",
      summary: "A made-up quarrel for measuring Standpoint.",
    },
    body: "",
  };
  yield { path: "pages/about.md", keys: { title: "About" }, body: "Made up for measuring." };

  const speakers = Array.from({ length: options.actors }, (_, number) => speaker(number));
  yield* speakers.map(({ id, voice }, number) => actorFile(id, voice, number));

  const issues = Array.from({ length: options.issues }, (_, number) => name("matter", number));
  for (const [number, id] of issues.entries()) yield issueFile(id, number, chance);

  const sources: Cast["sources"][number][] = [];
  for (let number = 0; number < options.sources; number++) {
    const language = chance.of(SOURCE_LANGUAGES);
    const text = fullText(chance, language);
    const id = name("log", number);
    sources.push({ id, language, text });
    yield {
      path: `sources/${id}.md`,
      keys: {
        title: `Harbour log ${number}`,
        publisher: `The Numbered Gazette ${number % 7}`,
        published: `2010-${String(1 + (number % 12)).padStart(2, "0")}-01`,
        url: `https://example.org/log/${number}`,
        language,
        type: "report",
        fingerprint: fingerprintText(text),
      },
      body: "",
    };
  }
  yield* facts(options.facts, { speakers, issues, sources }, chance);
}

/** Islands speak for themselves; of the later ones each fifth is a keeper who speaks for an island. */
function speaker(number: number): Speaker {
  const isKeeper = number >= 12 && number % 5 === 4;
  if (!isKeeper) return { id: name("island", number), voice: name("island", number) };
  return { id: name("keeper", number), voice: name("island", number % 10) };
}

function actorFile(id: string, voice: string, number: number): ContentFile {
  const isKeeper = voice !== id;
  const role = number < 4 ? "party" : number < 10 ? "backer" : number < 12 ? "mediator" : "other";
  return {
    path: `actors/${id}.md`,
    keys: {
      name: `${isKeeper ? "Keeper" : "Island"} ${number}`,
      kind: isKeeper ? "person" : "state",
      role,
      summary: isKeeper ? `Numbered keeper ${number}.` : `Numbered island ${number}.`,
      ...(isKeeper ? { speaksFor: [{ actor: voice, as: "Keeper of the lamp" }] } : {}),
    },
    body: "",
  };
}

function issueFile(id: string, number: number, chance: Chance): ContentFile {
  return {
    path: `issues/${id}.md`,
    keys: {
      title: `Matter ${number}`,
      question: `Should matter ${number} be settled?`,
      order: number,
    },
    body: `${sentence(chance, 20)}.\n\n${markdown(chance)}`,
  };
}

function name(kind: string, number: number): string {
  return `${kind}-${String(number).padStart(5, "0")}`;
}
