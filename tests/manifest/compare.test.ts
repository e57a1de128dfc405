/** What is published does not change or go in silence. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseManifest, writeManifest } from "../../src/manifest/manifest.ts";
import { differenceFrom, manifestWith, problemsAgainst } from "../support/published.ts";
import { WEND } from "../support/sheet.ts";

const DEMAND = "facts/upper-wend-demands-all-night.md";
const KEEPER = "facts/keeper-on-lamp-hours.md";
const SOLD = "facts/lower-wend-sells-the-lamp.md";

/** A file of the sheet with a text put in place of another. */
function changed(path: string, from: string | RegExp, to: string): Record<string, string> {
  const text = readFileSync(join(WEND, path), "utf8");
  const now = text.replace(from, to);
  expect(now).not.toBe(text);
  return { [path]: now };
}

const CORRECTED = "corrections:\n  - date: 2001-03-09\n    note: It was put otherwise.\nkind: ";

describe("a sheet held against what is published", () => {
  it("is sound where nothing changed", () => {
    expect(differenceFrom({}, {})).toEqual({
      problems: [],
      counts: { published: 12, added: 0, corrected: 0, withdrawn: 0 },
    });
  });

  it.each([
    ["says", /^says: .*$/m, "says: Put out the lamp.", "7:7"],
    ["date", "date: 2001-03-01", "date: 2001-03-02", "6:7"],
    ["by", "by: upper-wend", "by: keeper-of-wend", "3:5"],
    ["quote", /^( {2}text: ).*$/m, "$1Keep it", "11:9"],
  ])("does not change %s in silence", (key, from, to, place) => {
    const changes = changed(DEMAND, from, to);
    const [problem] = differenceFrom({}, changes).problems;
    expect(problemsAgainst({}, changes)).toEqual([`${DEMAND}:${place} uncorrected-change`]);
    expect(problem?.message).toMatch(
      key === "quote" ? /^quote\.text is/ : `${key} is published as`,
    );
    const corrected = changes[DEMAND]?.replace("kind: ", CORRECTED) ?? "";
    const { problems, counts } = differenceFrom({}, { [DEMAND]: corrected });
    expect([problems, counts.corrected]).toEqual([[], 1]);
  });

  it("tells a quote that is gone at the place nearest to it", () => {
    const without = changed(DEMAND, /^quote:\n(?: {2}.*\n)+/m, "");
    expect(problemsAgainst({}, without)).toEqual([`${DEMAND}:2:1 uncorrected-change`]);
  });

  it("takes a correction that was published already for none of this change", () => {
    const changes = changed(KEEPER, /^says: .*$/m, "says: The lamp should go out.");
    expect(problemsAgainst({}, changes).map((each) => each.split(" ")[1])).toEqual([
      "uncorrected-change",
    ]);
  });

  it("keeps published corrections word for word", () => {
    const changes = changed(KEEPER, "The date was first given as 2 March.", "A slip.");
    expect(problemsAgainst({}, changes).map((each) => each.split(" ")[1])).toEqual([
      "removed-correction",
    ]);
  });

  it("does not guard what a citation does not rest on", () => {
    expect(problemsAgainst({}, changed(KEEPER, "stance: conditional", "stance: unclear"))).toEqual(
      [],
    );
  });

  it("misses a fact that is gone, was renamed or has become a draft", () => {
    expect(problemsAgainst({}, { [DEMAND]: null })).toEqual([`${DEMAND}:1:1 vanished-fact`]);
    const text = readFileSync(join(WEND, DEMAND), "utf8");
    const renamed = { [DEMAND]: null, "facts/all-night.md": text };
    expect(problemsAgainst({}, renamed)).toEqual([`${DEMAND}:1:1 vanished-fact`]);
    const draft = changed(DEMAND, "kind: ", "draft: true\nkind: ");
    expect(problemsAgainst({}, draft)).toEqual([`${DEMAND}:2:8 vanished-fact`]);
    expect(differenceFrom({}, draft, true).problems).toEqual([]);
  });

  it("finds a renamed fact by its former id, and still compares it", () => {
    const text = readFileSync(join(WEND, DEMAND), "utf8").replace(
      "kind: ",
      "formerly: upper-wend-demands-all-night\nkind: ",
    );
    const renamed = { [DEMAND]: null, "facts/all-night.md": text };
    expect(problemsAgainst({}, renamed)).toEqual([]);
    const other = { ...renamed, "facts/all-night.md": text.replace(/^says: .*$/m, "says: Now.") };
    expect(problemsAgainst({}, other)).toEqual(["facts/all-night.md:8:7 uncorrected-change"]);
  });

  it("lets a former address lead nowhere no more than a present one", () => {
    const changes = changed(SOLD, "formerly: lower-wend-sold-the-lamp\n", "");
    expect(problemsAgainst({}, changes)).toEqual([
      "facts/lower-wend-sold-the-lamp.md:1:1 vanished-fact",
    ]);
  });

  it("takes a withdrawal for its own explanation, and asks for one when a fact is back", () => {
    const withdrawn = changed(
      DEMAND,
      /^says: .*$/m,
      "says: Withheld.\nwithdrawn:\n  date: 2001-03-09\n  note: It was not said.",
    );
    const { problems, counts } = differenceFrom({}, withdrawn);
    expect([problems, counts.withdrawn]).toEqual([[], 1]);
    const back = changed(SOLD, /^withdrawn:\n(?: {2}.*\n)+/m, "");
    expect(problemsAgainst({}, back)).toEqual([`${SOLD}:2:1 uncorrected-change`]);
  });

  it("passes over a fact whose file cannot be read: that is told elsewhere", () => {
    expect(problemsAgainst({}, changed(DEMAND, "kind: demand", "kind: demnd"))).toEqual([]);
  });

  it("counts what is new, without drafts", () => {
    const fact = readFileSync(join(WEND, KEEPER), "utf8");
    const changes = {
      "facts/new.md": fact,
      "facts/newer.md": fact.replace("kind: ", "draft: true\nkind: "),
    };
    expect(differenceFrom({}, changes).counts.added).toBe(1);
    expect(differenceFrom({}, changes, true).counts.added).toBe(2);
  });
});

