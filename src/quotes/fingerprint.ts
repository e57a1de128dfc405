/**
 * The fingerprint of a text: one tag for each of its words and marks, in order. It answers whether,
 * where and how often a sequence of words stands in the text, and holds none of the words. Format,
 * arithmetic and what it leaks: docs/reference/fingerprint.md.
 */
import { type Token, tokenise } from "./normalise.ts";
import { firstAtOrAfter, type TagTable, tagTable } from "./tag-table.ts";
import { shortHash, TAG_LENGTH, type Tagger, type TagKind, tagsOf, writeTag } from "./tags.ts";

/** The version of normalisation and format; part of every fingerprint. */
export const FINGERPRINT_VERSION = "sp1";

/** Base64url characters of a position in the text: 24 bits. */
const POSITION_LENGTH = 4;

/** More words and marks than any source should have; a guard against hostile files. */
const MAXIMUM_SIZE = 2_000_000;

/** A parsed fingerprint, ready to be asked. */
export interface Fingerprint {
  readonly version: typeof FINGERPRINT_VERSION;
  /** How many words the text has. */
  readonly words: number;
  /** How many words and marks it has; positions run from 0 to one less. */
  readonly size: number;
  /** The positions at which a normalised word or mark stands, ascending. */
  positionsOf(kind: Token["kind"], text: string): readonly number[];
  /** Whether a normalised word or mark stands at a position. */
  standsAt(kind: Token["kind"], text: string, position: number): boolean;
}

/** Why a string is no fingerprint: `damaged` when it was one, but does not match its checksum. */
export type FingerprintFailure = "not-text" | "unknown-version" | "malformed" | "damaged";

/** The outcome of reading a fingerprint. */
export type FingerprintResult =
  | { readonly ok: true; readonly fingerprint: Fingerprint }
  | { readonly ok: false; readonly reason: FingerprintFailure };

/**
 * Fingerprints a text.
 *
 * @returns `sp1:<words>:<salt><checksum><tags>`, and `:<hyphenated>` when words are broken at line
 * ends; 6 characters for each word or mark, so about 7 kB for 1,000 words
 * @throws RangeError when the text has more than two million words and marks
 */
export function fingerprintText(text: string): string {
  const tokens = tokenise(text);
  if (tokens.length > MAXIMUM_SIZE) throw new RangeError("text too long to fingerprint");
  const words = tokens.filter((token) => token.kind === "word").length;
  const content = tokens.map((token) => `${token.kind} ${token.text}`).join("\0");
  for (let attempt = 0; ; attempt += 1) {
    const salt = shortHash("salt", String(attempt), content);
    const tags = tagTokens(salt, tokens);
    const hyphenated = tagHyphenated(salt, tokens);
    // Two equal tags would hide one occurrence: at 1,000 words, one text in 100,000 needs new salt.
    if (new Set(tags).size < tags.length) continue;
    const parts: Parts = {
      words,
      salt,
      tags: tags.join(""),
      hyphenated: hyphenated.join(""),
    };
    const end = parts.hyphenated === "" ? "" : `:${parts.hyphenated}`;
    return `${FINGERPRINT_VERSION}:${words}:${salt}${checksum(parts)}${parts.tags}${end}`;
  }
}

interface Parts {
  readonly words: number;
  readonly salt: string;
  readonly tags: string;
  readonly hyphenated: string;
}

function checksum(parts: Parts): string {
  return shortHash("check", String(parts.words), parts.salt, parts.tags, parts.hyphenated);
}

function tagTokens(salt: string, tokens: readonly Token[]): readonly string[] {
  const next = tagger(salt);
  return tokens.map((token) => next(token.kind, token.text));
}

function tagHyphenated(salt: string, tokens: readonly Token[]): readonly string[] {
  const next = tagger(salt);
  return tokens.flatMap(({ hyphenated }, position) =>
    hyphenated === undefined ? [] : [encodePosition(position) + next("hyphenated", hyphenated)],
  );
}

/** Gives each further occurrence of a word its next tag. */
function tagger(salt: string): (kind: TagKind, text: string) => string {
  const seen = new Map<string, { readonly tags: Tagger; occurrences: number }>();
  return (kind, text) => {
    const key = `${kind} ${text}`;
    const word = seen.get(key) ?? { tags: tagsOf(salt, kind, text), occurrences: 0 };
    seen.set(key, word);
    word.occurrences += 1;
    return writeTag(word.tags(word.occurrences - 1));
  };
}

