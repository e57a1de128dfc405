/**
 * Measures how long an edit takes until a reader of the development server sees it: from before
 * the file is written to the first answer that shows it.
 */
import { rmSync } from "node:fs";
import { basename } from "node:path";
import { clear, type PreparedSite } from "../builds.ts";
import type { ToolName } from "../tools/tool.ts";
import { writeText } from "../tools/tool.ts";
import { type Client, clientOf, pause } from "./client.ts";
import {
  BROKEN_TEXT,
  EDIT_KINDS,
  type Edit,
  type EditKind,
  roundOfEdits,
  subjectsOf,
} from "./edits.ts";
import { type RunningServer, startServer } from "./server.ts";

/** One edit, and when it was seen in one place. */
export interface Sighting {
  readonly kind: EditKind;
  readonly what: string;
  /** `null`: not within the limit. */
  readonly milliseconds: number | null;
}

/** What was measured of one tool's server. */
export interface LatencyResult {
  readonly tool: ToolName;
  readonly sheet: string;
  readonly facts: number;
  /** Milliseconds from the server's start to its first answer. */
  readonly ready: number;
  readonly sightings: readonly Sighting[];
}

/** How long an edit may take until it is given up. */
const LIMIT = 40_000;
/** How long a broken file may stay untold. */
const PROBLEM_LIMIT = 15_000;
/** How long the server is left alone between edits, so that one does not wait for the one before. */
export const REST_IN_MILLISECONDS = 1000;

export async function measureLatency(
  prepared: PreparedSite,
  edits: number,
  tell: (line: string) => void,
): Promise<LatencyResult> {
  const { tool, sheet, site } = prepared;
  clear(prepared);
  const subjects = subjectsOf(sheet.files);
  const factPage = `/facts/${basename(subjects.fact.path, ".md")}/`;
  const server = await startServer((port) => tool.serve(site, port), factPage, 600_000);
  const client = clientOf(server.port);
  const sightings: Sighting[] = [];
  try {
    for (let number = 0; number < edits; number++) {
      const round = roundOfEdits(subjects, Math.floor(number / EDIT_KINDS.length));
      const edit = round[number % EDIT_KINDS.length];
      if (!edit) continue;
      for (const { page } of edit.looks) await client.ask(page);
      await pause(REST_IN_MILLISECONDS);
      server.printed();
      const seen = await (edit.change.how === "break"
        ? breakFile(prepared, edit, factPage, server, client)
        : applyEdit(prepared, edit, client));
      sightings.push(...seen);
      const times = seen.map(
        ({ what, milliseconds }) => `${what} ${milliseconds?.toFixed(0) ?? "never"} ms`,
      );
      tell(`edit ${number + 1}, ${sheet.name}, ${tool.label}, ${edit.kind}: ${times.join(", ")}`);
    }
  } finally {
    client.close();
    await server.stop();
    for (const file of [subjects.fact, subjects.actor])
      writeText(site.pathOf(file), site.textOf(file));
    rmSync(site.output, { recursive: true, force: true });
  }
  return { tool: tool.name, sheet: sheet.name, facts: sheet.facts, ready: server.ready, sightings };
}

async function applyEdit(
  { site }: PreparedSite,
  { kind, file, change, looks }: Edit,
  client: Client,
): Promise<readonly Sighting[]> {
  const began = performance.now();
  if (change.how === "delete") rmSync(site.pathOf(file));
  else if (change.how === "write") writeText(site.pathOf(file), site.textOf(change.file));
  return Promise.all(
    looks.map(async ({ what, page, isSeen }) => ({
      kind,
      what,
      milliseconds: await client.until(page, isSeen, began, LIMIT),
    })),
  );
}

/**
 * A broken file is told where the served page or a stream of events names it; that the terminal
 * does is noted apart, since an editor who looks at the page does not see it.
 */
async function breakFile(
  { site, tool }: PreparedSite,
  { kind, file }: Edit,
  page: string,
  server: RunningServer,
  client: Client,
): Promise<readonly Sighting[]> {
  const name = basename(file.path);
  const began = performance.now();
  const events = tool.problemEvents
    ? client.untilTold(tool.problemEvents, name, began, PROBLEM_LIMIT)
    : null;
  writeText(site.pathOf(file), BROKEN_TEXT);
  let told: number | null = null;
  let printed = "";
  const named = await client.until(
    page,
    ({ body }) => {
      printed += server.printed();
      if (told === null && printed.includes(name)) told = performance.now() - began;
      return body.includes(name);
    },
    began,
    PROBLEM_LIMIT,
  );
  const streamed = events ? await events : null;
  const onPage = [named, streamed].filter((time) => time !== null);
  return [
    {
      kind,
      what: "told in the browser",
      milliseconds: onPage.length > 0 ? Math.min(...onPage) : null,
    },
    { kind, what: "told in the terminal", milliseconds: told },
  ];
}
