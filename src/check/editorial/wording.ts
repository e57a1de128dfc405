/** Words that take a side, and numbers of casualties that nobody counted. Only ever in the editor's own voice. */
import { type InterfaceLanguage, interfaceLanguage } from "../../content/interface-languages.ts";
import { type Problem, problem } from "../../content/problem.ts";
import type { Fact } from "../../content/records.ts";
import type { Check } from "../context.ts";
import { ownTexts } from "./voice.ts";
import { WATCHED_WORDS } from "./words.ts";

/** What to look for in one language. */
interface Watched {
  readonly loaded: RegExp;
  readonly casualties: RegExp;
  readonly hedges: RegExp;
}

/** Warns of loaded words in `says` and the body, and of bare numbers of casualties in events. */
export const checkWording: Check = (context) => {
  const language = interfaceLanguage(context.content.records.site?.language ?? "");
  if (language === null) return [];
  const watched = watchedIn(language);
  return context.content.records.facts.flatMap((fact) => {
    const problems: Problem[] = [];
    const texts = ownTexts(context, fact);
    for (const { text, locate } of texts) {
      for (const { 0: word, index } of text.matchAll(watched.loaded)) {
        const message = `“${word}” takes a side, in the sheet's own voice`;
        const hint = "Say what was said or done, or quote who calls it so.";
        problems.push(problem("loaded-word", locate(index, word.length), message, hint));
      }
    }
    const [says] = texts;
    const figure = says && isToldAsFact(fact) ? bareFigure(says.text, watched) : undefined;
    if (says && figure) {
      const message = `“${figure.text}” is told as the number, without a range or who counted`;
      const hint =
        "Give the range with both names, say who counted, or make it a claim by the one who did.";
      const place = says.locate(figure.at, figure.text.length);
      problems.push(problem("bare-figure", place, message, hint));
    }
    return problems;
  });
};

/** Claims have an author, whose number it is; so has an event of certainty reported or claimed. */
function isToldAsFact({ kind, certainty }: Fact): boolean {
  return kind === "event" && (certainty === "stated" || certainty === "confirmed");
}

/** A number in a text that speaks of casualties, and that neither hedges nor says who counted. */
function bareFigure(
  text: string,
  { casualties, hedges }: Watched,
): { readonly text: string; readonly at: number } | undefined {
  if (text.search(casualties) < 0 || text.search(hedges) >= 0) return undefined;
  const numbers = [...text.matchAll(NUMBER)];
  // Two numbers with a dash between them are a range.
  if (numbers.some(({ 0: number }) => /[-–—]/.test(number))) return undefined;
  const [first] = numbers;
  return first && { text: first[0], at: first.index };
}

/** A number of one or several groups, and a range of two; not a date's year or day with its month. */
const NUMBER = /(?<![\p{L}\p{N}-])\d{1,3}(?:[., \u00a0]?\d{3})*(?:[-–—]\d+)?(?![\p{L}\p{N}-])/gu;

const known = new Map<InterfaceLanguage, Watched>();

function watchedIn(language: InterfaceLanguage): Watched {
  const before = known.get(language);
  if (before !== undefined) return before;
  const { loaded, casualties, hedges } = WATCHED_WORDS[language];
  const watched = {
    loaded: anyOf(loaded, "giu"),
    casualties: anyOf(casualties, "iu"),
    hedges: anyOf(hedges, "iu"),
  };
  known.set(language, watched);
  return watched;
}

function anyOf(words: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, flags);
}
