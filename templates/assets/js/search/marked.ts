/** Texts with the words that were looked for marked. */
import { termsOf, wordsIn } from "../../../../src/build/search-words.ts";

/** Whether a term is one that was looked for. */
export type IsFound = (term: string) => boolean;

/** Words that are shown before and after the first one found in a body. */
const AROUND = 14;

/** Whether a word of a text was looked for. */
export function hasFound(text: string, isFound: IsFound): boolean {
  return placesIn(text, isFound).some(({ isHit }) => isHit);
}

/** A text; found words that follow one another are marked together. */
export function marked(text: string, isFound: IsFound): readonly Node[] {
  const nodes: Node[] = [];
  let end = 0;
  let mark: HTMLElement | null = null;
  for (const word of placesIn(text, isFound)) {
    const between = text.slice(end, word.at);
    if (word.isHit && mark) mark.append(between, word.text);
    else if (word.isHit) {
      mark = Object.assign(document.createElement("mark"), { textContent: word.text });
      nodes.push(document.createTextNode(between), mark);
    } else {
      mark = null;
      nodes.push(document.createTextNode(between + word.text));
    }
    end = word.at + word.text.length;
  }
  nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}

/** What stands around the first word that was found. */
export function excerptOf(text: string, isFound: IsFound): string {
  const words = placesIn(text, isFound);
  const first = words.findIndex(({ isHit }) => isHit);
  const from = words[first - AROUND];
  const until = words[first + AROUND];
  const cut = text.slice(from?.at ?? 0, until?.at ?? text.length).trim();
  return `${from ? "… " : ""}${cut}${until ? " …" : ""}`;
}

function placesIn(
  text: string,
  isFound: IsFound,
): readonly { readonly at: number; readonly text: string; readonly isHit: boolean }[] {
  return Array.from(wordsIn(text), (word) => ({
    ...word,
    isHit: termsOf(word.text).some(isFound),
  }));
}
