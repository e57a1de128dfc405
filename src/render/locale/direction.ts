/** The direction in which a language is written. A closed list: `Intl` answers differently by release. */

/** The value of a `dir` attribute. */
export type Direction = "ltr" | "rtl";

const RIGHT_TO_LEFT_LANGUAGES = new Set(
  "ar arc ckb dv fa he iw khw ks lrc mzn nqo pnb prs ps sd sdh syr ug ur yi".split(" "),
);
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  "adlm arab aran hebr mand nkoo rohg samr syrc thaa".split(" "),
);

/** The direction of a BCP 47 tag: by its script where it names one, else by its language. */
export function directionOf(tag: string): Direction {
  const [language = "", ...rest] = tag.toLowerCase().split("-");
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const isRightToLeft =
    script === undefined
      ? RIGHT_TO_LEFT_LANGUAGES.has(language)
      : RIGHT_TO_LEFT_SCRIPTS.has(script);
  return isRightToLeft ? "rtl" : "ltr";
}
