/**
 * A Chromium for the tests: the one an environment variable names, else the one that comes with
 * an npm package (Linux on x64), else one installed on the machine, else a clear failure.
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { extract } from "tar-fs";
import { installedBrowser, NO_BROWSER, namedBrowser } from "../../src/pdf/find-browser.ts";

/** How to start a browser. */
export interface Launch {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts a headless browser. @throws Error that says what to install if there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    args: ["--no-sandbox"],
  });
}

/** The browser that tests use: how to start it. @throws Error that says what to install if there is none. */
export async function findBrowser(): Promise<Launch> {
  const named = namedBrowser();
  if (named !== "") return { executablePath: named, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return bundled();
  const installed = installedBrowser();
  if (installed !== null) return { executablePath: installed, env: {} };
  throw new Error(NO_BROWSER);
}

/** The browser in @sparticuz/chromium, unpacked once beside the system's temporary files. */
async function bundled(): Promise<Launch> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium");
  const packed = join(dirname(entry), "../../bin");
  const { version }: { version: string } = require(join(packed, "../package.json"));
  const folder = join(tmpdir(), `standpoint-chromium-${version}`);
  if (!existsSync(folder)) await unpack(packed, folder);
  return {
    executablePath: join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(folder, "libraries/lib"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
      HOME: folder,
    },
  };
}

/** Unpacks into a folder of its own and renames that, so that two test processes never see half of it. */
async function unpack(packed: string, folder: string): Promise<void> {
  const building = mkdtempSync(join(tmpdir(), "standpoint-chromium-"));
  const file = (name: string) =>
    createReadStream(join(packed, name)).pipe(createBrotliDecompress());
  await Promise.all([
    pipeline(file("chromium.br"), createWriteStream(join(building, "chromium"), { mode: 0o755 })),
    pipeline(file("al2023.tar.br"), extract(join(building, "libraries"))),
    pipeline(file("fonts.tar.br"), extract(join(building, "fonts"))),
    pipeline(file("swiftshader.tar.br"), extract(building)),
  ]);
  mkdirSync(join(building, "cache"));
  writeFileSync(join(building, "fonts.conf"), fontConfiguration(folder));
  try {
    renameSync(building, folder);
  } catch (error) {
    // Another process was first; its folder is as good.
    if (!existsSync(folder) || readdirSync(folder).length === 0) throw error;
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
