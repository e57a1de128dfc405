/** Kills builds at random moments and looks what stands then. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { chanceFrom } from "../../bench/corpus/random.ts";
import { treePaths } from "../../src/build/site-tree.ts";
import { standpoint } from "../support/command.ts";
import { PROJECT_FOLDER, WEND } from "../support/sheet.ts";
import { siteDigest } from "./site-digest.ts";

/** What was seen. */
export interface KillReport {
  readonly kills: number;
  /** Builds that ended before they were to be killed. */
  readonly tooLate: number;
  /** Kills by what they left: nothing, a lock, a half-written tree. */
  readonly left: Readonly<Record<"nothing" | "lock" | "tree", number>>;
  /** Builds that ended well, each right after a kill. */
  readonly completed: number;
  /** Looks of the watching process whether the folder is there, and of those all of its files. */
  readonly looks: number;
  readonly wholes: number;
  /** What must not be: each in words. */
  readonly faults: readonly string[];
}

/** So many kills come before a build may end. */
const KILLS_IN_A_ROW = 3;

/** Builds two states of a sheet in turn, in an empty folder, and kills so many builds. */
export async function killBuilds(folder: string, kills: number, seed = 1): Promise<KillReport> {
  const chance = chanceFrom(seed);
  const paths = treePaths(join(folder, "_site"));
  const faults: string[] = [];
  const left = { nothing: 0, lock: 0, tree: 0 };
  const digests = [0, 1].map((state) => {
    writeState(folder, state);
    complete(folder);
    return siteDigest(paths.site);
  });
  const look = (when: string): void => {
    const digest = siteDigest(paths.site);
    if (!digests.includes(digest)) faults.push(`${when}: neither of the two sites: ${digest}`);
  };
  const watcher = watchSite(paths.site, digests);
  let killed = 0;
  let tooLate = 0;
  let completed = 0;
  for (let round = 0; killed < kills; round++) {
    writeState(folder, round % 2);
    const child = build(folder);
    // Most kills fall while the tree beside the site is written and exchanged, the others anywhere.
    const isAnywhere = chance.happens(0.2);
    if (isAnywhere) await pause(chance.below(900));
    else {
      while (child.exitCode === null && !existsSync(paths.next)) await pause(1);
      await pause(chance.below(300));
    }
    const isKilled = child.exitCode === null && (await killGroup(child));
    if (!isKilled) {
      tooLate += 1;
      if (child.exitCode !== 0) faults.push(`build ${round} ended with ${child.exitCode}`);
      look(`after build ${round}`);
      continue;
    }
    killed += 1;
    look(`after kill ${killed}`);
    if (existsSync(paths.next) || existsSync(paths.empty)) left.tree += 1;
    else if (existsSync(paths.lock)) left.lock += 1;
    else left.nothing += 1;
    if (killed % KILLS_IN_A_ROW !== 0 && killed < kills) continue;
    complete(folder);
    completed += 1;
    if (siteDigest(paths.site) !== digests[round % 2])
      faults.push(`after kill ${killed} the next build made another site than without`);
    const beside = besideOf(paths.site).filter((name) => name !== basename(paths.spare));
    if (beside.length > 0) faults.push(`after kill ${killed} there is left: ${beside.join(", ")}`);
  }
  const { looks, wholes, seen } = await watcher.end();
  return { kills: killed, tooLate, left, completed, looks, wholes, faults: [...faults, ...seen] };
}

/** The sheet in one of its two states, of different sizes. */
function writeState(folder: string, state: number): void {
  const content = join(folder, "content");
  rmSync(content, { recursive: true, force: true });
  cpSync(WEND, content, { recursive: true });
  if (state === 0) return;
  const fact = readFileSync(join(WEND, "facts/lamp-went-out.md"), "utf8");
  for (let number = 0; number < 40; number++)
    writeFileSync(join(content, `facts/lamp-went-out-${number}.md`), `${fact}\nTime ${number}.\n`);
}

function complete(folder: string): void {
  const { status, stderr } = standpoint(folder, ["build", "--no-search"]);
  if (status !== 0) throw new Error(`A build that nobody killed fails:\n${stderr}`);
}

/** A build as the leader of a process group, which holds the programs it starts too. */
function build(folder: string): ChildProcess {
  const program = join(PROJECT_FOLDER, "bin/standpoint.js");
  return spawn(process.execPath, [program, "build", "--no-search"], {
    cwd: folder,
    detached: true,
    stdio: "ignore",
  });
}

async function killGroup(child: ChildProcess): Promise<boolean> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (child.pid === undefined) throw new Error("The build did not start");
  process.kill(-child.pid, "SIGKILL");
  await ended;
  return child.signalCode === "SIGKILL";
}

function besideOf(site: string): readonly string[] {
  return readdirSync(dirname(site)).filter((name) => name.startsWith(`.${basename(site)}.`));
}

interface SiteWatcher {
  readonly end: () => Promise<{ looks: number; wholes: number; seen: readonly string[] }>;
}

/** A process of its own that never stops looking. */
function watchSite(site: string, digests: readonly string[]): SiteWatcher {
  const jiti = join(PROJECT_FOLDER, "node_modules/jiti/lib/jiti-cli.mjs");
  const program = join(import.meta.dirname, "watcher.ts");
  const child = spawn(process.execPath, [jiti, program, site, ...digests], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (data: Buffer) => {
    printed += data.toString();
  });
  return {
    end: async () => {
      const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
      child.stdin.end();
      await ended;
      const lines = printed.trim().split("\n");
      const [, looks = 0, wholes = 0] = (lines.pop() ?? "").split(" ").map(Number);
      return { looks, wholes, seen: [...new Set(lines)] };
    },
  };
}
