/** What open pages are told: to load anew, and what is wrong with the content. */
import type { ServerResponse } from "node:http";
import { resolve } from "node:path";
import { formatProblem, PLAIN } from "../check/format-problem.ts";
import type { Problem } from "../content/problem.ts";

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
  /** Keeps the answer open and tells its page what happens. `seen` is the version that it shows. */
  readonly add: (response: ServerResponse, page: { path: string; seen: string }) => void;
  /** Tells every page what is wrong, and those of another version than they show to load anew. */
  readonly tell: (problems: readonly ToldProblem[]) => void;
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

/** What is wrong with the program's own templates, style sheets or scripts, as the overlay shows it. */
export function toldFault(message: string): ToldProblem {
  const path = "templates";
  const text = `${path}:1:1 ${message}`;
  return { path, line: 1, column: 1, code: "template", severity: "error", text };
}

/**
 * Nobody is connected yet.
 * @param versionOf gives another text whenever what is served at a path changes.
 */
export function livePages(versionOf: (path: string) => string): LivePages {
  const pages = new Map<ServerResponse, { readonly path: string; readonly seen: string }>();
  let current: readonly ToldProblem[] = [];
  const tellPage = (response: ServerResponse, page: { path: string; seen: string }): void => {
    send(response, { kind: "problems", problems: current });
    if (current.length === 0 && versionOf(page.path) !== page.seen)
      send(response, { kind: "reload" });
  };
  return {
    add: (response, page) => {
      response.writeHead(200, {
        "Content-Type": "text/event-stream",
        "Cache-Control": "no-store",
      });
      pages.set(response, page);
      response.on("close", () => pages.delete(response));
      // The content may have changed since the page was loaded.
      tellPage(response, page);
    },
    tell: (problems) => {
      current = problems;
      for (const [response, page] of pages) tellPage(response, page);
    },
    close: () => {
      for (const response of pages.keys()) response.end();
    },
  };
}

function send(response: ServerResponse, told: Told): void {
  response.write(`data: ${JSON.stringify(told)}\n\n`);
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
