/** The colours of the paper, for what lies outside the style sheet; a test holds them to its own. */
export const PAPER_COLOURS = { light: "#fcfbf8", dark: "#15171b" } as const;
