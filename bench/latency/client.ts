/** An HTTP client that asks for a page again and again over one connection. */
import { Agent, request } from "node:http";

/** An answer. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** How long the client waits after an answer before it asks again. */
export const POLL_INTERVAL_IN_MILLISECONDS = 5;

/** A client of a development server on this machine. */
export interface Client {
  /** Asks once. A refused or broken connection is an answer with status 0. */
  ask(path: string): Promise<Answer>;
  /** Asks until an answer satisfies, and gives the milliseconds since `began`; `null` when time is up. */
  until(
    path: string,
    satisfies: (answer: Answer) => boolean,
    began: number,
    limit: number,
  ): Promise<number | null>;
  /** Reads a stream of events until it has some words, and gives the milliseconds since `began`. */
  untilTold(path: string, words: string, began: number, limit: number): Promise<number | null>;
  close(): void;
}

export function clientOf(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve) => {
      const asked = request(
        { host: "127.0.0.1", port, path, agent, headers: { accept: "text/html" }, timeout: 60_000 },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", () => resolve({ status: 0, body: "" }));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString("utf8"),
            }),
          );
        },
      );
      asked.on("timeout", () => asked.destroy());
      asked.on("error", () => resolve({ status: 0, body: "" }));
      asked.end();
    });
  return {
    ask,
    until: async (path, satisfies, began, limit) => {
      for (;;) {
        if (satisfies(await ask(path))) return performance.now() - began;
        if (performance.now() - began > limit) return null;
        await pause(POLL_INTERVAL_IN_MILLISECONDS);
      }
    },
    untilTold: (path, words, began, limit) =>
      new Promise((resolve) => {
        let told = "";
        const headers = { accept: "text/event-stream" };
        const asked = request({ host: "127.0.0.1", port, path, headers }, (response) => {
          response.on("data", (chunk: Buffer) => {
            told += chunk.toString("utf8");
            if (told.includes(words)) end(performance.now() - began);
          });
          response.on("error", () => end(null));
        });
        const timer = setTimeout(() => end(null), limit);
        const end = (milliseconds: number | null): void => {
          clearTimeout(timer);
          asked.destroy();
          resolve(milliseconds);
        };
        asked.on("error", () => end(null));
        asked.end();
      }),
    close: () => agent.destroy(),
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
