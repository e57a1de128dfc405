/** The admin page's forms say what the schemas say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backendOf, hostsOf } from "../../src/admin/backend.ts";
import { collectionsOf } from "../../src/admin/collections.ts";
import type { Field } from "../../src/admin/fields.ts";
import { CMS_PACKAGE } from "../../src/admin/page-files.ts";
import { FACT_KINDS } from "../../src/content/schema/fact.ts";
import type { Key } from "../../src/content/schema/keys.ts";
import { KIND_NAMES, kindNamed } from "../../src/scaffold/kinds.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";

const facts = [{ id: "lamp", label: "2001 · The lamp should burn. (lamp)" }];
const collections = collectionsOf("content", facts);

function fieldsIn(name: string): readonly Field[] {
  const found = collections.find((collection) => collection.name === name);
  return found?.fields ?? [];
}

function expectAlike(fields: readonly Field[], keys: readonly Key[]): void {
  expect(fields.map(({ name }) => name)).toEqual(keys.map(({ name }) => name));
  for (const key of keys) {
    const field = fields.find(({ name }) => name === key.name);
    if (field?.widget !== "hidden") expect(field?.required, key.name).toBe(key.required);
    if (key.keys.length > 0) {
      const { fields: inside = [] } = { ...field } as { fields?: readonly Field[] };
      expectAlike(inside, key.keys);
    }
  }
}

describe("the forms", () => {
  test.each(KIND_NAMES)(
    "of %s have every key of the schema and the text, required as it says",
    (name) => {
      const kind = kindNamed(name);
      const fields = fieldsIn(kind.collection === "facts" ? name : kind.collection);
      expect(fields.at(-1)).toMatchObject({ name: "body", required: kind.bodyNeeded !== "" });
      expectAlike(fields.slice(0, -1), kind.keys);
    },
  );

  test("of facts are told apart by their kind, in folders too", () => {
    for (const kind of FACT_KINDS) {
      const collection = collections.find(({ name }) => name === kind);
      expect(collection).toMatchObject({
        folder: "content/facts",
        filter: { field: "kind", value: kind },
        nested: { subfolders: false },
      });
      expect(fieldsIn(kind)[0]).toMatchObject({ name: "kind", widget: "hidden", default: kind });
    }
  });

  test("choose actors, issues and sources by name, facts by what they say, words from their list", () => {
    const field = (kind: string, name: string) => fieldsIn(kind).find((one) => one.name === name);
    expect(field("demand", "to")).toMatchObject({
      widget: "relation",
      collection: "actors",
      display_fields: ["name"],
      multiple: true,
    });
    expect(field("position", "issue")).toMatchObject({ widget: "relation", collection: "issues" });
    expect(field("answer", "answers")).toMatchObject({
      widget: "select",
      options: [{ value: "lamp", label: "2001 · The lamp should burn. (lamp)" }],
    });
    expect(field("position", "stance")).toMatchObject({ widget: "select" });
    expect(field("position", "date")).toMatchObject({ widget: "string" });
  });
});

test("the version named to whoever lacks the package is the one that is tested here", () => {
  const written = readFileSync(join(PROJECT_FOLDER, "package.json"), "utf8");
  expect(JSON.parse(written).devDependencies[CMS_PACKAGE.name]).toBe(CMS_PACKAGE.version);
});

describe("the repository", () => {
  test.each([
    ["https://github.com/a/b", "github", ["https://api.github.com"]],
    ["https://gitlab.com/a/b/c", "gitlab", ["https://gitlab.com"]],
    ["https://gitlab.example.org/a/b", "gitlab", ["https://gitlab.example.org"]],
    ["https://codeberg.org/a/b.git", "gitea", ["https://codeberg.org"]],
  ])("%s is one of %s", (address, name, hosts) => {
    const backend = backendOf(address);
    expect(backend?.name).toBe(name);
    expect(backend && hostsOf(backend)).toEqual(hosts);
  });

  test("is none without an owner and a name", () => {
    expect(backendOf("")).toBeNull();
    expect(backendOf("https://example.org/")).toBeNull();
  });
});
