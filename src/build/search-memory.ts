/** What an index remembers for the next: which records were read and which files were made. */
import { z } from "zod";
import type { ReadRecords } from "./search-terms.ts";

/** A memory. What it holds is the index's own business. */
export interface SearchMemory {
  readonly read: ReadRecords;
  /** Names of the shards' files by beginning. */
  readonly shards: ReadonlyMap<string, string>;
  readonly blocks: readonly string[];
}

/** Raised whenever records are read or files are made in another way: an older memory is then no use. */
const VERSION = 1;

const schema = z.object({
  version: z.literal(VERSION),
  vocabulary: z.array(z.string()),
  records: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  shards: z.array(z.tuple([z.string(), z.string()])),
  blocks: z.array(z.string()),
});

/** Writes a memory as text. */
export function writeSearchMemory({ read, shards, blocks }: SearchMemory): string {
  return JSON.stringify({
    version: VERSION,
    vocabulary: read.vocabulary,
    records: read.records.map(({ path, hash, id, terms }) => [path, hash, id, terms.join(" ")]),
    shards: [...shards],
    blocks,
  });
}

/** Reads a memory; `undefined` if the text is none, or one of another version. */
export function readSearchMemory(text: string): SearchMemory | undefined {
  const { data } = schema.safeParse(parsed(text));
  if (!data) return undefined;
  const { vocabulary, records, shards, blocks } = data;
  return {
    read: {
      vocabulary,
      records: records.map(([path, hash, id, terms]) => ({
        path,
        hash,
        id,
        terms: terms === "" ? [] : terms.split(" ").map(Number),
      })),
    },
    shards: new Map(shards),
    blocks,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
