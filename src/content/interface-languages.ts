/** The languages that the interface speaks: those with a file in `src/render/locale/`. */

/** Primary language subtags. */
export const INTERFACE_LANGUAGES = ["en", "uk", "ru", "tr", "de", "fr", "pl", "ar", "he"] as const;

/** A language of the interface. */
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** The interface's language for a tag, such as `de` for `de-AT`; `null` if it has none. */
export function interfaceLanguage(tag: string): InterfaceLanguage | null {
  const [primary = ""] = tag.toLowerCase().split("-");
  const language = primary === "iw" ? "he" : primary;
  return INTERFACE_LANGUAGES.find((known) => known === language) ?? null;
}
