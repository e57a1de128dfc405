/** A Chromium on this machine: the one that the environment names, else one that is installed. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The variable that names a browser's program. */
const VARIABLE = "STANDPOINT_BROWSER";

/** Names of the programs in the folders of `PATH`. */
const PROGRAMS = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];

/** Where installers put them that add nothing to `PATH`. */
const PLACES = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** What to do where there is none. */
export const NO_BROWSER = `No browser was found that could do it. Install Chromium, Chrome or Edge (on Debian: apt-get install -y chromium), or name the program of one in ${VARIABLE}.`;

/** The program that the environment names; empty if it names none. */
export function namedBrowser(environment: NodeJS.ProcessEnv = process.env): string {
  return environment[VARIABLE] ?? "";
}

/** The program of an installed browser, or `null`. */
export function installedBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = [
    ...PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program))),
    ...PLACES,
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** The browser at hand, or `null`: the named one first. A named one that does not exist is `null`. */
export function browserAtHand(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = namedBrowser(environment);
  if (named !== "") return existsSync(named) ? named : null;
  return installedBrowser(environment);
}
