/**
 * The scalar values of front matter. The YAML reader hands every scalar over as text (YAML's
 * failsafe schema), so `no`, `0777`, `12:30` and `1e3` never change on the way; a key that is a
 * number or a switch says so here.
 */
import { z } from "zod";
import "./meta.ts";
import { parseWrittenDate, type WrittenDate } from "../dates.ts";

/** The pattern of an id: a file's name without `.md`. Lower-case ASCII, digits, single hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** One line or paragraph of plain text, trimmed, in Unicode's composed form (NFC), not empty. */
export const text = z
  .string("should be text")
  .trim()
  .normalize("NFC")
  .min(1, "is empty")
  .meta({ form: "text" });

/** Plain text that may be left out; absent is the empty string. */
export const optionalText = text.optional().transform((value) => value ?? "");

/** The id of another record. That it exists is checked when all files are read. */
export const id = text
  .regex(ID_PATTERN, "is not an id: use a-z, 0-9 and single hyphens")
  .meta({ form: "id" });

/** An id that may be left out; absent is `null`. */
export const optionalId = id.optional().transform((value) => value ?? null);

/** One id or a list of ids; always a list afterwards. */
export const ids = z
  .union([id.transform((one) => [one]), z.array(id).min(1, "is an empty list")])
  .meta({ form: "ids" });

/** One id, a list, or nothing; always a list afterwards. */
export const optionalIds = ids.optional().transform((value) => value ?? []);

/** A date in one of the written forms of `src/content/dates.ts`. */
export const date = text
  .transform((value, context): WrittenDate => {
    const parsed = parseWrittenDate(value);
    if (parsed) return parsed;
    context.issues.push({
      code: "custom",
      message: "is not a date",
      input: value,
      params: { standpoint: "impossible-date" },
    });
    return z.NEVER;
  })
  .meta({ form: "date" });

/** A date that may be left out; absent is `null`. */
export const optionalDate = date.optional().transform((value) => value ?? null);

/** `true` or `false`; absent is `false`. */
export const optionalSwitch = z
  .enum(["true", "false"], "should be true or false")
  .meta({ form: "switch" })
  .optional()
  .transform((value) => value === "true");

/** A whole number from 0 to 9999. */
export const wholeNumber = text
  .regex(/^\d{1,4}$/, "should be a whole number from 0 to 9999")
  .transform(Number)
  .meta({ form: "number" });

/** An absolute `http` or `https` address; absent is the empty string. */
export const optionalAddress = text
  .refine(isWebAddress, "is not an http or https address")
  .meta({ form: "address" })
  .optional()
  .transform((value) => value ?? "");

/** A language tag (BCP 47), such as `en`, `uk` or `zh-Hant`; absent is the empty string. */
export const optionalLanguage = text
  .refine(isLanguageTag, "is not a language tag such as en, uk or pt-BR")
  .meta({ form: "language" })
  .optional()
  .transform((value) => value ?? "");

/**
 * Whether a text is an absolute `http` or `https` address, written as such: without spaces or
 * backslashes, which browsers mend each in their way, and without a user's name before the host,
 * which makes one host look like another.
 */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === "" && password === "";
}

/** Whether a text is a language tag (BCP 47). */
export function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
