/** What the admin page's server writes, and what it refuses. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { isContentPath, readStore, writeStored } from "../../src/admin/content-store.ts";
import { adminRequests } from "../../src/admin/requests.ts";
import { PROJECT_FOLDER, temporaryFolder, wendWith } from "../support/sheet.ts";

const TEXT = "---\ntitle: A page\n---\nWords.\n";

describe("a path of a content file", () => {
  test.each(["site.md", "actors/gull-rock.md", "facts/lamp.md", "facts/a/b/lamp.md"])(
    "may be %s",
    (path) => expect(isContentPath(path)).toBe(true),
  );

  test.each([
    ...["", "x.md", "actors/a/b.md", "facts/lamp.txt", "facts/../site.md", "../facts/lamp.md"],
    ...[
      "facts//lamp.md",
      "facts/.lamp.md",
      "facts/.git/lamp.md",
      "/facts/lamp.md",
      "facts/Lamp.md",
    ],
    ...["facts\\lamp.md", "facts/lamp%2F.md", "facts/lamp.md/", `facts/${"a".repeat(200)}.md`],
    ...["facts/a\0.md", `facts${"/a".repeat(20)}.md`],
  ])("may not be %j", (path) => expect(isContentPath(path)).toBe(false));
});

describe("the store", () => {
  test("keeps a file's line ends, its mark and its end", () => {
    const content = temporaryFolder();
    mkdirSync(join(content, "pages"));
    const file = join(content, "pages/about.md");
    writeFileSync(file, "\uFEFF---\r\ntitle: A\r\n---\r\nWords.");
    const [stored] = readStore(content);
    expect(stored).toMatchObject({ path: "pages/about.md" });
    writeStored(content, "pages/about.md", TEXT, stored?.version ?? "");
    expect(readFileSync(file, "utf8")).toBe("\uFEFF---\r\ntitle: A page\r\n---\r\nWords.");
    expect(readdirSync(join(content, "pages"))).toEqual(["about.md"]);
  });

  test("follows no link, of a file or of a folder", () => {
    const content = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, "about.md"), TEXT);
    mkdirSync(join(content, "pages"));
    symlinkSync(join(outside, "about.md"), join(content, "pages/about.md"));
    symlinkSync(outside, join(content, "facts"));
    expect(readStore(content)).toEqual([]);
    const refused = { refusal: "no-content-file" };
    expect(writeStored(content, "pages/about.md", "x", "absent")).toEqual(refused);
    expect(writeStored(content, "facts/about.md", "x", "absent")).toEqual(refused);
    expect(readFileSync(join(outside, "about.md"), "utf8")).toBe(TEXT);
  });

  test("refuses what is too large, and what changed since it was seen", () => {
    const content = temporaryFolder();
    const large = writeStored(content, "pages/about.md", "x".repeat(2_000_000), "absent");
    expect(large).toEqual({ refusal: "too-large" });
    expect(writeStored(content, "pages/about.md", TEXT, "absent")).toHaveProperty("version");
    const again = writeStored(content, "pages/about.md", "other", "absent");
    expect(again).toEqual({ refusal: "changed-since" });
    expect(readFileSync(join(content, "pages/about.md"), "utf8")).toBe(TEXT);
  });
});

async function serve(): Promise<{ address: string; folder: string }> {
  const folder = wendWith();
  const contentFolder = join(folder, "content");
  const admin = await adminRequests({
    packageFolder: PROJECT_FOLDER,
    workingFolder: folder,
    contentFolder,
  });
  const server = createServer((request, response) => {
    if (!admin(request, new URL(request.url ?? "/", "http://localhost"), response)) response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { address: `http://127.0.0.1:${port}`, folder };
}

describe("a request to write", () => {
  test("is refused without the secret, from elsewhere, and for any other file", async () => {
    const { address, folder } = await serve();
    const settings = await (await fetch(`${address}/admin/settings.json`)).text();
    const [, token = ""] = /"token":"([0-9a-f]{64})"/.exec(settings) ?? [];
    const put = async (path: string, headers: Record<string, string>, body = TEXT) =>
      (await fetch(`${address}/admin/content/${path}`, { method: "PUT", headers, body })).status;
    const own = {
      origin: address,
      "sec-fetch-site": "same-origin",
      "x-standpoint-token": token,
      "x-standpoint-seen": "absent",
    };
    expect(await put("pages/new.md", { ...own, "x-standpoint-token": "" })).toBe(403);
    expect(await put("pages/new.md", { ...own, "x-standpoint-token": "0".repeat(64) })).toBe(403);
    expect(await put("pages/new.md", { ...own, origin: "https://elsewhere.example" })).toBe(403);
    expect(await put("pages/new.md", { ...own, origin: "null" })).toBe(403);
    expect(await put("pages/new.md", { ...own, "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await put("pages/new.txt", own)).toBe(403);
    expect(await put("%2e%2e/new.md", own)).toBe(404);
    expect(await put("..%2fnew.md", own)).toBe(403);
    expect(await put("pages/new.md", own, "x".repeat(2_000_000))).toBe(413);
    expect(await put("pages/about.md", own)).toBe(409);
    expect(readdirSync(join(folder, "content/pages"))).toEqual(["about.md"]);
    expect(await put("pages/new.md", own)).toBe(200);
    expect(readFileSync(join(folder, "content/pages/new.md"), "utf8")).toBe(TEXT);
  });

  test("and to read is refused to other sites; the page alone may be opened", async () => {
    const { address } = await serve();
    const status = async (path: string, headers: Record<string, string>) =>
      (await fetch(`${address}/admin/${path}`, { headers })).status;
    for (const path of ["settings.json", "content/"]) {
      expect(await status(path, { "sec-fetch-site": "cross-site" })).toBe(403);
      expect(await status(path, { "sec-fetch-site": "same-site" })).toBe(403);
      expect(await status(path, { origin: "https://elsewhere.example" })).toBe(403);
      expect(await status(path, { "sec-fetch-site": "same-origin" })).toBe(200);
    }
    const page = await fetch(`${address}/admin/`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});
