#!/usr/bin/env node
// Starts the command line. In a checkout the TypeScript sources are run as they are; the published
// package holds them compiled.
import { existsSync } from "node:fs";

const SOURCE = "../src/cli/main.ts";

const { main } = existsSync(new URL(SOURCE, import.meta.url))
  ? await fromSource()
  : await import("../dist/main.js");
await main(process.argv, import.meta.dirname);

async function fromSource() {
  const { createJiti } = await import("jiti");
  return createJiti(import.meta.url, { interopDefault: false }).import(SOURCE);
}
