/** The bill of materials of the package, in CycloneDX 1.5: what it is made of, each part with its hash. */
import { dependenciesOf, type Lock, type Locked } from "./manifests.ts";

interface Component {
  readonly "bom-ref": string;
  readonly type: "library" | "application";
  readonly name: string;
  readonly version: string;
  readonly scope?: "required" | "optional";
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly expression: string }[];
}

/**
 * Makes the bill from a lock file without packages for development. It says nothing of when it was
 * made and has no number of its own, so that one lock gives one bill.
 */
export function billOfMaterials(lock: Lock): object {
  const paths = Object.keys(lock.packages).sort();
  const others = paths.filter((path) => path !== "");
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.5.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: componentOf(lock, "") },
    components: others.map((path) => componentOf(lock, path)),
    dependencies: paths.map((path) => ({
      ref: refOf(lock, path),
      dependsOn: dependenciesOf(lock, path).map((found) => refOf(lock, found)),
    })),
  };
}

function componentOf(lock: Lock, path: string): Component {
  const locked = lock.packages[path] ?? {};
  const name = nameOf(lock, path);
  const version = locked.version ?? lock.version;
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  if (path === "")
    return { "bom-ref": refOf(lock, path), type: "application", name, version, purl };
  return {
    "bom-ref": refOf(lock, path),
    type: "library",
    name,
    version,
    scope: locked.optional === true ? "optional" : "required",
    purl,
    ...hashesOf(locked),
    ...(locked.license && { licenses: [{ expression: locked.license }] }),
  };
}

/** Two copies of one package in one version are two entries: the folder tells them apart. */
function refOf(lock: Lock, path: string): string {
  return path === "" ? lock.name : path;
}

function nameOf(lock: Lock, path: string): string {
  const folder = "node_modules/";
  return path === "" ? lock.name : path.slice(path.lastIndexOf(folder) + folder.length);
}

/** npm writes `sha512-` and Base64, CycloneDX wants hexadecimal digits. */
function hashesOf({ integrity = "" }: Locked): Pick<Component, "hashes"> {
  const [algorithm, hash] = integrity.split("-");
  if (algorithm !== "sha512" || !hash) return {};
  return { hashes: [{ alg: "SHA-512", content: Buffer.from(hash, "base64").toString("hex") }] };
}
