/** The content folder of a server on this machine, in the form of a folder of the browser (File System API). */
import { z } from "zod";

/** A file as the server tells of it. */
interface RemoteFile {
  text: string;
  version: string;
}

const CONTENT = "content/";

const storedSchema = z.array(z.object({ path: z.string(), text: z.string(), version: z.string() }));
const writtenSchema = z.object({ version: z.string() });

/** Fetches all content files once; afterwards only what is written goes to the server. */
export async function openRemoteFolder(token: string): Promise<object> {
  const response = await fetch(CONTENT);
  const stored = storedSchema.parse(await response.json());
  const files = new Map<string, RemoteFile>(
    stored.map(({ path, text, version }) => [`content/${path}`, { text, version }]),
  );
  const store: Store = { files, token };
  return {
    kind: "directory",
    name: "",
    // Whatever folder is asked for at the top is the sheet's.
    getDirectoryHandle: async () => folderAt(store, ""),
  };
}

interface Store {
  readonly files: Map<string, RemoteFile>;
  readonly token: string;
}

function folderAt(store: Store, path: string): object {
  const below = path === "" ? "" : `${path}/`;
  return {
    kind: "directory",
    name: nameOf(path),
    getDirectoryHandle: async (name: string) => folderAt(store, below + name),
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !store.files.has(below + name)) throw notFound(name);
      return fileAt(store, below + name);
    },
    removeEntry: async () => {
      throw new DOMException("Files are not deleted here.", "NotAllowedError");
    },
    entries: () => entriesIn(store, below),
  };
}

async function* entriesIn(store: Store, below: string): AsyncGenerator<[string, object]> {
  const folders = new Set<string>();
  for (const path of store.files.keys()) {
    if (!path.startsWith(below)) continue;
    const [name = "", ...deeper] = path.slice(below.length).split("/");
    if (deeper.length === 0) yield [name, fileAt(store, path)];
    else if (!folders.has(name)) {
      folders.add(name);
      yield [name, folderAt(store, below + name)];
    }
  }
}

function fileAt(store: Store, path: string): object {
  return {
    kind: "file",
    name: nameOf(path),
    getFile: async () => new File([store.files.get(path)?.text ?? ""], nameOf(path)),
    createWritable: async () => ({
      write: async (data: string | Blob) => {
        await write(store, path, typeof data === "string" ? data : await data.text());
      },
      close: async () => {},
    }),
  };
}

/** @throws Error with the server's own words if it does not write the file. */
async function write({ files, token }: Store, path: string, text: string): Promise<void> {
  const response = await fetch(path, {
    method: "PUT",
    headers: {
      "Content-Type": "text/markdown; charset=utf-8",
      "X-Standpoint-Token": token,
      "X-Standpoint-Seen": files.get(path)?.version ?? "absent",
    },
    body: text,
  });
  if (!response.ok) throw new Error(await response.text());
  const { version } = writtenSchema.parse(await response.json());
  files.set(path, { text, version });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function notFound(name: string): DOMException {
  return new DOMException(`There is no ${name}.`, "NotFoundError");
}
