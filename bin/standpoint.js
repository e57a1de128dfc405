#!/usr/bin/env node
// Starts the command line. The TypeScript sources are run as they are.
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url, { interopDefault: false });
const { main } = await jiti.import("../src/cli/main.ts");
await main(process.argv, import.meta.dirname);
