/** Whether the interface speaks the sheet's language. */
import { INTERFACE_LANGUAGES, interfaceLanguage } from "../content/interface-languages.ts";
import type { Problem } from "../content/problem.ts";
import type { Site } from "../content/records.ts";
import type { CheckContext, RecordChecks } from "./context.ts";

/** Warns of a sheet whose readers will meet English words around its own. */
export const checkLanguage: RecordChecks = { site: untranslatedInterface };

function untranslatedInterface(context: CheckContext, site: Site): readonly Problem[] {
  if (interfaceLanguage(site.language) !== null) return [];
  const message = `the interface has no words in "${site.language}"; English ones stand in for them`;
  return [
    context.at(
      "untranslated-interface",
      site,
      ["language"],
      message,
      `It has words in ${INTERFACE_LANGUAGES.join(", ")}. To add a language, translate src/render/locale/en.json.`,
    ),
  ];
}
