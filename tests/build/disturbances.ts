/** What may have happened to a site and its memory between two builds, chosen by numbers. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { memoryFile } from "../../src/build/build-memory.ts";
import type { BuildOptions } from "../../src/build/options.ts";
import { treePaths } from "../../src/build/site-tree.ts";
import { filesIn } from "../support/site-files.ts";

type Disturbance = (options: BuildOptions, pick: number) => void;

/** A file of a folder, never its marker. */
function fileOf(folder: string, pick: number): string | null {
  if (!existsSync(folder)) return null;
  const files = filesIn(folder).filter((path) => path !== ".standpoint");
  const path = files[pick % Math.max(1, files.length)];
  return path === undefined ? null : join(folder, path);
}

const toFile =
  (folder: (options: BuildOptions) => string, change: (file: string, pick: number) => void) =>
  (options: BuildOptions, pick: number): void => {
    const file = fileOf(folder(options), pick);
    if (file !== null) change(file, pick);
  };

const site = (options: BuildOptions): string => options.outputFolder;
const spare = (options: BuildOptions): string => treePaths(options.outputFolder).spare;

/** Written in place: another name of the same file shows it too. */
const tamper = (file: string): void => writeFileSync(file, `${readFileSync(file, "utf8")}tampered`);

const replace = (file: string): void => {
  writeFileSync(`${file}.draft`, "replaced");
  renameSync(`${file}.draft`, file);
};

const foreign = (file: string, pick: number): void => {
  const name = join(dirname(file), pick % 2 ? "foreign.html" : "foreign/index.html");
  mkdirSync(dirname(name), { recursive: true });
  writeFileSync(name, "foreign");
};

const toMemory =
  (change: (bytes: Buffer, pick: number) => Uint8Array) =>
  (options: BuildOptions, pick: number): void => {
    const file = memoryFile(options);
    if (existsSync(file)) writeFileSync(file, change(readFileSync(file), pick));
  };

/** Each of them leaves a next build that must make the very site a clean build makes. */
export const DISTURBANCES: Readonly<Record<string, Disturbance>> = {
  nothing: () => undefined,
  fileTouched: toFile(site, (file) => utimesSync(file, 1e9, 1e9)),
  fileTampered: toFile(site, tamper),
  fileReplaced: toFile(site, replace),
  fileDeleted: toFile(site, (file) => rmSync(file)),
  folderDeleted: toFile(site, (file) => {
    if (!existsSync(join(dirname(file), ".standpoint"))) rmSync(dirname(file), { recursive: true });
  }),
  fileMadeFolder: toFile(site, (file) => {
    rmSync(file);
    mkdirSync(file);
  }),
  foreignFile: toFile(site, foreign),
  siteDeleted: (options) => rmSync(site(options), { recursive: true, force: true }),
  spareDeleted: (options) => rmSync(spare(options), { recursive: true, force: true }),
  spareTampered: toFile(spare, tamper),
  spareReplaced: toFile(spare, replace),
  spareFileDeleted: toFile(spare, (file) => rmSync(file)),
  spareForeignFile: toFile(spare, foreign),
  memoryDeleted: (options) => rmSync(memoryFile(options), { force: true }),
  memoryTruncated: toMemory((bytes, pick) => bytes.subarray(0, pick % bytes.length)),
  memoryDamaged: toMemory((bytes, pick) => {
    const at = pick % bytes.length;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes;
  }),
  memoryForeign: toMemory(() => Buffer.from("something else")),
  lockLeft: (options) => writeFileSync(treePaths(options.outputFolder).lock, "999999999"),
  lockEmpty: (options) => writeFileSync(treePaths(options.outputFolder).lock, ""),
  treeLeft: (options) => {
    const { next } = treePaths(options.outputFolder);
    mkdirSync(join(next, "facts"), { recursive: true });
    writeFileSync(join(next, "facts/half.html"), "half");
  },
};