describe("the list of what is published", () => {
  it("is read as it was written", () => {
    const manifest = manifestWith({});
    expect(parseManifest(writeManifest(manifest))).toEqual(manifest);
  });

  it("has a line for each fact, in order of id", () => {
    const manifest = manifestWith({});
    const ids = [...writeManifest(manifest).matchAll(/^ {2}"([^"]+)": /gm)].map(([, id]) => id);
    expect(ids).toEqual(Object.keys(manifest.facts));
    expect(ids).toEqual([...ids].sort());
  });

  it("says of another format, and of what is no list, that it cannot be read", () => {
    expect(parseManifest('{"format": "standpoint-published/2"}')).toEqual({
      fault:
        'has the format "standpoint-published/2", and this version reads "standpoint-published/1"',
    });
    expect(parseManifest('{"name": "app"}')).toEqual({ fault: "is not a list of published facts" });
    expect(parseManifest("<html>")).toEqual({ fault: "is not JSON" });
  });

  it("marks a fact otherwise when anything else in it changes, but its file's name", () => {
    const hashOf = (changes: Record<string, string>) =>
      manifestWith(changes).facts["keeper-on-lamp-hours"]?.hash;
    const now = hashOf({});
    expect(hashOf(changed(KEEPER, "stance: conditional", "stance: supports"))).not.toBe(now);
    const text = readFileSync(join(WEND, KEEPER), "utf8");
    expect(hashOf({ [KEEPER]: `${text}\nMore.` })).not.toBe(now);
    expect(hashOf({ [KEEPER]: text.replace("kind: ", "certainty: stated\nkind: ") })).toBe(now);
  });
});
