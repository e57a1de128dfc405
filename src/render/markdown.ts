/** Markdown of bodies to HTML: no HTML or style of its own, no script addresses, headings that fit the page. */
import MarkdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { withRefusedShown } from "../content/honest-text.ts";
import { useSheetImages } from "../content/image-syntax.ts";
import type { SheetImage } from "../content/images.ts";
import { type Linker, PATHS, relationOf } from "./links.ts";

/**
 * Renders a body whose highest headings become headings of a level that fits the page.
 * @param href links from the page; images have the address it gives
 */
export type Markdown = (text: string, highestLevel: number, href?: Linker) => string;

/** Web and mail addresses, and relative ones (no scheme, no other host). */
const ALLOWED_ADDRESS = /^(?:https?:\/\/|mailto:|(?!\/\/)[^:?#]*(?:[?#]|$))/i;

/** In the ids of notes, so that they are never a page's own. A page shows one body. */
const NOTE_PREFIX = "note";

/** Makes the renderer. @param images those that bodies may show; all others stay text. */
export function createMarkdown(images: readonly SheetImage[] = []): Markdown {
  const byFile = new Map(images.map((image) => [image.file, image]));
  const markdown = new MarkdownIt({
    html: false,
    linkify: false,
    typographer: false,
    breaks: false,
  });
  let hrefOf: Linker = (target) => target;
  useSheetImages(markdown, ({ alt, file }) => {
    const image = byFile.get(file);
    return image && alt !== "" ? attributesOf(image, alt, hrefOf) : null;
  });
  markdown.use(footnotes);
  // Notes are written below the text they belong to; one in the middle of a sentence could nest others.
  markdown.disable("footnote_inline");
  markdown.inline.ruler.before("footnote_ref", "no_note", passOverUnclosedNote);
  markdown.validateLink = (address) => ALLOWED_ADDRESS.test(address.trim());
  return (text, highestLevel, href = (target) => target) => {
    hrefOf = href;
    const environment = { docId: NOTE_PREFIX };
    const tokens = markdown.parse(text, environment);
    fitHeadings(tokens, highestLevel);
    for (const token of tokens) {
      nameAlignment(token);
      for (const child of token.children ?? []) relateLink(child);
    }
    const html = markdown.renderer.render(tokens, markdown.options, environment);
    // A character reference (`&#x202E;`) must not bring in what the file itself may not hold.
    return withRefusedShown(html);
  };
}

/** The size is told so that the text does not move when the image comes. */
function attributesOf(image: SheetImage, alt: string, href: Linker): [string, string][] {
  return [
    ["src", href(PATHS.image(image))],
    ["alt", alt],
    ["width", String(image.width)],
    ["height", String(image.height)],
    ["loading", "lazy"],
    ["decoding", "async"],
  ];
}

/**
 * `[^` that no `]` closes soon is text. Left to the rule for notes, each would be looked for to the end of the
 * text, which takes seconds where there are thousands of them.
 */
function passOverUnclosedNote(state: InlineState, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith("[^", pos) || src.slice(pos, pos + LONGEST_NOTE_NAME).includes("]")) {
    return false;
  }
  if (!silent) state.pending += "[^";
  state.pos += 2;
  return true;
}

/** Of markdown-it's state of a paragraph that is being read, what a rule needs that only makes text. */
interface InlineState {
  readonly src: string;
  pos: number;
  pending: string;
}

const LONGEST_NOTE_NAME = 100;

/** Moves headings so that the highest has the level asked for and none skips one. */
function fitHeadings(tokens: readonly Token[], highestLevel: number): void {
  const headings = tokens.filter(({ type }) => type === "heading_open");
  const highest = Math.min(...headings.map(levelOf));
  let previous = highestLevel - 1;
  let current = highestLevel;
  for (const token of tokens) {
    if (token.type === "heading_open") {
      current = Math.min(levelOf(token) - highest + highestLevel, previous + 1, 6);
      previous = current;
    } else if (token.type !== "heading_close") continue;
    token.tag = `h${current}`;
  }
}

/** The alignment of a table's cell comes as a style, which no page may hold; the style sheet knows the name. */
function nameAlignment(token: Token): void {
  const style = token.attrGet("style");
  if (style === null) return;
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
  token.attrSet("data-align", style.replace("text-align:", ""));
}

function relateLink(token: Token): void {
  const relation = token.type === "link_open" ? relationOf(String(token.attrGet("href"))) : "";
  if (relation !== "") token.attrSet("rel", relation);
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}
