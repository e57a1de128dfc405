/** Everything that is asked of a passage and a source, answered at once: whether, how and where it stands there. */
import { type Fingerprint, fingerprintText, parseFingerprint } from "./fingerprint.ts";
import { matchQuote, type Refused } from "./match.ts";
import { fragmentOf } from "./text-fragment.ts";

/** What is looked for in a source. */
export interface SoughtPassage {
  readonly text: string;
  /** The words around it, which must stand there too and of which the link is made; or empty. */
  readonly within: string;
}

/** The passage stands in the source. Plain data, fit to be kept. */
export interface StandingPassage {
  readonly stands: true;
  /** Only one or two words: true, but little evidence of what was said. */
  readonly weak: boolean;
  /** Whether the passage stands in the words around it; `true` where there are none. */
  readonly isWithin: boolean;
  /** At how many places the text of which the link is made stands. */
  readonly occurrences: number;
  /** Whether a browser can be led to this one place only. */
  readonly unique: boolean;
  /** `text=…`, for a deep link; empty where none can be made. */
  readonly directive: string;
}

/** The passage does not stand in the source, or the words around it do not. Plain data, fit to be kept. */
export interface RefusedPassage {
  readonly stands: false;
  /** What does not stand. */
  readonly key: "text" | "within";
  readonly refused: Refused;
}

/** The answer of one source to one passage. Made of nothing but the passage and the fingerprint. */
export type PassageAnswer = StandingPassage | RefusedPassage;

/** Asks a source for a passage. */
export function askForPassage(
  { text, within }: SoughtPassage,
  fingerprint: Fingerprint,
): PassageAnswer {
  const match = matchQuote(text, fingerprint);
  if (match.kind === "refused") return { stands: false, key: "text", refused: match };
  const around = within === "" ? match : matchQuote(within, fingerprint);
  if (around.kind === "refused") return { stands: false, key: "within", refused: around };
  const fragment = fragmentOf(within === "" ? text : within, around, fingerprint);
  return {
    stands: true,
    weak: match.weak,
    isWithin: within === "" || standsIn(text, within),
    occurrences: around.occurrences,
    unique: fragment?.unique ?? false,
    directive: fragment?.directive ?? "",
  };
}

function standsIn(quote: string, text: string): boolean {
  const parsed = parseFingerprint(fingerprintText(text));
  return !parsed.ok || matchQuote(quote, parsed.fingerprint).kind === "matched";
}
