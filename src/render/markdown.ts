/** Markdown of bodies to HTML: no HTML of its own, no script addresses, headings that fit the page. */
import MarkdownIt from "markdown-it";

/** Renders a body. `headingShift` is added to each heading's level, so that `#` fits under the page's own. */
export type Markdown = (text: string, headingShift: number) => string;

const ALLOWED_ADDRESS = /^(?:https?:|mailto:|(?!\/\/)[^:]*$|#)/i;

/** Makes the renderer. */
export function createMarkdown(): Markdown {
  const markdown = new MarkdownIt({
    html: false,
    linkify: false,
    typographer: false,
    breaks: false,
  });
  markdown.disable("image");
  markdown.validateLink = (address) => ALLOWED_ADDRESS.test(address.trim());
  const shiftOf = (environment: unknown): number =>
    typeof environment === "object" && environment !== null && "headingShift" in environment
      ? Number(environment.headingShift)
      : 0;
  markdown.core.ruler.push("shift-headings", ({ tokens, env }) => {
    const shift = shiftOf(env);
    for (const token of tokens) {
      if (token.type !== "heading_open" && token.type !== "heading_close") continue;
      token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
    }
  });
  return (text, headingShift) => markdown.render(text, { headingShift });
}
