/** What open pages are told: to load anew, and what is wrong with the content. */
import type { ServerResponse } from "node:http";
import { resolve } from "node:path";
import { formatProblem, PLAIN } from "../check/format-problem.ts";
import type { Problem } from "../content/problem.ts";
import { hashOf } from "../render/fingerprints.ts";

/** A problem as the overlay shows it. */
export interface ToldProblem {
  /** Such as `content/facts/x.md`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: string;
  /** As on the terminal. */
  readonly text: string;
}

/** What a page is told. */
export type Told =
  | { readonly kind: "reload" }
  /** Empty once all is mended. */
  | { readonly kind: "problems"; readonly problems: readonly ToldProblem[] };

/** The open pages. */
export interface LivePages {
  /** Keeps the answer open and tells its page what happens. */
  readonly add: (response: ServerResponse, path: string) => void;
  /** Tells every page what is wrong, and those whose bytes changed to load anew. */
  readonly tell: (problems: readonly Problem[], contentOf: (path: string) => string) => void;
  readonly close: () => void;
}

/** Errors as the overlay shows them. Warnings are told on the terminal. */
export function toldProblems(problems: readonly Problem[]): readonly ToldProblem[] {
  return problems
    .filter(({ severity }) => severity === "error")
    .map((problem) => ({
      path: problem.place.path,
      line: problem.place.line,
      column: problem.place.column,
      code: problem.code,
      severity: problem.severity,
      text: formatProblem(problem, PLAIN),
    }));
}

/** Nobody is connected yet. */
export function livePages(): LivePages {
  const pages = new Map<ServerResponse, { readonly path: string; seen: string | null }>();
  let current: readonly ToldProblem[] = [];
  const send = (response: ServerResponse, told: Told): void => {
    response.write(`data: ${JSON.stringify(told)}\n\n`);
  };
  return {
    add: (response, path) => {
      response.writeHead(200, {
        "Content-Type": "text/event-stream",
        "Cache-Control": "no-store",
      });
      pages.set(response, { path, seen: null });
      response.on("close", () => pages.delete(response));
      send(response, { kind: "problems", problems: current });
    },
    tell: (problems, contentOf) => {
      current = toldProblems(problems);
      for (const [response, page] of pages) {
        send(response, { kind: "problems", problems: current });
        if (current.length > 0) continue;
        const hash = hashOf(contentOf(page.path));
        if (hash !== page.seen) send(response, { kind: "reload" });
        page.seen = hash;
      }
    },
    close: () => {
      for (const response of pages.keys()) response.end();
    },
  };
}

/** The file a problem is in; `null` for what is not a problem's file: a page may open nothing else. */
export function fileToOpen(
  problems: readonly Problem[],
  workingFolder: string,
  { path, line, column }: { readonly path: string; readonly line: string; readonly column: string },
): string | null {
  const isTold = problems.some(({ place }) => place.path === path);
  if (!isTold || !/^\d+$/.test(line) || !/^\d+$/.test(column)) return null;
  return `${resolve(workingFolder, path)}:${line}:${column}`;
}
