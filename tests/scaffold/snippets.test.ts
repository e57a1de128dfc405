/** The snippets for VS Code: their grammar, and what comes out if each first choice is taken. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { readContent } from "../../src/content/read.ts";
import { renewEditorFiles } from "../../src/scaffold/editor-files.ts";
import { KIND_NAMES, kindNamed } from "../../src/scaffold/kinds.ts";
import { snippetsOf } from "../../src/scaffold/snippets.ts";
import { standpoint } from "../support/command.ts";
import { wendWith } from "../support/sheet.ts";
import { expand, type Stop, stopsIn } from "./snippet-grammar.ts";

/** What an editor would type where the snippet only says what belongs there. */
const TYPED: Readonly<Record<string, string>> = {
  "quote.text": "Keep it burning from dusk to dawn",
  source: "wend-gazette",
  order: "9",
};

describe("snippets", () => {
  test.each(KIND_NAMES)(
    "%s: with the first choices and some words, a file that stands the check",
    (kind) => {
      const folder = wendWith();
      const snippet = Object.values(snippetsOf(readContent(join(folder, "content"), folder))).find(
        ({ prefix }) => prefix === kind,
      );
      const body = (snippet?.body ?? []).join("\n");
      const keyed = keysOfStops(body);
      const text = expand(body, ({ number, choices, fallback }) => {
        const typed = TYPED[keyed.get(number) ?? ""];
        return (
          typed ??
          choices[0] ??
          fallback.replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2001-03-04")
        );
      }).replaceAll("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2001-03-04");
      const inContent = `${kindNamed(kind).collection}/from-a-snippet.md`;
      writeFileSync(join(folder, "content", inContent), `${text}\n`);
      const { problems } = checkFolder(join(folder, "content"), folder);
      const errors = problems.filter(
        ({ severity, place }) => severity === "error" && place.path.endsWith(inContent),
      );
      // One actor cannot speak to itself or on the day before; such things are the editor's to choose.
      expect(errors.map(({ code }) => code)).toEqual(
        kind === "answer" ? ["answer-from-stranger"] : [],
      );
    },
  );

  test("offer the ids of the sheet and the words of the content model, each stop once and in order", () => {
    const folder = wendWith();
    for (const { body } of Object.values(
      snippetsOf(readContent(join(folder, "content"), folder)),
    )) {
      const numbers = stopsIn(body.join("\n")).map(({ number }) => number);
      expect(numbers.filter((number) => number > 0)).toEqual(
        [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b),
      );
      expect(numbers.at(-1)).toBe(0);
    }
    const position = snippetsOf(readContent(join(folder, "content"), folder))[
      "Standpoint: a position"
    ];
    const byChoices = stopsIn(position?.body.join("\n") ?? "").map(({ choices }) => choices.join());
    expect(byChoices[0]).toBe(
      "far-islet,gull-rock,keeper-of-wend,league-of-islets,lower-wend,upper-wend",
    );
    expect(byChoices[2]).toBe("supports,conditional,undecided,opposes,unclear");
  });
});

describe("files for editors", () => {
  test("are written where they changed and only then; snippets only beside a .vscode", () => {
    const folder = wendWith();
    const read = () => readContent(join(folder, "content"), folder);
    expect(renewEditorFiles(read(), folder)).toContain(".standpoint/schema/position.json");
    expect(existsSync(join(folder, ".vscode"))).toBe(false);
    expect(renewEditorFiles(read(), folder)).toEqual([]);
    mkdirSync(join(folder, ".vscode"));
    expect(renewEditorFiles(read(), folder)).toEqual([".vscode/standpoint.code-snippets"]);
    standpoint(folder, ["new", "page", "--title", "Letters", "--body", "Write."]);
    expect(renewEditorFiles(read(), folder)).toEqual([]);
    writeFileSync(
      join(folder, "content/actors/reef.md"),
      "---\nname: Reef\nkind: state\nrole: other\nsummary: A reef.\n---\n",
    );
    const { stdout } = standpoint(folder, ["schema", "--with-ids"]);
    expect(stdout).toContain(".standpoint/schema/position.json");
    expect(readFileSync(join(folder, ".vscode/standpoint.code-snippets"), "utf8")).toContain(
      ",reef,",
    );
  });
});

/** Which key each stop stands behind. */
function keysOfStops(body: string): ReadonlyMap<Stop["number"], string> {
  let group = "";
  return new Map(
    body.split("\n").flatMap((line) => {
      const [, indent = "", key = ""] = /^( *)(\w+):/.exec(line) ?? [];
      if (indent === "") group = key;
      return stopsIn(line).map(
        ({ number }) => [number, indent === "" ? key : `${group}.${key}`] as const,
      );
    }),
  );
}
