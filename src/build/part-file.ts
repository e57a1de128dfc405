/**
 * A file of parts, each plain data under a name. Who writes it again hands over what was read from
 * it, and parts that are the same objects still are copied as bytes: putting data into bytes is
 * what costs.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";

/** The parts of a file. */
export interface StoredParts {
  readonly names: readonly string[];
  /** What a part holds: the same object each time it is asked for. `undefined` for a part that is not there. */
  readonly read: (name: string) => unknown;
  /** The bytes of a part that holds this very object. */
  readonly bytesOf: (name: string, holds: unknown) => Uint8Array | null;
}

/** Length of a SHA-256, in bytes. */
const CHECKSUM = 32;

/** The file ends with the list of its parts, the list's checksum, and the list's length in so many bytes. */
const LENGTH = 4;

const listing = z.array(
  z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative(), z.string()]),
);

/**
 * Reads a file of parts.
 * @returns `null` if it cannot be read, or if a single bit of it is not as it was written.
 */
export function readParts(file: string): StoredParts | null {
  try {
    const bytes = readFileSync(file);
    const listEnd = bytes.length - LENGTH - CHECKSUM;
    const list = bytes.subarray(listEnd - bytes.readUInt32LE(bytes.length - LENGTH), listEnd);
    if (!checksum(list).equals(bytes.subarray(listEnd, listEnd + CHECKSUM))) return null;
    const parts = new Map<string, Uint8Array>();
    for (const [name, from, to, sum] of listing.parse(JSON.parse(list.toString()))) {
      const part = bytes.subarray(from, to);
      if (checksum(part).toString("base64") !== sum) return null;
      parts.set(name, part);
    }
    return storedParts(parts);
  } catch {
    return null;
  }
}

function storedParts(parts: ReadonlyMap<string, Uint8Array>): StoredParts {
  const read = new Map<string, unknown>();
  return {
    names: [...parts.keys()],
    read: (name) => {
      const part = parts.get(name);
      if (part !== undefined && !read.has(name)) read.set(name, deserialize(part));
      return read.get(name);
    },
    bytesOf: (name, holds) =>
      read.has(name) && read.get(name) === holds ? (parts.get(name) ?? null) : null,
  };
}

/**
 * Writes a file of parts, whole or not at all.
 * @param parts by name; what they hold must not have been changed since it was read.
 * @param before the file as it was read.
 * @returns false if it cannot be written.
 */
export function writeParts(
  file: string,
  parts: Iterable<readonly [string, unknown]>,
  before: StoredParts | null,
): boolean {
  // Its name is always the same, so that a killed build leaves at most one; the lock is held.
  const draft = `${file}.draft`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(draft, "w");
    try {
      let at = 0;
      const write = (bytes: Uint8Array): void => {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
        at += bytes.length;
      };
      const list: [string, number, number, string][] = [];
      for (const [name, holds] of parts) {
        const bytes = before?.bytesOf(name, holds) ?? serialize(holds);
        list.push([name, at, at + bytes.length, checksum(bytes).toString("base64")]);
        write(bytes);
      }
      const listBytes = Buffer.from(JSON.stringify(list));
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32LE(listBytes.length);
      write(Buffer.concat([listBytes, checksum(listBytes), length]));
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
