/** `standpoint capture`, called as an editor calls it: a document fetched from an address. All articles are made up. */
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE, pdfOf } from "../capture/pages.ts";
import { standpoint, standpointMeanwhile } from "../support/command.ts";
import { expectPlainFailure, read, sheetWith } from "./capturing.ts";

const TODAY = /^accessed: (\d{4}-\d\d-\d\d)$/m;

describe("an address", () => {
  let server: Server;
  let root = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      const type = { "content-type": "text/html; charset=utf-8" };
      switch (request.url) {
        case "/moved":
          return response.writeHead(301, { location: "/page" }).end();
        case "/page":
          return response
            .writeHead(200, type)
            .end(PAGE.replace(/<link[^>]*>|<meta property="og:url"[^>]*>/g, ""));
        case "/cyrillic":
          return response
            .writeHead(200, { "content-type": "text/html; charset=windows-1251" })
            .end(Buffer.from([0x3c, 0x70, 0x3e, 0xeb, 0xe0, 0xec, 0xef, 0xe0]));
        case "/paper.pdf":
          return response
            .writeHead(200, { "content-type": "application/pdf" })
            .end(pdfOf(["We shall not light the lamp."], "Keepers"));
        case "/broken":
          response.writeHead(200, { ...type, "content-length": "1000" }).write("<p>We");
          return response.destroy();
        case "/wall":
          return response.writeHead(403, type).end("No.");
        default:
          return response.writeHead(404, type).end("Nothing.");
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    root = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  });
  afterAll(() => server.close());

  test("is fetched, and the day and the address at which it was found are noted", async () => {
    const folder = sheetWith({});
    const { status } = await standpointMeanwhile(folder, [
      "capture",
      `${root}/moved`,
      "--id",
      "row",
    ]);
    expect(status).toBe(0);
    const source = read(folder, "content/sources/row.md");
    expect(source).toContain(`url: ${root}/page\n`);
    expect(TODAY.exec(source)?.[1]).toBe(new Date().toLocaleDateString("sv"));
    expect(read(folder, ".snapshots/row.txt")).toContain("We shall not light the lamp");
  });

  test("may be that of a page in an old encoding, or of a PDF", async () => {
    const folder = sheetWith({});
    await standpointMeanwhile(folder, ["capture", `${root}/cyrillic`, "--id", "lampa"]);
    expect(read(folder, ".snapshots/lampa.txt")).toBe("лампа\n");
    await standpointMeanwhile(folder, ["capture", `${root}/paper.pdf`, "--id", "paper"]);
    expect(read(folder, ".snapshots/paper.txt")).toBe("We shall not light the lamp.\n");
  });

  test.each([
    ["/nothing", "there is nothing at this address (404)"],
    ["/wall", "its server refuses to give it (403)"],
    ["/broken", "the connection broke off"],
  ])("that fails (%s) is told, and nothing is written", async (path, reason) => {
    const folder = sheetWith({});
    const run = await standpointMeanwhile(folder, ["capture", `${root}${path}`, "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain(reason);
    expect(run.stderr).toContain(
      "save it as “HTML only”, and capture that file with --url ADDRESS",
    );
    expect(existsSync(join(folder, "content/sources/row.md"))).toBe(false);
  });

  test.each([
    [
      "without a network or a host",
      "http://lamp.invalid/",
      "no such host is known, or there is no network",
    ],
    ["at which nobody answers", "http://127.0.0.1:2/", "nothing answers there"],
  ])("%s is told", (_what, url, reason) => {
    const run = standpoint(sheetWith({}), ["capture", url, "--id", "row"]);
    expectPlainFailure(run);
    expect(run.stderr).toContain(reason);
  });
});