function encodePosition(position: number): string {
  const bytes = Buffer.alloc(3);
  bytes.writeUIntBE(position, 0, 3);
  return bytes.toString("base64url");
}

/**
 * Reads a fingerprint from front matter. Spaces and line ends within it are allowed, since an editor
 * may fold the line.
 */
export function parseFingerprint(value: unknown): FingerprintResult {
  if (typeof value !== "string") return { ok: false, reason: "not-text" };
  const compact = value.replace(/\s+/g, "");
  if (/^sp\d+:/.test(compact) && !compact.startsWith(`${FINGERPRINT_VERSION}:`)) {
    return { ok: false, reason: "unknown-version" };
  }
  const match = /^sp1:(0|[1-9]\d{0,6}):([\w-]+)(?::([\w-]+))?$/.exec(compact);
  if (match === null) return { ok: false, reason: "malformed" };
  const [, count = "", body = "", hyphenated = ""] = match;
  const [salt, check] = [body.slice(0, TAG_LENGTH), body.slice(TAG_LENGTH, 2 * TAG_LENGTH)];
  const tags = body.slice(2 * TAG_LENGTH);
  const parts: Parts = { words: Number(count), salt, tags, hyphenated };
  const size = tags.length / TAG_LENGTH;
  const others = hyphenated.length / (POSITION_LENGTH + TAG_LENGTH);
  if (body.length < 2 * TAG_LENGTH || !Number.isInteger(size) || !Number.isInteger(others)) {
    return { ok: false, reason: "malformed" };
  }
  if (parts.words > size || Math.max(size, others) > MAXIMUM_SIZE) {
    return { ok: false, reason: "malformed" };
  }
  if (checksum(parts) !== check) return { ok: false, reason: "damaged" };
  return { ok: true, fingerprint: index(parts, size) };
}

/** Makes a fingerprint answer. Nothing is looked up before it is asked, since many sources are not. */
function index({ words, salt, tags, hyphenated }: Parts, size: number): Fingerprint {
  let table: TagTable | undefined;
  let otherTable: TagTable | undefined;
  const known = {
    word: new Map<string, readonly number[]>(),
    mark: new Map<string, readonly number[]>(),
  };

  const lookUp = (kind: Token["kind"], text: string): readonly number[] => {
    table ??= tagTable(tags);
    const found = positions(table, tagsOf(salt, kind, text));
    if (kind !== "word" || hyphenated === "") return found;
    otherTable ??= hyphenatedTable(hyphenated);
    const others = positions(otherTable, tagsOf(salt, "hyphenated", text));
    return others.length === 0 ? found : [...found, ...others].sort((a, b) => a - b);
  };
  const positionsOf = (kind: Token["kind"], text: string): readonly number[] => {
    const remembered = known[kind].get(text);
    if (remembered !== undefined) return remembered;
    const found = lookUp(kind, text);
    known[kind].set(text, found);
    return found;
  };
  return {
    version: FINGERPRINT_VERSION,
    words,
    size,
    positionsOf,
    standsAt: (kind, text, position) => {
      const standing = positionsOf(kind, text);
      return standing[firstAtOrAfter(standing, position)] === position;
    },
  };
}

/** The positions of words that are broken at line ends, which are written before their tags. */
function hyphenatedTable(hyphenated: string): TagTable {
  const length = POSITION_LENGTH + TAG_LENGTH;
  const entryOf = tagTable(hyphenated, length);
  return (tag) => {
    const entry = entryOf(tag);
    return entry < 0 ? entry : decodePosition(hyphenated.slice(entry * length));
  };
}

function decodePosition(entry: string): number {
  return Buffer.from(entry.slice(0, POSITION_LENGTH), "base64url").readUIntBE(0, 3);
}

/** Where most words that are asked for stand, since they are asked for in every case they might have. */
const NOWHERE: readonly number[] = [];

/** Follows a word's tags until one is not in the text. */
function positions(placeOf: TagTable, tags: Tagger): readonly number[] {
  const first = placeOf(tags(0));
  if (first < 0) return NOWHERE;
  const found = [first];
  for (let last = first; ; ) {
    const place = placeOf(tags(found.length));
    // Occurrences are tagged in order, so a place further back is a chance hit, not a next one.
    if (place <= last) return found;
    found.push(place);
    last = place;
  }
}
