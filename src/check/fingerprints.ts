/** The fingerprints of a sheet's sources, and the passages that stand in them. */
import { hash } from "node:crypto";
import type { Source } from "../content/records.ts";
import {
  type Fingerprint,
  type FingerprintFailure,
  type FingerprintResult,
  parseFingerprint,
} from "../quotes/fingerprint.ts";
import { askForPassage, type PassageAnswer, type SoughtPassage } from "../quotes/passage.ts";
import { type CheckMemory, checkMemory } from "./memory.ts";

/** A fingerprint as far as it had to be read. */
export interface ReadFingerprint {
  /** Stands for the whole of it: SHA-256. */
  readonly digest: string;
  /** Reads it, once. */
  readonly read: () => FingerprintResult;
}

/** The fingerprints of all sources, by id of source. */
export interface Fingerprints {
  /** Whether a source has a sound one. */
  readonly has: (source: string) => boolean;
  readonly get: (source: string) => Fingerprint | undefined;
  /** Why that of a source is none, or empty. */
  readonly failure: (source: string) => FingerprintFailure | "";
  /** What a source says of a passage; undefined where it has no sound fingerprint. */
  readonly ask: (source: string, passage: SoughtPassage) => PassageAnswer | undefined;
}

/** Reads the fingerprints of sources, each only when it is needed. */
export function readFingerprints(
  sources: readonly Source[],
  memory: CheckMemory = checkMemory(),
): Fingerprints {
  const texts = new Map(sources.map(({ id, fingerprint }) => [id, fingerprint]));
  const known = new Map<string, KnownFingerprint>();
  const know = (source: string): KnownFingerprint | undefined => {
    const asked = known.get(source);
    if (asked !== undefined) return asked;
    const text = texts.get(source) ?? "";
    if (text === "") return undefined;
    const answer = knowFingerprint(text, memory);
    known.set(source, answer);
    return answer;
  };
  return {
    has: (source) => know(source)?.failure === "",
    get: (source) => soundOf(know(source)),
    failure: (source) => know(source)?.failure ?? "",
    ask: (source, { text, within }) => {
      const fingerprint = know(source);
      if (fingerprint?.failure !== "") return undefined;
      // No content file holds a NUL.
      return memory.passages.ask(`${fingerprint.digest}\0${text}\0${within}`, () => {
        const full = soundOf(fingerprint);
        if (full === undefined) throw new Error(`the sound fingerprint of ${source} is not read`);
        return askForPassage({ text, within }, full);
      });
    },
  };
}

/** A fingerprint, and why it is none, or empty. */
interface KnownFingerprint extends ReadFingerprint {
  readonly failure: FingerprintFailure | "";
}

function soundOf(fingerprint: KnownFingerprint | undefined): Fingerprint | undefined {
  const result = fingerprint?.read();
  return result?.ok ? result.fingerprint : undefined;
}

function knowFingerprint(text: string, memory: CheckMemory): KnownFingerprint {
  const { digest, read } = memory.fingerprints.ask(text, () => {
    let result: FingerprintResult | undefined;
    return {
      digest: hash("sha256", text, "base64url"),
      read: () => {
        result ??= parseFingerprint(text);
        return result;
      },
    };
  });
  const failure = memory.failures.ask(digest, () => {
    const result = read();
    return result.ok ? "" : result.reason;
  });
  return { digest, read, failure };
}
