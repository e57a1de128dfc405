/** One result as a line of a list, in the markup of `templates/partials/fact-line.njk`. */
import type { Found } from "./pagefind.ts";

/** What the page's settings say. */
export interface Settings {
  /** From this page to the site's root. */
  readonly root: string;
  /** From this page to the index. */
  readonly index: string;
  /** Glyph and tone of a stance or an answer, by its word. */
  readonly marks: Readonly<Record<string, readonly [glyph: string, tone: string]>>;
  readonly words: Readonly<
    Record<"count" | "none" | "wait" | "failed" | "fromDisk" | "open" | "close", string>
  >;
}

/** A part of a record's words and the places in it that were found. */
interface Part {
  readonly words: readonly string[];
  readonly found: ReadonlySet<number>;
}

/** What a run of words begins and ends with that is no word: quotation marks, full stops. */
const CORE = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

const NO_PART: Part = { words: [], found: new Set() };

/** Words that are shown before and after the first one found in a body. */
const AROUND = 14;

/** Makes the line. */
export function resultLine(found: Found, settings: Settings): HTMLLIElement {
  const { meta, filters } = found;
  const [says = NO_PART, second = NO_PART, translation = NO_PART, body = NO_PART] = partsOf(found);
  const isQuote = filters.kind?.includes("quote") ?? false;
  const [language] = filters.language ?? [];

  const line = element("li", "fact-line dated");
  const date = line.appendChild(element("p", "fact-line-date"));
  if (meta.date) date.append(timeOf(meta.date, filters.date?.[0] ?? ""));
  else date.append(meta.kind ?? "");
  const text = line.appendChild(element("div"));
  const who = whoLine(found, settings);
  if (who.hasChildNodes()) text.append(who);

  const sentence = text.appendChild(element("p", "fact-line-says"));
  const link = sentence.appendChild(element("a"));
  link.href = settings.root + found.raw_url;
  if (language && !isQuote) link.lang = language;
  link.append(...marked(says));

  if (second.words.length > 0 && (!isQuote || second.found.size > 0)) {
    const shown = text.appendChild(element("p", isQuote ? "search-quote" : "search-summary"));
    if (isQuote && language) shown.lang = language;
    shown.append(...(isQuote ? quoted(second, settings) : marked(second)));
  }
  if (translation.found.size > 0)
    text.appendChild(element("p", "search-quote")).append(...quoted(translation, settings));
  if (body.found.size > 0 && says.found.size + second.found.size + translation.found.size === 0)
    text.appendChild(element("p", "search-summary")).append(...marked(excerpt(body)));
  if (meta.note) text.appendChild(element("p", "fact-line-source")).append(meta.note);
  return line;
}

/** The kind, who said it, and a stance or an answer. What has no date has its kind in the date's place. */
function whoLine({ meta }: Found, { marks }: Settings): HTMLElement {
  const line = element("p", "fact-line-who");
  const add = (name: string, text: string | undefined): void => {
    if (!text) return;
    if (line.hasChildNodes()) line.append(" ");
    line.appendChild(element("span", name)).append(text);
  };
  add("draft", meta.draft);
  if (meta.date) add("label", meta.kind);
  add("who", meta.who);
  const mark = meta.mark && marks[meta.mark];
  if (mark) {
    const [glyph, tone] = mark;
    const shown = element("span", "mark");
    shown.dataset.tone = tone;
    shown.append(glyphOf(glyph), meta.mark ?? "");
    line.append(" ", shown);
  }
  return line;
}

/** The parts of a record, which `¶` keeps apart. Places are counted over all words, `¶` included. */
function partsOf({ content, locations }: Found): readonly Part[] {
  const places = new Set(locations);
  const parts: { words: string[]; found: Set<number> }[] = [{ words: [], found: new Set() }];
  content.split(/\s+/).forEach((word, place) => {
    const part = parts.at(-1);
    if (word === "¶") parts.push({ words: [], found: new Set() });
    else if (part) {
      if (places.has(place)) part.found.add(part.words.length);
      part.words.push(word);
    }
  });
  return parts;
}

/** The words around the first that was found. */
function excerpt({ words, found }: Part): Part {
  const first = Math.min(...found);
  const from = Math.max(0, first - AROUND);
  const until = Math.min(words.length, first + AROUND);
  const cut = words.slice(from, until);
  const places = new Set([...found].map((place) => place - from));
  if (from > 0) cut[0] = `… ${cut[0]}`;
  if (until < words.length) cut[cut.length - 1] += " …";
  return { words: cut, found: places };
}

function quoted(part: Part, { words }: Settings): readonly Node[] {
  const bdi = element("bdi");
  bdi.append(words.open, ...marked(part), words.close);
  return [bdi];
}

/** The words of a part; runs of those that were found are marked. */
function marked({ words, found }: Part): readonly Node[] {
  const nodes: Node[] = [];
  for (let place = 0; place < words.length; ) {
    const isFound = found.has(place);
    const start = place;
    while (place < words.length && found.has(place) === isFound) place++;
    const text = words.slice(start, place).join(" ");
    if (start > 0) nodes.push(document.createTextNode(" "));
    const [, before = "", inner = "", after = ""] = (isFound && CORE.exec(text)) || [];
    if (inner === "") nodes.push(document.createTextNode(text));
    else
      nodes.push(
        document.createTextNode(before),
        Object.assign(element("mark"), { textContent: inner }),
        document.createTextNode(after),
      );
  }
  return nodes;
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
