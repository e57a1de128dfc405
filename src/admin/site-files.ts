/** The admin page as part of a built site, which writes to a repository. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { readContent } from "../content/read.ts";
import { type Backend, backendOf, backendSchema, hostsOf } from "./backend.ts";
import { type AdminFile, adminPageFiles, adminPolicy } from "./page-files.ts";
import type { AdminFolders } from "./requests.ts";
import { adminSettings } from "./settings.ts";

/** Beside the content folder: the repository, where the sheet's `repository` does not tell all. */
export const BACKEND_FILE = "admin.json";

/** The page's files, relative to the site, and its headers. */
export interface AdminSite {
  readonly files: readonly AdminFile[];
  /** Lines of `_headers` for this folder. */
  readonly headers: string;
}

/** Thrown where no repository is told, or `admin.json` has a mistake. */
export class AdminBackendError extends Error {
  override readonly name = "AdminBackendError";
}

/**
 * Makes the page.
 * @throws MissingCmsError if Sveltia CMS is not installed.
 * @throws AdminBackendError if it is not told which repository the page writes to.
 */
export async function adminSite(folders: AdminFolders): Promise<AdminSite> {
  const { packageFolder, workingFolder, contentFolder } = folders;
  const content = readContent(contentFolder, workingFolder);
  const backend =
    writtenBackend(workingFolder) ?? backendOf(content.records.site?.repository ?? "");
  if (!backend) {
    throw new AdminBackendError(
      `The admin page needs a repository: write it as "repository" in site.md, or in ${BACKEND_FILE}.`,
    );
  }
  const contentPath = relative(workingFolder, contentFolder).split(sep).join("/");
  const hosts = hostsOf(backend);
  const settings = adminSettings(content, { backend, contentPath });
  const page = await adminPageFiles(packageFolder, workingFolder, hosts);
  const files = [
    ...page,
    { path: "settings.json", bytes: Buffer.from(`${JSON.stringify(settings)}\n`) },
  ];
  return {
    files: files.map(({ path, bytes }) => ({ path: `admin/${path}`, bytes })),
    headers: `/admin/*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${adminPolicy(hosts)}; frame-ancestors 'none'\n  X-Robots-Tag: noindex\n`,
  };
}

function writtenBackend(workingFolder: string): Backend | null {
  const file = join(workingFolder, BACKEND_FILE);
  if (!existsSync(file)) return null;
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new AdminBackendError(`${BACKEND_FILE} is not JSON: ${String(error)}`);
  }
  const parsed = z.strictObject({ backend: backendSchema }).safeParse(written);
  if (parsed.success) return parsed.data.backend;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".") || "the file";
  throw new AdminBackendError(`${BACKEND_FILE}: ${place}: ${issue?.message ?? "is wrong"}`);
}
