/** Sentences cut to fit. */

/** A text of at most so many characters, cut at a word, with an ellipsis if it was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > 0 ? space : most).replace(/[\s,;:.–-]+$/u, "")}…`;
}
