// Preloaded into a build (node --import): another clock, another number of processors, and folders
// listed backwards.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

const { readdirSync } = fs;
fs.readdirSync = (...call) => {
  const entries = readdirSync(...call);
  return Array.isArray(entries) ? entries.reverse() : entries;
};
const { readdir } = fs.promises;
fs.promises.readdir = async (...call) => (await readdir(...call)).reverse();
const [processor] = os.cpus();
os.cpus = () => Array.from({ length: 7 }, () => processor);
os.availableParallelism = () => 7;
syncBuiltinESMExports();

const RealDate = Date;
const shift = 400 * 24 * 3600 * 1000;
globalThis.Date = class extends RealDate {
  constructor(...call) {
    if (call.length === 0) super(RealDate.now() + shift);
    else super(...call);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
