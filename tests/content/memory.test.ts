/** Reading with a memory of the last time reads the same as without. */
import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Content } from "../../src/content/assemble.ts";
import { type ContentMemory, emptyMemory } from "../../src/content/memory.ts";
import { readContent } from "../../src/content/read.ts";
import type { RecordBase } from "../../src/content/records.ts";
import { wendWith } from "../support/sheet.ts";

const ACTOR = "actors/upper-wend.md";

const read = (folder: string, memory?: ContentMemory): Content =>
  readContent(join(folder, "content"), folder, memory);

/** Everything that reading yields but the function. */
const seen = ({ records, ids, unparsedFacts, problems }: Content): unknown => ({
  records,
  ids,
  unparsedFacts,
  problems,
});

const allRecords = ({ records }: Content): readonly RecordBase[] =>
  [records.site ?? [], ...Object.values({ ...records, images: [] })]
    .flat()
    .filter((record) => record !== null);

/** An hour on, so that no file's last change is recent. */
function letTimePass(): void {
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ["Date"] });
}

function wholeCopy(memory: ContentMemory): ContentMemory {
  return deserialize(serialize(memory));
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a memory of files", () => {
  test("gives the very same records again", () => {
    const folder = wendWith();
    const memory = emptyMemory();
    const first = allRecords(read(folder, memory));
    const second = allRecords(read(folder, memory));
    expect(second.every((record, index) => record === first[index])).toBe(true);
    expect(first.length).toBeGreaterThan(10);
  });

  test("gives one new record after one edit", () => {
    const folder = wendWith();
    const memory = emptyMemory();
    const first = new Set(allRecords(read(folder, memory)));
    writeFileSync(join(folder, "content", ACTOR), actor("Upper Wend, anew"));
    const added = allRecords(read(folder, memory)).filter((record) => !first.has(record));
    expect(added.map(({ path }) => path)).toEqual([`content/${ACTOR}`]);
  });

  test("spares an unchanged file the reading, also in another process", () => {
    const folder = wendWith({ [ACTOR]: actor("Upper Wend") });
    letTimePass();
    const memory = emptyMemory();
    read(folder, memory);
    const kept = wholeCopy(memory);
    const remembered = kept.files.get(`content/${ACTOR}`);
    if (!remembered?.parsed.record) throw new Error("not remembered");
    Object.assign(remembered.parsed.record, { name: "As remembered" });
    expect(read(folder, kept).records.actors.map(({ name }) => name)).toContain("As remembered");
  });

  test("reads a file again that changed just before it was read: the next change could bear the same time", () => {
    const folder = wendWith({ [ACTOR]: actor("Upper Wend") });
    const path = join(folder, "content", ACTOR);
    const memory = emptyMemory();
    read(folder, memory);
    writeFileSync(path, actor("Other Wend"));
    // The same time to the last digit is what a coarse clock gives.
    const remembered = memory.files.get(`content/${ACTOR}`);
    if (!remembered) throw new Error("not remembered");
    const { size, mtimeMs, ctimeMs, ino } = statSync(path);
    expect(size).toBe(remembered.stamp.size);
    memory.files.set(`content/${ACTOR}`, { ...remembered, stamp: { size, mtimeMs, ctimeMs, ino } });
    expect(read(folder, memory).records.actors.map(({ name }) => name)).toContain("Other Wend");
  });

  test("is not deceived by a file of the same size with its old time put back", () => {
    const folder = wendWith({ [ACTOR]: actor("Upper Wend") });
    const path = join(folder, "content", ACTOR);
    utimesSync(path, 1_000_000_000, 1_000_000_000);
    letTimePass();
    const memory = emptyMemory();
    read(folder, memory);
    writeFileSync(path, actor("Other Wend"));
    utimesSync(path, 1_000_000_000, 1_000_000_000);
    expect(read(folder, memory).records.actors.map(({ name }) => name)).toContain("Other Wend");
  });

  test("forgets files that are gone, and files with a problem", () => {
    const folder = wendWith({ "facts/broken.md": "---\nkind: demand\n---\n" });
    const memory = emptyMemory();
    read(folder, memory);
    expect(memory.files.has("content/facts/broken.md")).toBe(false);
    expect(memory.files.has(`content/${ACTOR}`)).toBe(true);
    rmSync(join(folder, "content", ACTOR));
    read(folder, memory);
    expect(memory.files.has(`content/${ACTOR}`)).toBe(false);
  });

  test("knows no places; they are read from the file when a message asks", () => {
    const folder = wendWith();
    letTimePass();
    const memory = emptyMemory();
    const plain = read(folder);
    read(folder, memory);
    const kept = read(folder, wholeCopy(memory));
    const places = (content: Content): unknown =>
      content.records.facts.map((fact) => content.locate(fact, ["source", 0]));
    expect(places(kept)).toEqual(places(plain));
    const [fact] = kept.records.facts;
    if (!fact) throw new Error("no facts");
    rmSync(join(folder, fact.path));
    expect(read(folder, memory).locate(fact, ["by"])).toMatchObject({ line: 1, text: "" });
  });

  test("after any edits reads what a first reading reads", () => {
    const paths = [ACTOR, "site.md", "facts/new.md", "facts/2001/new.md", "pages/NEW.md"];
    const texts = [actor("A"), actor("B"), "---\nkind: event\n---\n", "", "---\n---\n\u202E"];
    const edit = fc.tuple(
      fc.constantFrom(...paths),
      fc.option(fc.constantFrom(...texts)),
      fc.option(fc.constantFrom(...paths)),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.boolean(), (edits, later) => {
        const folder = wendWith({ "facts/2001/x.md": "" });
        if (later) letTimePass();
        let memory = emptyMemory();
        for (const [path, text, target] of edits) {
          const absolute = join(folder, "content", path);
          if (text !== null) writeFileSync(absolute, text);
          else if (target === null) rmSync(absolute, { force: true });
          else if (statSync(absolute, { throwIfNoEntry: false })) {
            renameSync(absolute, join(folder, "content", target));
          }
          expect(seen(read(folder, memory))).toEqual(seen(read(folder)));
          memory = wholeCopy(memory);
        }
        vi.useRealTimers();
      }),
      { numRuns: 25 },
    );
  });
});

function actor(name: string): string {
  return `---\nname: ${name}\nkind: state\nrole: party\nsummary: An island.\n---\n`;
}
