/** `standpoint serve`: the sheet on this machine, each change at once. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative } from "node:path";
import launchEditor from "launch-editor";
import type { AdminRequests } from "../admin/requests.ts";
import type { BuildOptions } from "../build/options.ts";
import { errorPage, problemPage } from "../build/problem-page.ts";
import { terminalPalette } from "../build/terminal.ts";
import { formatProblems } from "../check/format-problem.ts";
import { bundledScript, bundledStyles } from "../render/bundles.ts";
import { hashOf } from "../render/fingerprints.ts";
import { fileToOpen, livePages, toldFault, toldProblems } from "./live.ts";
import { type Answer, type Listening, listen, pathOf, type Served, typeOf } from "./server.ts";
import { openSession, type SheetSession } from "./sheet-session.ts";
import { watchFolders } from "./watch-folders.ts";

/** Where the server's own addresses lie. */
const OWN = "/.standpoint";

const HTML = typeOf(".html");

/** Where a sheet is served, and with what. */
export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** Answers what is asked below `/admin/`, or `null` for no admin page. */
  readonly admin?: AdminRequests | null;
}

/** A sheet being served. */
export interface ServedSheet {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves the sheet until it is closed. Never ends for a mistake in the content or in a template: the
 * last good pages stay, with what is wrong laid over them.
 * @throws Error if no port is free.
 */
export async function serveSite(
  options: BuildOptions,
  { host, port, admin = null }: ServeOptions,
): Promise<ServedSheet> {
  const session = openSession(options);
  const answers = sheetAnswers(session);
  const live = livePages((path) => versionOf(answers.file(path) ?? answers.missing()));
  const client = clientFiles(options.packageFolder);
  const served = servedFiles(answers, session, options, client, (request, url, response) => {
    if (admin?.(request, url, response)) return true;
    if (url.pathname !== `${OWN}/events` || request.method !== "GET") return false;
    const path = pathOf(url.searchParams.get("path") ?? "") ?? "";
    live.add(response, { path, seen: url.searchParams.get("seen") ?? "" });
    return true;
  });
  const server: Listening = await listen(served, host, port);
  const tell = (): void => {
    live.tell(toldProblems(session.problems()));
    printProblems(session);
  };
  tell();
  const templates = join(options.packageFolder, "templates");
  const refreshed = (refresh: () => void): void => {
    try {
      refresh();
      tell();
    } catch (error) {
      // Templates, style sheets and scripts are compiled at once: the last good ones stay.
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${message}\n`);
      live.tell([toldFault(message)]);
    }
  };
  const stops = [
    watchFolders([options.contentFolder], (changed) => refreshed(() => session.refresh(changed))),
    watchFolders([templates], () => refreshed(session.refreshTemplates)),
  ];
  process.stdout.write(
    `Serving ${session.paths().length} pages at ${server.address} Stop with Control-C.\n`,
  );
  return {
    address: server.address,
    close: async () => {
      for (const stop of stops) stop();
      live.close();
      await server.close();
    },
  };
}

function printProblems(session: SheetSession): void {
  const problems = session.problems();
  if (problems.length === 0) return;
  process.stderr.write(`${formatProblems(problems, terminalPalette(process.stderr))}\n`);
}

/** The sheet's own answers, as a site holds them. */
function sheetAnswers(session: SheetSession): Pick<Served, "file" | "missing"> {
  const page = (status: number, html: string): Answer => ({ status, type: HTML, body: html });
  const file = (path: string): Answer | null => {
    try {
      const body = session.file(path);
      if (body === null) return null;
      return { status: 200, type: typeOf(path), body };
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return page(500, errorPage("A template has an error", message));
    }
  };
  return {
    file,
    missing: () => {
      if (!session.hasSite()) return page(503, problemPage(session.problems()));
      const own = file("404.html");
      return own === null ? page(404, errorPage("No such page", "")) : { ...own, status: 404 };
    },
  };
}

function servedFiles(
  answers: Pick<Served, "file" | "missing">,
  session: SheetSession,
  options: BuildOptions,
  client: ReadonlyMap<string, Answer>,
  events: Served["own"],
): Served {
  return {
    file: (path) => {
      const found = answers.file(path);
      return found && withClient(found);
    },
    missing: () => withClient(answers.missing()),
    own: (request, url, response) => {
      const found = client.get(url.pathname);
      if (found) {
        response.writeHead(200, { "Content-Type": found.type, "Cache-Control": "no-store" });
        response.end(found.body);
        return true;
      }
      if (url.pathname === `${OWN}/problems.json`) {
        response.writeHead(200, { "Content-Type": typeOf(".json"), "Cache-Control": "no-store" });
        response.end(JSON.stringify(toldProblems(session.problems())));
        return true;
      }
      if (url.pathname === `${OWN}/open`) {
        openInEditor(session, options, request, url, response);
        return true;
      }
      return events(request, url, response);
    },
  };
}

/** Only what a page of this server asks for, and only files that have a problem. */
function openInEditor(
  session: SheetSession,
  { workingFolder }: BuildOptions,
  request: IncomingMessage,
  { searchParams }: URL,
  response: ServerResponse,
): void {
  const isOwn = request.method === "POST" && request.headers["sec-fetch-site"] === "same-origin";
  const asked = (name: string): string => searchParams.get(name) ?? "";
  const file = isOwn
    ? fileToOpen(session.problems(), workingFolder, {
        path: asked("path"),
        line: asked("line"),
        column: asked("column"),
      })
    : null;
  if (file === null) {
    response.writeHead(403).end();
    return;
  }
  launchEditor(file, process.env.LAUNCH_EDITOR, (name, message) => {
    const which = relative(workingFolder, name);
    process.stderr.write(`${which} was not opened: ${message ?? "no editor was found"}\n`);
  });
  response.writeHead(204).end();
}

/** The script and the style sheet of the overlay. */
function clientFiles(packageFolder: string): ReadonlyMap<string, Answer> {
  const templates = join(packageFolder, "templates");
  const file = (path: string, body: Uint8Array): [string, Answer] => [
    `${OWN}/${path}`,
    { status: 200, type: typeOf(path), body },
  ];
  return new Map([
    file("live.js", Buffer.from(bundledScript(templates, "live").text)),
    file("live.css", Buffer.from(bundledStyles(templates, "live").text)),
  ]);
}

/**
 * Puts the script into a page, with the version that the page is of. Its policy allows files of its own
 * server alone, which these are.
 */
function withClient(answer: Answer): Answer {
  if (answer.type !== HTML) return answer;
  const html = String(answer.body);
  const client = `<link rel="stylesheet" href="${OWN}/live.css">\n<script src="${OWN}/live.js" data-seen="${versionOf(answer)}" defer></script>\n`;
  const head = html.search(/<\/head>|<main>/);
  const body = head < 0 ? html + client : html.slice(0, head) + client + html.slice(head);
  return { ...answer, body };
}

function versionOf({ body }: Answer): string {
  return hashOf(body);
}
