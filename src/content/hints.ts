/** What to write instead of a date or an id that is none: the very words, where they can be told. */
import { parseWrittenDate } from "./dates.ts";
import { ID_PATTERN } from "./schema/scalars.ts";

/** How to write what was meant for a date. */
export function dateHint(written: string): string {
  const meant = meantDate(written);
  if (meant) return `Write ${meant}.`;
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(written) ?? [];
  if (year && (month < "01" || month > "12")) return `There is no month ${month}.`;
  if (day > "28" && day <= "31" && !parseWrittenDate(`${year}-${month}-${day}`)) {
    return `The month ${year}-${month} has no day ${day}.`;
  }
  const [first = "", last = "", ...more] = written.split("/");
  if (more.length === 0 && parseWrittenDate(`${last}/${first}`)) {
    return `The span ends before it begins: write ${last}/${first}.`;
  }
  if (parseWrittenDate(`${written}Z`)) {
    return "A clock time needs its distance from UTC, such as +03:00, or Z for none.";
  }
  return DATE_FORMS;
}

const DATE_FORMS =
  "Write a day of the calendar as 2025-05-11, a month as 2024-06, a year as 2022, a clock time as 2025-05-11T01:30+03:00, a span as 2025-05-08/2025-05-10, and ../2025-05-11 for “by then”.";

/** The date that can only have been meant, or empty. Numbers between slashes could be read in two ways. */
function meantDate(written: string): string {
  const plain = written.replace(/\p{Pd}/gu, "-").replaceAll(" ", "");
  const [, day = "", month = "", year = ""] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(plain) ?? [];
  const [, yearFirst = year, monthNext = month, dayLast = day] =
    /^(\d{4})[-./](\d\d?)[-./](\d\d?)$/.exec(plain) ?? [];
  const whole = [yearFirst, monthNext.padStart(2, "0"), dayLast.padStart(2, "0")].join("-");
  return [plain, whole].find((date) => parseWrittenDate(date)) ?? "";
}

/** How to write what was meant for an id: a name, a path, or several. */
export function idHint(written: string): string {
  const parts = written.split(/[,;]/).map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => ID_PATTERN.test(part))) {
    return `Where a key takes several ids, they are a list: [${parts.join(", ")}].`;
  }
  const meant = written
    .replace(/^.*\//, "")
    .replace(/\.md$/, "")
    .toLowerCase()
    .replace(/[\s_-]+/g, "-");
  const [foreign = ""] = /\P{ASCII}/u.exec(written) ?? [];
  const code = foreign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  const strange = foreign ? `"${foreign}" (U+${code}) is none of these. ` : "";
  const rule = `${strange}An id is the name of a file without .md.`;
  return ID_PATTERN.test(meant) ? `Write ${meant}. ${rule}` : rule;
}
