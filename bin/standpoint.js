#!/usr/bin/env node
// Starts the command line: of the published package, which holds it compiled, or of a checkout.
import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..");
const isCheckout = existsSync(join(folder, "src/cli/main.ts"));
const { main } = isCheckout
  ? await (await import("../tools/from-source.js")).loadSource(folder)
  : await import("../dist/main.js");
await main(process.argv, import.meta.dirname);
