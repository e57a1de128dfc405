/** What the guide to capturing and the page on refused quotes show is what the program prints. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, wendWith } from "../support/sheet.ts";
import { blocksIn, readDoc } from "./pages.ts";

const ID = "wend-gazette-2001-03-04";

const ARTICLE = `<!doctype html>
<html lang="en">
<head>
<title>Nobody owns the night</title>
<meta name="author" content="Bo Fisher">
<meta property="article:published_time" content="2001-03-04">
<link rel="canonical" href="https://example.org/lamp-row">
</head>
<body>
<article>
<h1>Nobody owns the night</h1>
<p>Lower Wend has answered the letter of Upper Wend. The answer was read out at the harbour on Sunday, before the
ferry left, and a copy of it was nailed to the door of the oil store.</p>
<p>“We do not own the night,” it said, “and we do not own the dawn. The lamp may burn until two if the oil is
shared, and until then whoever is out on the water may see by it.”</p>
<p>Upper Wend had asked for light until dawn, and had said that it would light a lamp of its own if there was none.</p>
</article>
</body>
</html>
`;

const FACT = `---
kind: claim
by: lower-wend
date: 2001-03-02
says: Nobody owns the night, it said.
quote:
  text: We do not own the night
source: ${ID}
---
`;

/** The blocks of a page that show output. */
function shownIn(path: string): string[] {
  return blocksIn(readDoc(path)).flatMap(({ language, text }) =>
    language === "text" ? [text] : [],
  );
}

test("the guide shows what capture prints, for a new article and for one that was changed", () => {
  const folder = wendWith();
  const capture = (article: string): string => {
    writeFileSync(join(folder, "article.html"), article);
    return standpoint(folder, ["capture", "article.html", "--id", ID]).stdout;
  };
  const first = capture(ARTICLE);
  writeFileSync(join(folder, "content/facts/nobody-owns-the-night.md"), FACT);
  const second = capture(ARTICLE.replace("do not own the night", "do own the night"));
  expect(shownIn("docs/how-to/capture-a-source.md")).toEqual([first, second]);
});

test("the page on refused quotes shows what check prints", () => {
  const path = "docs/problems/quote-not-in-source.md";
  const wrong = blocksIn(readDoc(path)).filter(({ info }) => info.startsWith("wrong "));
  const folder = wendWith(
    Object.fromEntries(wrong.map(({ info, text }) => [info.replace("wrong ", ""), text])),
  );
  mkdirSync(join(folder, ".snapshots"));
  cpSync(
    join(PROJECT_FOLDER, "tests/golden/wend/wend-gazette.txt"),
    join(folder, ".snapshots/wend-gazette.txt"),
  );
  const { stderr } = standpoint(folder, ["check"]);
  expect(shownIn(path).map((shown) => `${shown}\n1 error\n`)).toEqual([stderr]);
});
