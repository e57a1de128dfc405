/** Stances and answers as marks: a glyph and a word first, a colour second. */
import type { Stance } from "../../../content/records.ts";
import { STANCES } from "../../../content/schema/vocabulary.ts";
import type { Reply } from "../../../model/dossier.ts";
import type { Glyph } from "../../glyphs.ts";
import type { WordKey } from "../../locale/words.ts";
import type { Scope } from "../../scope.ts";

/** The colours of the style sheet. */
export type Tone = "supports" | "conditional" | "open" | "opposes" | "differ" | "none";

/** A glyph, a word and a colour. */
export interface Mark {
  readonly glyph: Glyph;
  readonly tone: Tone;
  readonly word: string;
}

/** One line of the legend. */
export interface LegendEntry {
  readonly stance: Stance | "conflict" | "none";
  readonly mark: Mark;
  readonly meaning: string;
}

type Standing = Stance | "conflict" | "none";
type Sign = readonly [Glyph, Tone, WordKey];

const STANCE_SIGNS: Readonly<Record<Standing, Sign>> = {
  supports: ["yes", "supports", "stance.supports"],
  conditional: ["half", "conditional", "stance.conditional"],
  undecided: ["ring", "open", "stance.undecided"],
  opposes: ["no", "opposes", "stance.opposes"],
  unclear: ["query", "open", "stance.unclear"],
  conflict: ["differ", "differ", "stance.conflict"],
  none: ["none", "none", "stance.none"],
};

const STANCE_MEANINGS: Readonly<Record<Standing, WordKey>> = {
  supports: "legend.supports",
  conditional: "legend.conditional",
  undecided: "legend.undecided",
  opposes: "legend.opposes",
  unclear: "legend.unclear",
  conflict: "legend.conflict",
  none: "legend.none",
};

const ANSWER_SIGNS: Readonly<Record<Reply["state"], Sign>> = {
  accepted: ["yes", "supports", "answer.accepted"],
  conditional: ["half", "conditional", "answer.conditional"],
  countered: ["counter", "open", "answer.countered"],
  rejected: ["no", "opposes", "answer.rejected"],
  conflict: ["differ", "differ", "answer.conflict"],
  none: ["none", "none", "answer.none"],
};

/** How an actor stands to an issue. */
export function stanceMark(scope: Scope, stance: Standing): Mark {
  return markOf(scope, STANCE_SIGNS[stance]);
}

/** What came back to a demand or an offer. */
export function answerMark(scope: Scope, state: Reply["state"]): Mark {
  return markOf(scope, ANSWER_SIGNS[state]);
}

/** The scale of stances, each with what it means. */
export function stanceLegend(scope: Scope): readonly LegendEntry[] {
  return [...STANCES, "conflict" as const, "none" as const].map((stance) => ({
    stance,
    mark: stanceMark(scope, stance),
    meaning: scope.t(STANCE_MEANINGS[stance]),
  }));
}

function markOf({ t }: Scope, [glyph, tone, word]: Sign): Mark {
  return { glyph, tone, word: t(word) };
}
