/** Images of the sheet in bodies and in the built site. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/build/build-site.ts";
import { buildOptions } from "../../src/build/options.ts";
import type { SheetImage } from "../../src/content/images.ts";
import { relativeLinks } from "../../src/render/links.ts";
import { createMarkdown } from "../../src/render/markdown.ts";
import { png } from "../support/images.ts";
import { PROJECT_FOLDER, wendWith } from "../support/sheet.ts";
import { filesIn } from "../support/site-files.ts";

const BAY: SheetImage = {
  file: "bay.jpeg",
  id: "bay",
  kind: "jpg",
  width: 30,
  height: 20,
  digest: "0123abcd",
  bytes: new Uint8Array(),
};
const markdown = createMarkdown([BAY]);

test("an image of the sheet is shown, its address relative to the page", () => {
  const html = markdown('![The "bay" <b>](images/bay.jpeg)', 2, relativeLinks("a/b/index.html"));
  expect(html).toBe(
    '<p><img src="../../images/bay-0123abcd.jpg" alt="The &quot;bay&quot; &lt;b&gt;" width="30" height="20" loading="lazy" decoding="async"></p>\n',
  );
});

test.each([
  "![x](https://example.org/images/bay.jpeg)",
  "![x](//example.org/images/bay.jpeg)",
  "![x](data:image/png;base64,AAAA)",
  "![x](images/other.png)",
  "![x](/images/bay.jpeg)",
  "![](images/bay.jpeg)",
  "![x][a]\n\n[a]: https://example.org/bay.png",
  "![x][a]\n\n[a]: images/bay.jpeg",
])("no other is shown: %j", (text) => {
  expect(markdown(text, 2)).not.toContain("<img");
});

test("a built site holds the image, and its page changes with it", async () => {
  const body = "---\ntitle: The bay\n---\n\n![The bay](images/bay.png)\n";
  const folder = wendWith({ "pages/bay.md": body });
  const image = join(folder, "content/images/bay.png");
  mkdirSync(join(folder, "content/images"));
  const options = { ...buildOptions(PROJECT_FOLDER, folder), search: false };
  const addressAfter = async (bytes: Buffer): Promise<string> => {
    writeFileSync(image, bytes);
    expect(await buildSite(options, () => undefined)).not.toBeNull();
    const html = readFileSync(join(options.outputFolder, "bay/index.html"), "utf8");
    const [, address = ""] = /<img src="([^"]+)" alt="The bay"/.exec(html) ?? [];
    expect(readFileSync(join(options.outputFolder, "bay", address))).toEqual(bytes);
    expect(filesIn(options.outputFolder).filter((path) => path.startsWith("images/"))).toHaveLength(
      1,
    );
    return address;
  };
  const first = await addressAfter(png(300, 200));
  expect(first).toMatch(/^\.\.\/images\/bay-[0-9a-f]{16}\.png$/);
  expect(await addressAfter(png(301, 200))).not.toBe(first);
  expect(await addressAfter(png(300, 200))).toBe(first);
});
