/** Serves a sheet with Eleventy's development server and rebuilds it at each change. */

import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type * as Wired from "./eleventy.ts";
import type { BuildOptions } from "./options.ts";

/**
 * Serves the site on the loopback address until the process is stopped. Never ends for a mistake
 * in the content, in a template or in `src/`: the last good pages stay.
 */
export async function serveSite(options: BuildOptions, port: number): Promise<void> {
  let configure: typeof Wired.configure | null = null;
  const eleventy = new Eleventy(undefined, undefined, {
    source: "script",
    runMode: "serve",
    configPath: "",
    quietMode: true,
    config: async (config: UserConfig) => {
      configure = (await loadConfigure(options)) ?? configure;
      configure?.(config, { options, mode: "serve", onBuilt });
    },
  });
  let pages = 0;
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy notes a deleted file but does not build again.
  eleventy.watcher.on("unlink", (path: string) => rebuild(path));
  await eleventy.serve(port);
  process.stdout.write(`Serving ${pages} pages; the address is above. Stop with Control-C.\n`);
  process.on("SIGINT", () => {
    void eleventy.stopWatch().then(() => process.exit(0));
  });

  function onBuilt(built: { readonly pages: number }): void {
    pages = built.pages;
  }
}

/** The wiring as `src/` now has it; `null`, and a message, while `src/` does not load. */
async function loadConfigure({
  packageFolder,
}: BuildOptions): Promise<typeof Wired.configure | null> {
  // In the published package the code is compiled, and does not change while it runs.
  if (!import.meta.filename.endsWith(".ts")) return (await import("./eleventy.ts")).configure;
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { moduleCache: false });
  try {
    const wired = await jiti.import<typeof Wired>(join(packageFolder, "src/build/eleventy.ts"));
    return wired.configure;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}
