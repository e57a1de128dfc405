/** Files made ahead. The names are those of files that lie beside the sources, which have none made ahead. */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { aheadFile } from "../../src/render/ahead-file.ts";

const texts = z.record(z.string(), z.string());

describe("a file made ahead", () => {
  test("is read if it holds what it must", () => {
    expect(aheadFile("locale/en.json", texts).read()).toMatchObject({ "nav.actors": "Actors" });
  });

  test.each([
    ["is not there", "nothing.json", texts],
    ["is no JSON", "ahead-file.ts", texts],
    ["holds something else", "locale/en.json", z.record(z.string(), z.number())],
  ])("is passed over if it %s", (_why, name, schema) => {
    expect(aheadFile<unknown>(name, schema).read()).toBeNull();
  });
});
