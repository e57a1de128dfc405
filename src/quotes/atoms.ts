/**
 * First half of normalisation: a text as atoms, which are single characters with runs of spaces,
 * dots and dashes folded. The second half, `normalise.ts`, joins atoms to words.
 */
import { type CharacterClass, classify } from "./characters.ts";

/** One character that counts, or one folded run. Offsets are UTF-16 units in the text read. */
export interface Atom {
  readonly is: Exclude<CharacterClass, "ignored" | "break">;
  readonly text: string;
  readonly start: number;
  /** Where the atom ends, exclusive. */
  readonly end: number;
  /** For a space: how many line ends it holds; two or more part paragraphs. Otherwise 0. */
  readonly breaks: number;
}

/** A run folded as a whole, before single characters are looked at. */
interface Run {
  readonly pattern: RegExp;
  readonly fold: (run: string) => readonly Pick<Atom, "is" | "text">[];
}

/** Each pattern is sticky: it is asked whether the run begins exactly here. */
const RUNS: readonly Run[] = [
  // A soft hyphen at a line end says that the word goes on in the next line.
  { pattern: /\u00ad[ \t]*(?:\r\n|\r|\n)[ \t]*/y, fold: () => [] },
  { pattern: /\.(?:[ \u00a0\u202f]?\.){2,}/y, fold: foldDots },
  { pattern: /[…⋯](?:[ \u00a0\u202f]?[…⋯])*/y, fold: () => [{ is: "mark", text: "…" }] },
  { pattern: /[-\u2010-\u2015\u2e3a\u2e3b]{2,}/y, fold: () => [{ is: "dash", text: "—" }] },
  // Two single marks typed for one double mark, as typewriters and TeX have it.
  { pattern: /''|``|´´|‘‘|’’/y, fold: () => [{ is: "double", text: '"' }] },
];

/** The characters a run can begin with: nowhere else are the patterns asked. */
const RUN_STARTS: ReadonlySet<string> = new Set("\u00ad.…⋯-‐‑‒–—―⸺⸻'`´‘’");

/** Three dots are an ellipsis; four are a full stop and an ellipsis; more are leaders. */
function foldDots(run: string): readonly Pick<Atom, "is" | "text">[] {
  const ellipsis = { is: "mark", text: "…" } as const;
  const dots = run.split(".").length - 1;
  return dots === 4 ? [{ is: "mark", text: "." }, ellipsis] : [ellipsis];
}

/**
 * Reads a text, or a stretch of it that begins and ends at plain letters or at its own ends, into atoms, in
 * order; ignored characters leave no trace but in the offsets.
 */
export function readAtoms(text: string, from = 0, to = text.length): readonly Atom[] {
  const atoms: Atom[] = [];
  let at = from;
  while (at < to) {
    const run = RUN_STARTS.has(text.charAt(at))
      ? RUNS.find(({ pattern }) => beginsAt(pattern, text, at))
      : undefined;
    if (run !== undefined) {
      const end = run.pattern.lastIndex;
      for (const folded of run.fold(text.slice(at, end))) {
        atoms.push({ ...folded, start: at, end, breaks: 0 });
      }
      at = end;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    const is = classify(character);
    if (is === "space" || is === "break") {
      // The line end "\r\n" is one, so its first half does not count.
      const breaks = is === "break" && !text.startsWith("\r\n", at) ? 1 : 0;
      pushSpace(atoms, { is: "space", text: " ", start: at, end, breaks });
    } else if (is !== "ignored") {
      atoms.push({ is, text: foldCharacter(character), start: at, end, breaks: 0 });
    }
    at = end;
  }
  return atoms;
}

function beginsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Adds a space, or widens the one before it. */
function pushSpace(atoms: Atom[], space: Atom): void {
  const last = atoms.at(-1);
  if (last?.is !== "space") {
    atoms.push(space);
    return;
  }
  atoms[atoms.length - 1] = { ...last, end: space.end, breaks: last.breaks + space.breaks };
}

/** The one character whose canonical equivalent is a mark of its own (Greek question mark). */
function foldCharacter(character: string): string {
  return character === "\u037e" ? ";" : character;
}
