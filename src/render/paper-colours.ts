/** Colours that are needed outside the style sheet. */

/** The colours of the paper in each theme; a test holds them to the style sheet's. */
export const PAPER_COLOURS = { light: "#fcfbf8", dark: "#15171b" } as const;
