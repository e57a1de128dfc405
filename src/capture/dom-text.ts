/** The text of HTML as a reader sees it: blocks as paragraphs, inline tags without a trace. */
import { parseHTML } from "linkedom";

const HIDDEN: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG IFRAME OBJECT BUTTON SELECT TEXTAREA #comment".split(
    " ",
  ),
);

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL"
  ).split(" "),
);

const TEXT_NODE = 3;

/** Parses a page, or a piece of one; nothing in it is run or fetched. */
export function parsePage(html: string): Document {
  const isWhole = /<body[\s>]/i.test(html) && /<html[\s>]/i.test(html);
  const page = isWhole ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(page).document;
}

/** The text of a node: paragraphs parted by blank lines, `<br>` as a line end, spaces folded. */
export function textOf(node: Node): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts
    .join("")
    .split(PARAGRAPH)
    .map((paragraph) => paragraph.split(LINE).map(fold).join("\n").trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** Set around blocks and for line breaks while text is collected; no page can hold them. */
const PARAGRAPH = "\ue000paragraph\ue000";
const LINE = "\ue000line\ue000";

function collect(node: Node, parts: string[]): void {
  const name = node.nodeName.toUpperCase();
  if (node.nodeType === TEXT_NODE) parts.push(node.textContent ?? "");
  else if (name === "BR") parts.push(LINE);
  else if (!HIDDEN.has(node.nodeName) && !HIDDEN.has(name)) {
    const edge = BLOCKS.has(name) ? PARAGRAPH : "";
    parts.push(edge);
    for (const child of node.childNodes) collect(child, parts);
    parts.push(edge);
  }
}

/** Folds white space that HTML folds; no-break spaces stay. */
function fold(line: string): string {
  return line.replace(/[ \t\n\f\r]+/g, " ").trim();
}

/** Resolves entities that some pages leave in attributes and JSON-LD (`&amp;amp;`, `&#8217;`). */
export function resolveEntities(text: string): string {
  return /&(?:\w+|#\w+);/.test(text)
    ? textOf(parsePage(`<p>${text.replaceAll("<", "&lt;")}</p>`))
    : text;
}
