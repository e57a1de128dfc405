/** Reads the manifest of a published site, from a folder or from the network. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isWebAddress } from "../content/schema/scalars.ts";
import { DownloadError, type DownloadLimits, download, failureCode } from "../network/download.ts";
import { MANIFEST_PATH, type Manifest, parseManifest } from "./manifest.ts";

/** Thrown when there is nothing to compare with; the message says why. */
export class PublishedError extends Error {
  constructor(
    message: string,
    /** What to do about it, or empty. */
    readonly hint: string,
  ) {
    super(message);
  }
}

const LIMITS: DownloadLimits = {
  accept: "application/json",
  userAgent: "Standpoint (compares a sheet with its published site)",
  seconds: 20,
  megabytes: 20,
};

const NOT_YET =
  "A site built before this was possible, or never published, has none: publish it once first.";

/**
 * Reads what a site published.
 * @param site its address, or a folder that holds it, relative to the working folder
 * @throws PublishedError when it cannot be had or read
 */
export async function readPublished(site: string, workingFolder: string): Promise<Manifest> {
  const where = isWebAddress(site) ? addressIn(site) : join(site, MANIFEST_PATH);
  const text = isWebAddress(site)
    ? await fetchText(where)
    : readText(resolve(workingFolder, where), where);
  const manifest = parseManifest(text);
  if ("fault" in manifest) throw new PublishedError(`${where} ${manifest.fault}`, "");
  return manifest;
}

/** The manifest's address in a site, whichever way the site's own is written. */
function addressIn(site: string): string {
  const address = new URL(site);
  address.search = "";
  address.hash = "";
  address.pathname = address.pathname.replace(/(?:index\.html|\/)?$/, `/${MANIFEST_PATH}`);
  return address.href.replace(/([^:])\/{2,}/g, "$1/");
}

async function fetchText(address: string): Promise<string> {
  try {
    const { bytes } = await download(address, LIMITS);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    throw new PublishedError(error.message, error.reason === "nothing-there" ? NOT_YET : "");
  }
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = failureCode(error);
    if (code === "ENOENT" || code === "ENOTDIR")
      throw new PublishedError(`there is no ${name}`, NOT_YET);
    throw new PublishedError(`${name} cannot be read (${code})`, "");
  }
}
