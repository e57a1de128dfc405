/** The package that is published: what is in it, what it is made of, and that it works by itself. */
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SCHEMAS_AHEAD } from "../../src/build/published-schemas.ts";
import { schemaFiles } from "../../src/json-schema/schema-files.ts";
import { BUNDLES_AHEAD, bundlesAhead } from "../../src/render/bundles.ts";
import { SHIPPED_PACKAGES } from "../../src/render/licences.ts";
import { TEMPLATES_AHEAD, templatesAhead } from "../../src/render/template-code.ts";
import { faultsIn } from "../../tools/audit.ts";
import { scriptSources } from "../../tools/compile.ts";
import {
  BUNDLED,
  parseLock,
  parseManifest,
  productionLock,
  treeOf,
} from "../../tools/manifests.ts";
import { makePackage } from "../../tools/package.ts";
import { billOfMaterials } from "../../tools/sbom.ts";
import { PROJECT_FOLDER, temporaryFolder, WEND } from "../support/sheet.ts";
import { contentsOf, filesIn, textOf } from "../support/site-files.ts";

const lock = parseLock(textOf(PROJECT_FOLDER, "package-lock.json"));
const manifest = parseManifest(textOf(PROJECT_FOLDER, "package.json"));
const shipped = productionLock(lock);

interface Bill {
  readonly components: readonly { readonly "bom-ref": string }[];
}

let made: string;
let files: readonly string[];

beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "standpoint-package-"));
  await makePackage(made);
  files = filesIn(made).filter((path) => !path.startsWith("node_modules/"));
});

afterAll(() => rmSync(made, { recursive: true, force: true }));

describe("the package", () => {
  test("holds what it needs and nothing else", async () => {
    expect([...new Set(files.map((path) => path.split("/")[0]))].sort()).toEqual([
      "LICENSE",
      "README.md",
      "bin",
      "dist",
      "package.json",
      "sbom.cdx.json",
      "src",
      "templates",
    ]);
    const strange = files.filter(
      (path) =>
        !path.startsWith("templates/new-sheet/") &&
        /\.(?:test|map|tgz|md)\b|tests|fixtures/.test(path),
    );
    expect(strange).toEqual(["README.md"]);
    // Of the sources only what the browser's scripts are made from.
    const sources = files.filter((path) => path.startsWith("src/"));
    expect(sources).toContain("src/model/comparison.ts");
    expect(sources).toEqual(await scriptSources(PROJECT_FOLDER));
    expect(
      files.filter((path) => path.startsWith("dist/") && !/\.(?:js|json)$/.test(path)),
    ).toEqual([]);
  });

  test("holds style sheets, scripts, schemas and templates made ahead", () => {
    expect(JSON.parse(textOf(made, `dist/${BUNDLES_AHEAD.name}`))).toEqual(
      bundlesAhead(join(PROJECT_FOLDER, "templates")),
    );
    expect(JSON.parse(textOf(made, `dist/${SCHEMAS_AHEAD.name}`))).toEqual(schemaFiles());
    expect(JSON.parse(textOf(made, `dist/${TEMPLATES_AHEAD.name}`))).toEqual(
      templatesAhead(join(PROJECT_FOLDER, "templates")),
    );
  });

  test("is made of the same files by npm, and carries the packages that npm could not install", () => {
    const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: made,
      encoding: "utf8",
    });
    const [packed] = JSON.parse(stdout);
    const paths: readonly string[] = packed.files.map(({ path }: { path: string }) => path);
    expect(paths.filter((path) => !path.startsWith("node_modules/")).sort()).toEqual(
      [...files].sort(),
    );
    const bundled = BUNDLED.flatMap((name) => [...treeOf(lock, `node_modules/${name}`)]);
    for (const folder of bundled) expect(paths).toContain(`${folder}/package.json`);
    expect(packed.size).toBeLessThan(8_000_000);
  });

  test("asks for exact versions, for nothing that only the checkout needs, and runs no script", () => {
    const published = JSON.parse(textOf(made, "package.json"));
    expect(Object.keys(published.dependencies)).toEqual(
      Object.keys(manifest.dependencies).filter((name) => name !== "jiti"),
    );
    for (const version of Object.values(published.dependencies)) expect(version).toMatch(/^\d/);
    expect(published).not.toHaveProperty("scripts");
    expect(published).not.toHaveProperty("devDependencies");
  });

  test("loads no part of the program that a command does not use", () => {
    const entry = textOf(made, "dist/main.js");
    const dist = filesIn(join(made, "dist")).filter((path) => path.endsWith(".js"));
    const loaded = new Set(["main.js"]);
    for (const path of loaded)
      for (const [, next = ""] of textOf(join(made, "dist"), path).matchAll(
        /from\s*"\.\/([^"]+)"/g,
      ))
        loaded.add(next);
    expect(entry).toContain("import(");
    const atOnce = [...loaded].map((path) => textOf(join(made, "dist"), path)).join("\n");
    expect(loaded.size).toBeLessThan(dist.length);
    expect(atOnce).not.toMatch(
      /from\s*"(?:@11ty\/eleventy|esbuild|nunjucks|linkedom|unpdf|pagefind|jiti)"/,
    );
  });
});

