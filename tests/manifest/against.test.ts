/** `check --against`: a folder, an address, and why there is nothing to compare with. */

import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeManifest } from "../../src/manifest/manifest.ts";
import { standpoint, standpointMeanwhile } from "../support/command.ts";
import { manifestWith } from "../support/published.ts";
import { wendWith } from "../support/sheet.ts";

/** A server on this machine; returns its address. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

describe("check --against", () => {
  it("compares with a folder, and ends with status 1 when something changed in silence", () => {
    const folder = wendWith({ "facts/lamp-went-out.md": null });
    mkdirSync(join(folder, "site"));
    writeFileSync(join(folder, "site/published.json"), writeManifest(manifestWith({})));
    const { status, stdout, stderr } = standpoint(folder, ["check", "--against", "site"]);
    expect(stdout).toContain(
      "Compared with 12 published facts: 0 new, 0 corrected, 0 withdrawn.\n",
    );
    expect(stderr).toContain("content/facts/lamp-went-out.md:1:1 vanished-fact");
    expect(status).toBe(1);
  });

  it.each(["", "/", "/index.html"])("finds the list below the address %j", async (end) => {
    const list = writeManifest(manifestWith({}));
    const address = await serve(({ url }, response) => {
      response.statusCode = url === "/sheet/published.json" ? 200 : 404;
      response.end(list);
    });
    const run = await standpointMeanwhile(wendWith(), [
      "check",
      "--against",
      `${address}/sheet${end}`,
    ]);
    expect(run.stdout).toContain("Compared with 12 published facts");
    expect(run.status).toBe(0);
  });

  it.each<[string, RequestListener, RegExp]>([
    [
      "nothing there",
      (_request, response) => response.writeHead(404).end(),
      /nothing at this address \(404\)\.\n {2}A site built before/,
    ],
    [
      "another thing there",
      (_request, response) => response.end("<html>"),
      /published\.json is not JSON/,
    ],
    [
      "too much there",
      (_request, response) => response.end(Buffer.alloc(20_000_001, " ")),
      /larger than 20 MB/,
    ],
    ["a server that hangs up", (request) => request.destroy(), /the connection broke off/],
  ])("ends with status 2 where there is %s", async (_what, answer, message) => {
    const address = await serve(answer);
    const { status, stderr } = await standpointMeanwhile(wendWith(), [
      "check",
      "--against",
      address,
    ]);
    expect(stderr).toMatch(/^Not compared: /m);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  it("ends with status 2 where no site was built in the folder", () => {
    const { status, stderr } = standpoint(wendWith(), ["check", "--against", "nowhere"]);
    expect(stderr).toContain("Not compared: there is no nowhere/published.json.");
    expect(status).toBe(2);
  });
});
