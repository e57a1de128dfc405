/** The package has no types; those of DefinitelyTyped are of markdown-it's other module format. */
declare module "markdown-it-footnote" {
  import type { PluginSimple } from "markdown-it";

  const footnotes: PluginSimple;
  export default footnotes;
}
