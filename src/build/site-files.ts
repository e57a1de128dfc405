/** The files of a site that are no pages: which of them must be made again. */
import type { AdminSite } from "../admin/site-files.ts";
import type { NotedRecords } from "../render/bodies.ts";
import { HEADERS_PATH } from "../render/host-files.ts";
import type { FileKind, RenderedSite } from "./render-site.ts";
import type { SiteTree } from "./site-tree.ts";
import type { SiteFile } from "./write-files.ts";

/** What is remembered of a build's files. Plain data. */
export interface FileMemory {
  /** Names of the kinds for which bodies of records were read. */
  readonly ofBodies: readonly string[];
  /** Whether an admin page was among them. */
  readonly admin: boolean;
}

type Bodies = Pick<NotedRecords, "listen">;

/** Puts all files into the tree. */
export function putFiles(
  { fileKinds }: RenderedSite,
  admin: AdminSite | null,
  bodies: Bodies,
  tree: SiteTree,
): FileMemory {
  const ofBodies: string[] = [];
  const files = fileKinds.flatMap((kind) => {
    const { made, hasReadBodies } = watched(kind, bodies);
    if (hasReadBodies) ofBodies.push(kind.name);
    return made;
  });
  for (const { path, bytes } of withAdmin(files, admin)) tree.put(path, bytes);
  return { ofBodies, admin: admin !== null };
}

/**
 * Puts the files of a sheet of which nothing but bodies has changed, and none that is not intact.
 * @param paths of all files of the last site.
 */
export function putFilesOfBodies(
  { fileKinds }: RenderedSite,
  memory: FileMemory,
  paths: Iterable<string>,
  tree: SiteTree,
): FileMemory {
  const again = new Set(fileKinds.filter(({ name }) => memory.ofBodies.includes(name)));
  for (const path of paths) {
    const kinds = fileKinds.filter(({ place }) => place.test(path));
    if (kinds.length === 0) continue;
    // Places of two kinds may meet: then each of them may hold the file.
    const isKept = !kinds.some((kind) => again.has(kind)) && tree.isIntact(path);
    if (isKept) tree.keep(path);
    else for (const kind of kinds) again.add(kind);
  }
  for (const { make } of again) for (const { path, bytes } of make()) tree.put(path, bytes);
  return memory;
}

/** Makes the files of a kind, and tells whether a body was read for it. */
function watched(
  { make }: FileKind,
  bodies: Bodies,
): { readonly made: readonly SiteFile[]; readonly hasReadBodies: boolean } {
  let hasReadBodies = false;
  const note = (): void => {
    hasReadBodies = true;
  };
  bodies.listen({ read: note, derived: note });
  return { made: make(), hasReadBodies };
}

/** The site's files with the admin page, whose headers stand below the site's own. */
function withAdmin(files: readonly SiteFile[], admin: AdminSite | null): readonly SiteFile[] {
  if (!admin) return files;
  const own = files.map(({ path, bytes }) =>
    path === HEADERS_PATH
      ? { path, bytes: `${Buffer.from(bytes)}${admin.headers}` }
      : { path, bytes },
  );
  return [...own, ...admin.files];
}
