/** Sentences without sense, in the words of harbours. */
import type { Chance } from "./random.ts";

/** A language that has words here. */
export type ProseLanguage = "en" | "fr" | "tr" | "de";

/** Languages as often as sources are in them: three in five are in the sheet's own. */
export const SOURCE_LANGUAGES: readonly ProseLanguage[] = [
  "en",
  "en",
  "en",
  "en",
  "en",
  "en",
  "fr",
  "fr",
  "tr",
  "de",
];

const WORDS: Readonly<Record<ProseLanguage, readonly string[]>> = {
  en: "lamp oil harbour tide keeper rope night signal stone island boat ledger bell gull reef wick tower window log fog chart anchor crane net barrel".split(
    " ",
  ),
  fr: "lampe huile port marée gardien corde nuit signal pierre île bateau registre cloche mouette récif mèche tour fenêtre brume carte ancre grue filet tonneau".split(
    " ",
  ),
  tr: "lamba yağ liman gelgit bekçi halat gece işaret taş ada tekne defter çan martı resif fitil kule pencere sis harita çapa vinç ağ fıçı".split(
    " ",
  ),
  de: "Lampe Öl Hafen Flut Wärter Tau Nacht Signal Stein Insel Boot Buch Glocke Möwe Riff Docht Turm Fenster Nebel Karte Anker Kran Netz Fass".split(
    " ",
  ),
};

/** Words of a language, the first with a capital, without an end. */
export function sentence(chance: Chance, length: number, language: ProseLanguage = "en"): string {
  const words = Array.from({ length }, () => chance.of(WORDS[language])).join(" ");
  return `${words.charAt(0).toLocaleUpperCase(language)}${words.slice(1)}`;
}

/** A source's full text: thirty sentences of twelve words. */
export function fullText(chance: Chance, language: ProseLanguage): string {
  return Array.from({ length: 30 }, () => `${sentence(chance, 12, language)}.`).join(" ");
}

/** Eight to fifteen words that stand in a text. */
export function passageOf(chance: Chance, text: string): string {
  const words = text.split(" ");
  const start = chance.below(words.length - 15);
  return words.slice(start, start + 8 + chance.below(8)).join(" ");
}

/** One to three short paragraphs of Markdown: emphasis, links, now and then a list. */
export function markdown(chance: Chance): string {
  const paragraphs = Array.from({ length: 1 + chance.below(3) }, () => paragraph(chance));
  return paragraphs.join("\n\n");
}

function paragraph(chance: Chance): string {
  const begin = sentence(chance, 6 + chance.below(10));
  const end = sentence(chance, 6 + chance.below(10)).toLowerCase();
  const middle = chance.of([
    "of the *old* lamp, and",
    "with **no** oil; see",
    `as the [harbour log](https://example.org/log/${chance.below(1000)}) has it:`,
    "or `lamp 7` at",
    "by the ledger’s",
  ]);
  const list = chance.happens(0.1) ? `\n\n- ${sentence(chance, 4)}\n- ${sentence(chance, 5)}` : "";
  return `${begin} ${middle} ${end}.${list}`;
}
