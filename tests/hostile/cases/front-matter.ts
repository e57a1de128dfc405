/** Files whose front matter is none, is of another language, or never ends. */
import { block, fact, type HostileCase, refused } from "../case.ts";

/** All of these are refused with the reason: none is taken for text or for an empty fact. */
export const frontMatterCases: readonly HostileCase[] = [
  refused(
    "two documents by an end mark",
    "nothing follows the end of the block",
    block("kind: event\n...\nkind: demand"),
    "invalid-yaml",
  ),
  ...["js", "jsLegacy", "javascript", "json", "coffee", "toml", "yaml"].map((language) =>
    refused(
      `front matter in ${language}`,
      "front matter is only YAML, whatever it says of itself",
      fact("A bell rang.").replace("---", `---${language}`),
      "front-matter-language",
    ),
  ),
  refused(
    "front matter in js behind a space",
    "front matter is only YAML",
    fact("A bell rang.").replace("---", "--- js"),
    "front-matter-language",
  ),
  refused(
    "front matter that never ends",
    "an unclosed block is not taken for a body",
    "---\nkind: event\n",
    "unclosed-front-matter",
  ),
  refused(
    "front matter ended by more",
    "---more ends nothing",
    "---\nkind: event\n---more\n",
    "unclosed-front-matter",
  ),
  refused(
    "no front matter",
    "a file without front matter is no fact",
    "A bell rang.",
    "missing-front-matter",
  ),
  refused(
    "front matter behind an empty line",
    "front matter begins on the first line",
    `\n${fact("A bell rang.")}`,
    "missing-front-matter",
  ),
  refused("an empty file", "nothing is no fact", "", "missing-front-matter"),
  refused("empty front matter", "nothing is no fact", "---\n---\n", "invalid-yaml"),
  refused("front matter that is a list", "a list is no fact", block("- a\n- b"), "invalid-yaml"),
  refused("front matter that is a text", "a text is no fact", block("a"), "invalid-yaml"),
];
