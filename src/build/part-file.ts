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

/** A file of parts that is being written. That it cannot be written is no error: then there is none. */
export interface PartWriter {
  /** Writes a part, now; what it holds can then be forgotten. */
  readonly add: (name: string, holds: unknown) => void;
  /** Puts the file in the place of the last one. */
  readonly finish: () => void;
  /** Leaves the last one where it is. */
  readonly discard: () => void;
}

/**
 * Begins a file of parts. What they hold must not have been changed since it was read.
 * @param before the file as it was read.
 */
export function writeParts(file: string, before: StoredParts | null): PartWriter {
  // Its name is always the same, so that a killed build leaves at most one; the lock is held.
  const draft = `${file}.draft`;
  const list: [string, number, number, string][] = [];
  let descriptor = openDraft(draft);
  let at = 0;
  const discard = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
    rmSync(draft, { force: true });
  };
  const attempt = (write: (open: number) => void): void => {
    if (descriptor === null) return;
    try {
      write(descriptor);
    } catch {
      discard();
    }
  };
  return {
    add: (name, holds) =>
      attempt((open) => {
        const bytes = before?.bytesOf(name, holds) ?? serialize(holds);
        list.push([name, at, at + bytes.length, checksum(bytes).toString("base64")]);
        at += bytes.length;
        writeWhole(open, bytes);
      }),
    finish: () =>
      attempt((open) => {
        const listBytes = Buffer.from(JSON.stringify(list));
        const length = Buffer.alloc(LENGTH);
        length.writeUInt32LE(listBytes.length);
        writeWhole(open, Buffer.concat([listBytes, checksum(listBytes), length]));
        closeSync(open);
        descriptor = null;
        renameSync(draft, file);
      }),
    discard,
  };
}

function openDraft(draft: string): number | null {
  try {
    mkdirSync(dirname(draft), { recursive: true });
    // What lies there may be a link that came with the sheet: what it leads to is not ours to write.
    rmSync(draft, { force: true });
    return openSync(draft, "wx");
  } catch {
    return null;
  }
}

/** Writes all bytes at the end of an open file. */
export function writeWhole(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

function checksum(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
