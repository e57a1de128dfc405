/**
 * A browser driven over two pipes with Chromium's DevTools protocol: messages are JSON, each
 * ended by a zero byte. Nothing listens on a port, and no package is needed.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** What a message's parameters or a reply hold: read by whoever asked. */
export type Parameters = Readonly<Record<string, unknown>>;

/** What is told of an event. */
export type Listener = (method: string, parameters: Parameters) => void;

/** A started browser. */
export interface DevTools {
  /** Calls a method, of the browser or of one page. @throws Error if the browser refuses or is gone. */
  readonly call: (method: string, parameters?: Parameters, page?: string) => Promise<Parameters>;
  /** Is told of each event of one page; the events of a page that is closed have ended. */
  readonly listen: (page: string, listener: Listener) => void;
  /** Ends the browser and removes what it wrote. */
  readonly close: () => Promise<void>;
}

/** Thrown where the browser cannot be started or stops. */
export class BrowserFailure extends Error {}

/** How long one answer may take. */
const PATIENCE = 60_000;

const SWITCHES = [
  "--headless",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-dev-shm-usage",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--font-render-hinting=none",
  "--hide-scrollbars",
  "--mute-audio",
];

/** Starts a browser with a profile of its own. As root, where Chromium's sandbox cannot run, it starts without. */
export async function startBrowser(program: string): Promise<DevTools> {
  const profile = mkdtempSync(join(tmpdir(), "standpoint-browser-"));
  const browser = spawn(
    program,
    [
      ...SWITCHES,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"], env: { ...process.env, TZ: "UTC" } },
  );
  const tools = connect(browser, program, () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 }),
  );
  try {
    await tools.call("Browser.getVersion");
  } catch (error) {
    await tools.close();
    throw error;
  }
  return tools;
}

interface Waiting {
  readonly resolve: (reply: Parameters) => void;
  readonly reject: (reason: Error) => void;
}

function connect(browser: ChildProcess, program: string, cleanUp: () => void): DevTools {
  const [, , complaints, toBrowser, fromBrowser] = browser.stdio as unknown as [
    unknown,
    unknown,
    Readable,
    Writable,
    Readable,
  ];
  const waiting = new Map<number, Waiting>();
  const listeners: { readonly page: string; readonly listener: Listener }[] = [];
  let ended: BrowserFailure | null = null;
  let last = 0;
  let heard = "";

  const gone = new Promise<void>((resolve) => {
    const end = (why: string): void => {
      ended ??= new BrowserFailure(`${program} ${why}${complaint(heard)}`);
      for (const { reject } of waiting.values()) reject(ended);
      waiting.clear();
      resolve();
    };
    browser.once("error", ({ message }) => end(`could not be started: ${message}`));
    browser.once("close", (status) => end(`ended with status ${status}`));
  });
  complaints.setEncoding("utf8").on("data", (text: string) => {
    heard = (heard + text).slice(-4000);
  });
  // A browser that is gone is told by `close`; writing to its pipe then fails as well.
  toBrowser.on("error", () => undefined);

  messagesIn(fromBrowser, (message) => {
    if (typeof message.id !== "number") {
      for (const { page, listener } of listeners)
        if (page === message.sessionId)
          listener(String(message.method), asParameters(message.params));
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ("error" in message)
      asked?.reject(new BrowserFailure(String(asParameters(message.error).message)));
    else asked?.resolve(asParameters(message.result));
  });

  return {
    call: (method, parameters = {}, page) => {
      if (ended) return Promise.reject(ended);
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const clock = setTimeout(() => {
          waiting.delete(id);
          reject(new BrowserFailure(`${program} did not answer ${method} in a minute`));
        }, PATIENCE);
        waiting.set(id, {
          resolve: (reply) => {
            clearTimeout(clock);
            resolve(reply);
          },
          reject: (reason) => {
            clearTimeout(clock);
            reject(reason);
          },
        });
        const address = page === undefined ? {} : { sessionId: page };
        toBrowser.write(`${JSON.stringify({ id, method, params: parameters, ...address })}\0`);
      });
    },
    listen: (page, listener) => listeners.push({ page, listener }),
    close: async () => {
      // Asked to, it ends its own helpers, which would otherwise still write to the profile.
      if (!ended) toBrowser.write(`${JSON.stringify({ id: 0, method: "Browser.close" })}\0`);
      const clock = setTimeout(() => browser.kill("SIGKILL"), 5000);
      await gone;
      clearTimeout(clock);
      cleanUp();
    },
  };
}

/** Cuts a stream of bytes at its zeros. */
function messagesIn(stream: Readable, take: (message: Parameters) => void): void {
  let chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      chunks.push(chunk.subarray(from, end));
      take(asParameters(JSON.parse(Buffer.concat(chunks).toString("utf8"))));
      chunks = [];
      from = end + 1;
    }
    chunks.push(chunk.subarray(from));
  });
}

function asParameters(value: unknown): Parameters {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The last thing a browser said, for a message. */
function complaint(heard: string): string {
  const lines = heard.split("\n").filter((line) => line.trim() !== "");
  return lines.length === 0 ? "" : `: ${lines.at(-1)}`;
}
