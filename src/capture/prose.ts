/** Articles saved as plain text or Markdown, with the notes that people put above and below them. */
import MarkdownIt from "markdown-it";
import { type DocumentMetadata, firstGiven, NO_METADATA } from "./document.ts";
import { parsePage, textOf } from "./dom-text.ts";
import { readPrintedDate } from "./printed-date.ts";

/** So many lines at the top are searched for a byline and a date. */
const HEAD_LINES = 8;

/** Longer lines are prose, not a byline. */
const LONGEST_BYLINE = 80;

/** A note of the address at the end: `Original url:` and the address, on one line or two. */
const ADDRESS_NOTE = /\n[ \t]*(?:original )?url:?\s*<?(https?:\/\/[^\s<>]+)>?\s*$/i;

/** A note of the date at the start, before or above the text: `date 2025-05-11`. */
const DATE_NOTE = /^\s*date:?[ \t]+(\d{4}-\d\d-\d\d)(?!\d)[ \t]*/i;

/** Reads Markdown as the text that it shows. */
export function readMarkdown(markdown: string): {
  readonly text: string;
  readonly metadata: DocumentMetadata;
} {
  const { content, url, published } = takeNotes(markdown);
  const page = parsePage(new MarkdownIt({ html: true }).render(content));
  const text = textOf(page.body);
  const heading = page.querySelector("h1");
  const title = heading === null ? undefined : firstGiven(textOf(heading));
  return { text, metadata: { ...readHead(text), title, url, ...(published && { published }) } };
}

/** Reads plain text. It has no title: a first line may be one, or not. */
export function readPlainText(plain: string): {
  readonly text: string;
  readonly metadata: DocumentMetadata;
} {
  const { content, url, published } = takeNotes(plain);
  const text = content.trim().replace(/\n[ \t]*(?:\n[ \t]*)+/g, "\n\n");
  return { text, metadata: { ...readHead(text), url, ...(published && { published }) } };
}

interface Noted {
  readonly content: string;
  readonly url: string | undefined;
  readonly published: string | undefined;
}

/** Takes off the notes of whoever saved the text: they are no part of it. */
function takeNotes(text: string): Noted {
  const url = ADDRESS_NOTE.exec(text)?.[1];
  const published = readPrintedDate(DATE_NOTE.exec(text)?.[1]);
  const content = text.replace(ADDRESS_NOTE, "\n");
  return {
    content: published === undefined ? content : content.replace(DATE_NOTE, ""),
    url,
    published,
  };
}

/** The byline and the date, which are part of the text, from the lines at the top. */
function readHead(text: string): DocumentMetadata {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, HEAD_LINES)
    .map((line) => line.trim());
  const byline = lines.find((line) => /^By \S/.test(line) && line.length <= LONGEST_BYLINE);
  return {
    ...NO_METADATA,
    author: firstGiven(byline?.replace(/^By /, "")),
    published: lines.map(readPrintedDate).find((date) => date !== undefined),
  };
}
