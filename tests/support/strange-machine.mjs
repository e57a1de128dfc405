// Preloaded into a build (node --import): another clock, and folders listed backwards.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { readdirSync } = fs;
fs.readdirSync = (...call) => {
  const entries = readdirSync(...call);
  return Array.isArray(entries) ? entries.reverse() : entries;
};
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
