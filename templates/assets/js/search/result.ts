/** One result as a line of a list, in the markup of `templates/partials/fact-line.njk`. */
import type { Brief, Full } from "../../../../src/build/search-format.ts";
import { isFull } from "./files.ts";
import { excerptOf, hasFound, type IsFound, marked } from "./marked.ts";

/** What the page's settings say. */
export interface Settings {
  /** From this page to the site's root. */
  readonly root: string;
  /** From this page to the index's first file. */
  readonly index: string;
  /** Glyph and tone of a stance or an answer, by its word. */
  readonly marks: Readonly<Record<string, readonly [glyph: string, tone: string]>>;
  readonly words: Readonly<
    Record<"count" | "none" | "wait" | "failed" | "fromDisk" | "open" | "close", string>
  >;
}

/** Makes the line, as far as the record is known. */
export function resultLine(
  record: Brief | Full,
  isFound: IsFound,
  settings: Settings,
): HTMLLIElement {
  const { path, says, days, date, kind, note, language } = record;
  const isQuote = record.quote !== "";

  const line = element("li", "fact-line dated");
  const place = line.appendChild(element("p", "fact-line-date"));
  if (date) place.append(timeOf(date, days));
  else place.append(kind);
  const text = line.appendChild(element("div"));
  const who = whoLine(record, settings);
  if (who.hasChildNodes()) text.append(who);

  const sentence = text.appendChild(element("p", "fact-line-says"));
  const link = sentence.appendChild(element("a"));
  link.href = settings.root + path;
  if (language && !isQuote) link.lang = language;
  link.append(...marked(says, isFound));

  if (isFull(record)) text.append(...furtherTexts(record, isFound, settings));
  if (note) text.appendChild(element("p", "fact-line-source")).append(note);
  return line;
}

/** A summary; a quotation or a translation that was found; else what stands in the body around a word that was. */
function furtherTexts(
  { says, second, translation, body, quote, language }: Full,
  isFound: IsFound,
  settings: Settings,
): readonly HTMLElement[] {
  const shown: HTMLElement[] = [];
  const add = (name: string, nodes: readonly Node[], lang = ""): void => {
    const made = element("p", name);
    if (lang) made.lang = lang;
    made.append(...nodes);
    shown.push(made);
  };
  const isIn = (text: string): boolean => hasFound(text, isFound);
  if (quote && isIn(second)) add("search-quote", quoted(second, isFound, settings), language);
  if (!quote && second) add("search-summary", marked(second, isFound));
  if (isIn(translation)) add("search-quote", quoted(translation, isFound, settings));
  if (isIn(body) && ![says, second, translation].some(isIn))
    add("search-summary", marked(excerptOf(body, isFound), isFound));
  return shown;
}

/** The kind, who said it, and a stance or an answer. What has no date has its kind in the date's place. */
function whoLine(record: Brief, { marks }: Settings): HTMLElement {
  const line = element("p", "fact-line-who");
  const add = (name: string, text: string): void => {
    if (!text) return;
    if (line.hasChildNodes()) line.append(" ");
    line.appendChild(element("span", name)).append(text);
  };
  add("draft", record.draft);
  if (record.date) add("label", record.kind);
  add("who", record.who);
  const mark = record.mark && marks[record.mark];
  if (mark) {
    const [glyph, tone] = mark;
    const shown = element("span", "mark");
    shown.dataset.tone = tone;
    shown.append(glyphOf(glyph), record.mark);
    line.append(" ", shown);
  }
  return line;
}

function quoted(text: string, isFound: IsFound, { words }: Settings): readonly Node[] {
  const bdi = element("bdi");
  bdi.append(words.open, ...marked(text, isFound), words.close);
  return [bdi];
}

/** A date; for machines too where it is one day. */
function timeOf(text: string, days: string): HTMLElement {
  const [first, last] = days.split("/");
  if (!first || first !== last)
    return Object.assign(element("span", "time"), { textContent: text });
  return Object.assign(element("time"), { textContent: text, dateTime: first });
}

function glyphOf(glyph: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#g-${glyph}`);
  svg.append(use);
  return svg;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  return made;
}
