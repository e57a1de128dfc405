/** What the development server answers, and whom. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { wendWith } from "../support/sheet.ts";
import { type Serving, serving, until } from "./serving.ts";

const BROKEN = "content/facts/broken.md";

/** Sends a request as it is written: no path is tidied up. */
function ask(
  { port }: Serving,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const call = request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let text = "";
      response.on("data", (data: Buffer) => {
        text += data.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    call.on("error", reject);
    call.end();
  });
}

/** A server whose sheet has an error, and what its editor is called with. */
async function servingBroken(): Promise<{ served: Serving; folder: string; opened: string }> {
  const folder = wendWith({ "facts/broken.md": "---\nkind: positoin\n---\n" });
  const opened = join(folder, "opened");
  // Editors are called as their names demand.
  const editor = join(folder, "code");
  writeFileSync(editor, `#!/bin/sh\necho "$@" >> '${opened}'\n`, { mode: 0o755 });
  return { served: await serving(folder, { LAUNCH_EDITOR: editor }), folder, opened };
}

const place = (path: string): string =>
  `/.standpoint/open?${new URLSearchParams({ path, line: "2", column: "7" })}`;

test("a request under the name of another host gets nothing of the sheet", async () => {
  const served = await serving(wendWith());
  for (const host of ["evil.example", "evil.example:8080", "localhost.evil.example"]) {
    for (const path of ["/", "/.standpoint/problems.json", "/.standpoint/events?path=/"]) {
      const { status, text } = await ask(served, path, { Host: host });
      expect([host, path, status]).toEqual([host, path, 403]);
      expect(text).toBe("Another host was asked for.\n");
    }
  }
  for (const host of [`localhost:${served.port}`, "127.0.0.1", "[::1]:80"])
    expect((await ask(served, "/", { Host: host })).status).toBe(200);
});

test("no path leads out of the site", async () => {
  const folder = wendWith();
  writeFileSync(join(folder, "secret.txt"), "the keeper's secret");
  const served = await serving(folder);
  const paths = [
    "/../secret.txt",
    "/../../../../../../etc/passwd",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/facts/../../secret.txt",
    "/%00",
    "/index.html%00.txt",
    "/%",
    "/%ff",
    "//secret.txt",
    "/./content/site.md",
    "/package.json",
    "/.standpoint/../secret.txt",
    "/.standpoint/%2e%2e%2fsecret.txt",
    "http://127.0.0.1/secret.txt",
  ];
  for (const path of paths) {
    const { status, text } = await ask(served, path);
    expect([path, [400, 404].includes(status)]).toEqual([path, true]);
    expect(text).not.toMatch(/the keeper's secret|root:/);
  }
  expect((await ask(served, "/")).status).toBe(200);
});

test("the editor is opened at a problem's place, and for nobody but pages of this server", async () => {
  const { served, folder, opened } = await servingBroken();
  const own = { "Sec-Fetch-Site": "same-origin" };
  const refused: [string, string, Readonly<Record<string, string>>][] = [
    ["POST", place(BROKEN), {}],
    ["POST", place(BROKEN), { "Sec-Fetch-Site": "cross-site", Origin: "http://evil.example" }],
    ["POST", place(BROKEN), { "Sec-Fetch-Site": "same-site" }],
    ["POST", place(BROKEN), { "Sec-Fetch-Site": "none" }],
    ["GET", place(BROKEN), own],
    ["POST", place("content/site.md"), own],
    ["POST", place("../../etc/passwd"), own],
    ["POST", place(join(folder, BROKEN)), own],
    ["POST", `/.standpoint/open?path=${BROKEN}&line=2;id&column=7`, own],
    ["POST", `/.standpoint/open?path=${BROKEN}&line=2`, own],
    ["POST", "/.standpoint/open", own],
  ];
  for (const [method, path, headers] of refused)
    expect([method, path, (await ask(served, path, headers, method)).status]).toEqual([
      method,
      path,
      403,
    ]);
  expect((await ask(served, place(BROKEN), own, "POST")).status).toBe(204);
  await until(() => existsSync(opened) && readFileSync(opened, "utf8") !== "");
  expect(readFileSync(opened, "utf8")).toContain(` ${join(folder, BROKEN)}:2:7\n`);
});

test("no other machine reaches it", async () => {
  const { port } = await serving(wendWith());
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
  for (const host of others) {
    const isReached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 2000 }, () => resolve(true));
      for (const event of ["error", "timeout"]) socket.on(event, () => resolve(false));
      onTestFinished(() => void socket.destroy());
    });
    expect([host, isReached]).toEqual([host, false]);
  }
});

test("a port that is taken is passed over", async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const served = await serving(wendWith(), {}, port);
  expect(served.port).toBeGreaterThan(port);
  expect((await ask(served, "/")).status).toBe(200);
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it well, with a page still open",
  async (signal) => {
    const served = await serving(wendWith());
    const events = await fetch(`${served.address}.standpoint/events?path=/`);
    expect(events.status).toBe(200);
    const ended = new Promise((resolve) => served.child.once("exit", (status) => resolve(status)));
    served.child.kill(signal);
    expect(await ended).toBe(0);
    await events.text().catch(() => "");
  },
);
