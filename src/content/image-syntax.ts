/** How a body names an image of the sheet: `![Alt text](images/map.png)`, and in no other way. */
import type MarkdownIt from "markdown-it";

/** An image as a body names it. */
export interface NamedImage {
  /** What stands for it where it is not seen; empty if nothing was written. */
  readonly alt: string;
  /** What is written behind `images/`. */
  readonly file: string;
}

/** The type of the tokens that the rule makes; `meta.line` counts lines from the token's block. */
export const IMAGE_TOKEN = "sheet_image";

const SYNTAX = /!\[([^[\]]*)\]\(images\/([^()]*)\)/y;

/**
 * Puts the rule in the place of markdown-it's own, which takes images from anywhere.
 * @param attributes of the `img` element, or `null` where the image is left as text
 */
export function useSheetImages(
  markdown: MarkdownIt,
  attributes: (image: NamedImage) => [string, string][] | null,
): void {
  markdown.inline.ruler.at("image", (state, silent) => {
    SYNTAX.lastIndex = state.pos;
    const [all, alt = "", file = ""] = SYNTAX.exec(state.src) ?? [];
    if (all === undefined) return false;
    const image = { alt: alt.trim().replace(/\s+/g, " "), file };
    const attrs = attributes(image);
    if (!attrs) return false;
    if (!silent) {
      const token = state.push(IMAGE_TOKEN, "img", 0);
      token.attrs = attrs;
      token.meta = { ...image, line: state.src.slice(0, state.pos).split("\n").length - 1 };
    }
    state.pos += all.length;
    return true;
  });
}
