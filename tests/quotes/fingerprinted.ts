import {
  type Fingerprint,
  fingerprintText,
  parseFingerprint,
} from "../../src/quotes/fingerprint.ts";

/** The fingerprint of a text, ready to be asked. */
export function fingerprinted(text: string): Fingerprint {
  const result = parseFingerprint(fingerprintText(text));
  if (!result.ok) throw new Error(`own fingerprint is ${result.reason}`);
  return result.fingerprint;
}
