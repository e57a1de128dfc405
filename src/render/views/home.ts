/** The home page. */
import type { Scope } from "../scope.ts";

/** Makes the view of the home page. */
export function homeView({ dossier, context, href }: Scope): object {
  return {
    language: context.words.language,
    title: dossier.site.title,
    question: dossier.site.question,
    stylesheet: href(context.assets.stylesheet),
  };
}
