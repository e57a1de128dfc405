/** The words of a fact that are the editor's own. */
import { type LocatedText, placeAt } from "../../content/problem.ts";
import type { Fact } from "../../content/records.ts";
import type { CheckContext } from "../context.ts";
import { placeInValue } from "../place-in-value.ts";

/** A text of the editor's, with everything quoted blanked out and nothing moved. */
export interface OwnText {
  readonly text: string;
  /** The place in the file of a stretch of it. */
  readonly locate: (offset: number, length: number) => LocatedText;
}

/** What stands in quotation marks, in block quotes, in code and in the addresses of links. */
const QUOTED = /“[^”]*”|„[^“”]*[“”]|«[^»]*»|"[^"]*"|‘[^’]*’(?!\p{L})|^>.*$|`[^`]*`|\]\([^)]*\)/gmu;

/** What a fact says and its body. */
export function ownTexts(context: CheckContext, fact: Fact): readonly OwnText[] {
  const says = {
    text: unquoted(fact.says),
    locate: (offset: number, length: number) =>
      placeInValue(context.place(fact, ["says"]), fact.says, offset, length),
  };
  if (fact.body === "") return [says];
  const body = {
    text: unquoted(fact.body),
    locate: (offset: number, length: number) => {
      const { path, text } = context.place(fact, ["says"]);
      return placeAt(path, text, text.lastIndexOf(fact.body) + offset, length);
    },
  };
  return [says, body];
}

function unquoted(text: string): string {
  return text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));
}
