/**
 * The closed list of what can be wrong with a sheet. An error stops the build; a warning is shown
 * and does not. Each code has its page in `docs/problems/<code>.md`.
 */

/** How grave a problem is. */
export type Severity = "error" | "warning";

/** Every problem code with its severity. */
export const PROBLEM_CODES = {
  // files
  "missing-content": "error",
  "unreadable-file": "error",
  "symbolic-link": "error",
  "file-too-large": "error",
  "invalid-utf8": "error",
  "control-character": "error",
  "misleading-character": "error",
  "conflict-mark": "error",
  "folder-too-large": "error",
  "misplaced-file": "error",
  "ignored-file": "warning",
  "unusable-image": "error",
  "invalid-id": "error",
  "colliding-ids": "error",
  "reserved-id": "error",
  // front matter
  "missing-front-matter": "error",
  "front-matter-language": "error",
  "unclosed-front-matter": "error",
  "invalid-yaml": "error",
  "duplicate-key": "error",
  "comment-in-value": "error",
  // keys and values
  "unknown-key": "error",
  "misplaced-key": "error",
  "missing-key": "error",
  "empty-value": "error",
  "wrong-type": "error",
  "unknown-value": "error",
  "invalid-value": "error",
  "impossible-date": "error",
  "empty-body": "error",
  // references
  "unknown-actor": "error",
  "unknown-issue": "error",
  "unknown-fact": "error",
  "unknown-source": "error",
  "self-reference": "error",
  "wrong-reference": "error",
  "circular-reference": "error",
  "duplicate-reference": "error",
  "withdrawn-reference": "error",
  // corrections, against the published site
  "uncorrected-change": "error",
  "removed-correction": "error",
  "vanished-fact": "error",
  // time
  "future-date": "error",
  "deadline-before-demand": "error",
  "answer-before-demand": "error",
  "date-order": "error",
  // quotes
  "quote-not-in-source": "error",
  "invalid-fingerprint": "error",
  "ambiguous-quote": "warning",
  "quote-not-checked": "warning",
  "untranslated-quote": "warning",
  "back-translation": "warning",
  // sense
  "answer-from-stranger": "error",
  "speaker-not-for-actor": "warning",
  "conflicting-positions": "warning",
  "unused-actor": "warning",
  "unused-source": "warning",
  "unused-issue": "warning",
  "untranslated-interface": "warning",
  // the keeping of the sheet
  "single-source": "warning",
  "unnamed-source": "warning",
  "uneven-coverage": "warning",
  "loaded-word": "warning",
  "bare-figure": "warning",
  "unexplained-change": "warning",
  "deadline-passed": "warning",
  "old-search": "warning",
  "stale-sheet": "warning",
  "unused-allowance": "warning",
} as const satisfies Record<string, Severity>;

/** A problem code. */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** Whether a text is a problem code. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, text);
}
