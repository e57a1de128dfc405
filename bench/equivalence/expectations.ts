/** What stands on a site's pages if it was made from a sheet: for each page, texts that it must show. */
import { basename } from "node:path";
import type { ContentFile, KeyValue } from "../corpus/content-file.ts";

/** A page, and texts on it. */
export interface Expectation {
  readonly page: string;
  readonly texts: readonly string[];
}

/** How many facts are looked at in each sheet, evenly spread. */
const SAMPLES = 40;

/** What is asked of every generator's output: pages of facts, actors, issues and sources, and lists. */
export function expectationsOf(files: readonly ContentFile[]): readonly Expectation[] {
  const of = (folder: string): readonly ContentFile[] =>
    files.filter(({ path }) => path.startsWith(`${folder}/`));
  const titles = new Map(
    [...of("actors"), ...of("sources"), ...of("issues")].map((file) => [
      basename(file.path, ".md"),
      text(file.keys.name ?? file.keys.title),
    ]),
  );
  const named = (value: KeyValue | undefined): readonly string[] =>
    list(value).flatMap((id) => titles.get(id) ?? []);

  const facts = of("facts");
  const answers = new Map(facts.map((fact) => [text(fact.keys.answers), text(fact.keys.says)]));
  const step = Math.max(1, Math.floor(facts.length / SAMPLES));
  return facts
    .filter((_, place) => place % step === 0)
    .flatMap(({ path, keys, body }) => {
      const id = basename(path, ".md");
      const says = text(keys.says);
      const answer = answers.get(id);
      const fact: Expectation = {
        page: `facts/${id}/index.html`,
        texts: [
          says,
          ...quoteTexts(keys.quote),
          ...named(keys.by),
          ...named(keys.to),
          ...named(keys.issue),
          ...named(keys.source),
          ...(answer === undefined ? [] : [answer]),
          firstWords(body),
        ].filter((words) => words.trim() !== ""),
      };
      const bySource = list(keys.source).map((source) => ({
        page: `sources/${source}/index.html`,
        texts: [...named(source), says],
      }));
      const byActor = list(keys.by).map((by) => ({
        page: `actors/${by}/index.html`,
        texts: named(by),
      }));
      return [fact, ...bySource, ...byActor];
    });
}

/** Whether a page's text, without markup, has some words in this order; punctuation and case aside. */
export function shows(html: string, words: string): boolean {
  return plain(withoutMarkup(html)).includes(plain(words));
}

function withoutMarkup(html: string): string {
  return html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:amp|lt|gt|quot|#\d+|#x[\da-f]+|nbsp);/gi, " ");
}

function plain(text: string): string {
  return ` ${(text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `.toLowerCase();
}

/** Up to four words of a body's beginning, none with Markdown in it. */
function firstWords(body: string): string {
  return /^(?:[\p{L}\p{N}]+ ){1,4}/u.exec(body)?.[0] ?? "";
}

/** A quote's words; of one with omissions or insertions those before the first. */
function quoteTexts(quote: KeyValue | undefined): readonly string[] {
  if (typeof quote !== "object" || !("text" in quote)) return [];
  return [quote.text.split(/[[…]|\.\.\./)[0] ?? ""];
}

function text(value: KeyValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function list(value: KeyValue | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