describe("the package, with the packages it asks for and no others", () => {
  /** An empty folder in which it is installed. */
  function installed(): string {
    const folder = temporaryFolder();
    cpSync(made, join(folder, "node_modules/standpoint"), { recursive: true });
    for (const path of treeOf(shipped, "")) {
      if (path === "" || path.slice("node_modules/".length).includes("node_modules/")) continue;
      const from = join(PROJECT_FOLDER, path);
      if (!existsSync(from) || existsSync(join(folder, "node_modules/standpoint", path))) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(from, join(folder, path));
    }
    return folder;
  }

  function run(folder: string, arguments_: readonly string[]) {
    const program = join(folder, "node_modules/standpoint/bin/standpoint.js");
    return spawnSync(process.execPath, [program, ...arguments_], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
  }

  test("builds a sheet, to the byte as the checkout does, and tells what is wrong with one", () => {
    const folder = installed();
    cpSync(WEND, join(folder, "content"), { recursive: true });
    const built = run(folder, ["build"]);
    expect([built.status, built.stderr]).toEqual([0, ""]);
    expect(contentsOf(join(folder, "_site"))).toEqual(contentsOf(inject("wendSite")));

    expect(run(folder, ["--version"]).stdout).toBe(`${manifest.version}\n`);
    cpSync(join(PROJECT_FOLDER, "package.json"), join(folder, "content/facts/package.md"));
    const refused = run(folder, ["check"]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("content/facts/package.md:1:1 missing-front-matter");
  });

  test("takes up a style sheet that was changed since it was packaged", () => {
    const folder = installed();
    cpSync(WEND, join(folder, "content"), { recursive: true });
    const styles = join(folder, "node_modules/standpoint/templates/assets/css/tokens.css");
    writeFileSync(styles, `${readFileSync(styles, "utf8")}\n.wend-lamp { color: red }\n`);
    expect(run(folder, ["build", "--no-search"]).status).toBe(0);
    const [built = ""] = filesIn(join(folder, "_site")).filter((path) =>
      /^assets\/site-\w+\.css$/.test(path),
    );
    expect(textOf(join(folder, "_site"), built)).toContain(".wend-lamp{color:red}");
  });
});

describe("the bill of materials", () => {
  const bill = billOfMaterials(shipped) as Bill;

  test("is in the package, and the same for the same lock", () => {
    expect(JSON.parse(textOf(made, "sbom.cdx.json"))).toEqual(bill);
    expect(JSON.stringify(billOfMaterials(shipped))).toBe(JSON.stringify(bill));
    expect(JSON.stringify(bill)).not.toMatch(/timestamp|serialNumber/);
  });

  test("names every package that is needed, with version, licence and hash", () => {
    const named = bill.components.map((component) => component["bom-ref"]);
    const needed = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== "" && path !== "node_modules/jiti" && dev !== true)
      .map(([path]) => path);
    expect(named).toEqual(needed.sort());
    for (const component of bill.components) {
      expect(component).toMatchObject({ hashes: [{ alg: "SHA-512" }] });
      expect(component).toHaveProperty("licenses");
      const { version, license } = lock.packages[component["bom-ref"]] ?? {};
      expect(component).toMatchObject({ version, licenses: [{ expression: license }] });
    }
  });
});

describe("packages", () => {
  test("have hashes, and of those that are needed one has a script, which is not run", () => {
    const others = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(others.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
    const scripted = others.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? path : [],
    );
    // It fetches a program that also comes as a package of its own: decision 0026.
    expect(scripted.filter((path) => treeOf(shipped, "").has(path))).toEqual([
      "node_modules/esbuild",
    ]);
    expect(textOf(PROJECT_FOLDER, ".ci/run")).toContain("npm ci --ignore-scripts");
  });

  test.each(Object.keys(manifest.dependencies))(
    "%s is used by the program or the pages",
    (name) => {
      const used = ["src", "templates", "bin", "tools"].some((folder) =>
        filesIn(join(PROJECT_FOLDER, folder))
          .filter((path) => /\.(?:ts|js|css)$/.test(path))
          .some((path) => {
            const text = readFileSync(join(PROJECT_FOLDER, folder, path), "utf8");
            return [`"${name}"`, `"${name}/`].some((written) => text.includes(written));
          }),
      );
      expect(used).toBe(true);
    },
  );

  test("whose files reach the reader have their licences in the site", () => {
    const scripts = join(PROJECT_FOLDER, "templates/assets");
    const { metafile } = buildSync({
      absWorkingDir: PROJECT_FOLDER,
      entryPoints: filesIn(scripts)
        .filter((path) => /^(?:js|css)\/[^/]+\.(?:ts|css)$/.test(path))
        .map((path) => join(scripts, path)),
      outdir: PROJECT_FOLDER,
      bundle: true,
      write: false,
      metafile: true,
      loader: { ".woff2": "file" },
      logLevel: "silent",
    });
    const reaching = Object.keys(metafile.inputs).flatMap(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );
    const named = Object.keys(SHIPPED_PACKAGES);
    expect(named).toEqual(expect.arrayContaining([...new Set(reaching)]));
    const licences = textOf(inject("sheetSite"), "assets/licences.txt");
    for (const name of named) expect(licences).toContain(name);
    expect(licences).toContain("SIL OPEN FONT LICENSE");
    expect(licences).toContain("MIT License");
  });
});

describe("the audit", () => {
  test("fails for a known fault alone, not for a registry that does not answer", () => {
    const report = (total: number): string =>
      JSON.stringify({ metadata: { vulnerabilities: { total } } });
    expect(faultsIn(report(0))).toBe(0);
    expect(faultsIn(report(2))).toBe(2);
    expect(faultsIn('{"error":{"code":"ENOTFOUND"}}')).toBe(null);
    expect(faultsIn("")).toBe(null);
  });
});
