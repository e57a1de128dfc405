/** Who reads the bodies of records. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { once } from "../../src/model/lazy.ts";
import { noteBodies } from "../../src/render/bodies.ts";
import { PROJECT_FOLDER } from "../support/sheet.ts";

const wend = join(PROJECT_FOLDER, "tests/golden/wend");

test("a body that was copied before anybody listened is told as one that others are given", () => {
  const { records } = checkFolder(join(wend, "content"), wend);
  if (!records) throw new Error("The sheet has errors");
  const noted = noteBodies(records);
  const [first, second] = noted.records.facts;
  const copy = once(() => ({ body: "", ...first }));
  expect(copy().body).toBe(records.facts[0]?.body);
  const told: string[] = [];
  const listener = {
    read: (path: string) => told.push(`read ${path}`),
    derived: (path: string) => told.push(`derived ${path}`),
  };
  noted.listen(listener);
  expect(second?.body).toBe(records.facts[1]?.body);
  expect(told).toEqual([`derived ${first?.path}`, `read ${second?.path}`]);
  noted.listen(listener);
  expect(told).toHaveLength(2);
});
