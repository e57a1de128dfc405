/**
 * Makes the package to publish in `package/`: the compiled program, the templates, and what npm
 * could not install by itself. See docs/decisions/0026-the-package.md. Run as `npm run package`.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compile } from "./compile.ts";
import {
  BUNDLED,
  manifestOf,
  parseLock,
  parseManifest,
  productionLock,
  treeOf,
} from "./manifests.ts";
import { billOfMaterials } from "./sbom.ts";

const CHECKOUT = resolve(import.meta.dirname, "..");

/** Makes the package in a folder, which is emptied first. */
export async function makePackage(folder: string): Promise<void> {
  const read = (name: string): string => readFileSync(join(CHECKOUT, name), "utf8");
  const write = (name: string, value: object): void =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
  const manifest = parseManifest(read("package.json"));
  const lock = productionLock(parseLock(read("package-lock.json")));

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scriptSources = await compile(CHECKOUT, join(folder, "dist"));
  const bundled = BUNDLED.flatMap((name) => [...treeOf(lock, `node_modules/${name}`)]);
  for (const path of ["bin", "templates", "LICENSE", "README.md", ...scriptSources, ...bundled])
    cpSync(join(CHECKOUT, path), join(folder, path), {
      recursive: true,
      filter: isNoPackageOf(path),
    });
  write("package.json", manifestOf(manifest));
  write("sbom.cdx.json", billOfMaterials(lock));
}

/** Packages within a package are copied by themselves, if they are needed. */
function isNoPackageOf(path: string): (found: string) => boolean {
  const own = join(CHECKOUT, path, "node_modules");
  return (found) => found !== own;
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  await makePackage(join(CHECKOUT, "package"));
