/** `standpoint new`: files that stand the check, questions on a terminal, and none without one. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFolder } from "../../src/check/check.ts";
import { hasErrors } from "../../src/content/problem.ts";
import { KIND_NAMES } from "../../src/scaffold/kinds.ts";
import { standpoint } from "../support/command.ts";
import { temporaryFolder, wendWith } from "../support/sheet.ts";
import { HAS_TERMINAL, standpointOnTerminal } from "../support/terminal.ts";

const FACT = [
  "--date",
  "2001-03-04",
  "--says",
  "The keeper may sleep.",
  "--source",
  "wend-gazette",
];
const BY = ["--by", "lower-wend"];

/** What each kind needs, and the file that it then gets. */
const NEEDED: Readonly<Record<(typeof KIND_NAMES)[number], readonly [string, readonly string[]]>> =
  {
    position: [
      "facts/oil/lower-wend-on-oil.md",
      [...FACT, ...BY, "--issue", "oil", "--stance", "unclear"],
    ],
    demand: [
      "facts/oil/lower-wend-demands-keeper-may-sleep.md",
      [...FACT, ...BY, "--issue", "oil", "--to", "upper-wend,keeper-of-wend"],
    ],
    offer: [
      "facts/oil/lower-wend-offers-keeper-may-sleep.md",
      [...FACT, ...BY, "--issue", "oil", "--to", "upper-wend", "--to", "keeper-of-wend"],
    ],
    answer: [
      "facts/lamp-hours/lower-wend-answers-upper-wend-demands-all-night.md",
      [...FACT, ...BY, "--answers", "upper-wend-demands-all-night", "--answer", "rejected"],
    ],
    claim: ["facts/lower-wend-says-keeper-may-sleep.md", [...FACT, ...BY]],
    event: ["facts/keeper-may-sleep.md", FACT],
    absence: [
      "facts/no-answer-from-lower-wend-keeper-may-sleep.md",
      [...FACT, ...BY, "--searched", "2001-03-04", "--in", "the harbour"],
    ],
    actor: [
      "actors/harbour-office.md",
      [
        "--name",
        "Harbour Office",
        "--kind",
        "organisation",
        "--role",
        "other",
        "--summary",
        "An office.",
      ],
    ],
    issue: [
      "issues/foghorn.md",
      ["--title", "The foghorn", "--question", "Should it sound?", "--body", "Nobody sleeps."],
    ],
    source: [
      "sources/islet-herald-2001-03-04.md",
      [
        ...["--title", "No oil", "--publisher", "The Islet Herald"],
        ...["--published", "2001-03-04", "--type", "post"],
      ],
    ],
    page: ["pages/letters.md", ["--title", "Letters", "--body", "Write to us."]],
  };

describe("with all that a kind needs", () => {
  test.each(KIND_NAMES)("%s: a file that stands the check", (kind) => {
    const [path, options] = NEEDED[kind];
    const folder = wendWith();
    const { status, stdout, stderr } = standpoint(folder, ["new", kind, ...options]);
    expect(stderr).toBe("");
    expect(stdout).toContain(
      `Wrote content/${path}. The check finds nothing wrong with it.\nNext: `,
    );
    expect(status).toBe(0);
    expect(hasErrors(checkFolder(join(folder, "content"), folder).problems)).toBe(false);
  });

  test("without comments it holds the keys alone", () => {
    const folder = wendWith();
    const [path, options] = NEEDED.source;
    standpoint(folder, ["new", "source", ...options, "--no-comments"]);
    expect(readFileSync(join(folder, "content", path), "utf8")).toBe(
      [
        "---",
        "title: No oil",
        "publisher: The Islet Herald",
        "published: 2001-03-04",
        "type: post",
        "---",
        "",
      ].join("\n"),
    );
  });

  test("the file explains each key and is otherwise what an editor would write", () => {
    const folder = wendWith();
    const [path, options] = NEEDED.demand;
    const more = [
      "--quote",
      "Let him sleep",
      "--quote-speaker",
      "keeper-of-wend",
      "--deadline",
      "2001-04",
    ];
    standpoint(folder, ["new", "demand", ...options, ...more]);
    const text = readFileSync(join(folder, "content", path), "utf8");
    const lines = text.split("\n");
    expect(lines.filter((line) => !/^ *#/.test(line) && line !== "")).toEqual([
      "---",
      "kind: demand",
      "by: lower-wend",
      "to: [upper-wend, keeper-of-wend]",
      "issue: oil",
      "date: 2001-03-04",
      "says: The keeper may sleep.",
      "deadline: 2001-04",
      "quote:",
      "  text: Let him sleep",
      "  speaker: keeper-of-wend",
      "source: wend-gazette",
      expect.stringMatching(/^recorded: \d{4}-\d\d-\d\d$/),
      "---",
    ]);
    expect(lines.at(lines.indexOf("by: lower-wend") - 1)).toBe("# the actor that asks");
    expect(text).toContain("  ## where they were said: `speech in parliament`\n  # where:\n");
    expect(text).toContain("## the consequence announced if it is not met\n# otherwise:\n");
  });

  test("a key that is offered in a comment is valid once its # is gone", () => {
    const folder = wendWith();
    const [path, options] = NEEDED.demand;
    standpoint(folder, [...["new", "demand", ...options, "--recorded", "2001-03-05"]]);
    const file = join(folder, "content", path);
    const text = readFileSync(file, "utf8")
      .replace("# otherwise:", "otherwise: The lamp stays dark.")
      .replace("# quote:", "quote:")
      .replace("#   text:", "  text: Keep it burning from dusk to dawn")
      .replace("# corrections:", "corrections:")
      .replace("#   - date:", "  - date: 2001-03-06")
      .replace("#     note:", "    note: It was put otherwise.");
    writeFileSync(file, text);
    const { problems } = checkFolder(join(folder, "content"), folder);
    expect(problems.filter(({ place }) => place.path.endsWith(path))).toEqual([]);
  });

  test("texts with marks of YAML in them are read back as they were given", () => {
    const folder = wendWith();
    const says = 'It said: "no" # and [left]';
    const options = ["--date", "2001-03-04", "--says", says, "--source", "wend-gazette"];
    expect(standpoint(folder, ["new", "event", "--id", "no-and-left", ...options]).status).toBe(0);
    const { records } = checkFolder(join(folder, "content"), folder);
    expect(records?.facts.find(({ id }) => id === "no-and-left")?.says).toBe(says);
  });

  test("an issue comes after those that are there, and a second fact of one name gets another", () => {
    const folder = wendWith();
    standpoint(folder, ["new", "issue", ...NEEDED.issue[1]]);
    expect(readFileSync(join(folder, "content/issues/foghorn.md"), "utf8")).toContain(
      "\norder: 3\n",
    );
    const paths = [1, 2, 3].map(() => {
      const { stdout } = standpoint(folder, ["new", "event", ...NEEDED.event[1]]);
      return /Wrote (\S+)\./.exec(stdout)?.[1];
    });
    expect(paths).toEqual([
      "content/facts/keeper-may-sleep.md",
      "content/facts/keeper-may-sleep-2001-03-04.md",
      "content/facts/keeper-may-sleep-2001-03-04-2.md",
    ]);
  });
});

describe("without a terminal", () => {
  test("nothing is waited for: all that is wrong and all that is missing is told at once", () => {
    const folder = wendWith();
    const given = ["--by", "lower-wned", "--stance", "for", "--date", "2001-02-30"];
    const { status, stdout, stderr } = standpoint(folder, ["new", "position", ...given]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      [
        "Nothing was written.",
        '  --by "lower-wned" is not among the actors. Did you mean "lower-wend"?',
        '  --stance "for" is none of supports, conditional, undecided, opposes, unclear',
        '  --date "2001-02-30" is not a date',
        "Still needed:",
        "  --issue   the issue it is about. Known are lamp-hours, oil.",
        "  --says    the fact in one sentence, in your words",
        "  --source  the sources in which it was read. Known are islet-post, wend-gazette.",
        "",
      ].join("\n"),
    );
  });

  test("an issue needs its text too", () => {
    const [, options] = NEEDED.issue;
    const { status, stderr } = standpoint(wendWith(), ["new", "issue", ...options.slice(0, -2)]);
    expect([status, stderr]).toEqual([
      2,
      "Nothing was written.\nStill needed:\n  --body  what is at stake\n",
    ]);
  });

  test.each([
    [[], "Say what to write: standpoint new KIND, with one of position, "],
    [["positoin"], 'There is no kind "positoin". Did you mean "position"?'],
    [["event", "--id", "Lamp Out", ...FACT], '--id "Lamp Out" is not an id'],
    [["actor", "--id", "lower-wend"], '--id "lower-wend" is taken: no file is overwritten'],
    [["event", "--speaker", "keeper"], "unknown option '--speaker'"],
    [["event", "--content", "nowhere"], "There is no folder nowhere."],
  ])("%j is refused with status 2 and a reason", (given, reason) => {
    const folder = wendWith();
    const { status, stderr } = standpoint(folder, ["new", ...given]);
    expect(stderr).toContain(reason);
    expect(status).toBe(2);
  });

  test("a file in the way is never overwritten, even one that is not read", () => {
    const folder = wendWith();
    const path = join(folder, "content/facts/keeper-may-sleep.md");
    writeFileSync(path, "mine");
    const { status } = standpoint(folder, [
      ...["new", "event", "--id", "keeper-may-sleep"],
      ...FACT,
    ]);
    expect([status, readFileSync(path, "utf8")]).toEqual([2, "mine"]);
  });
});

describe("an unfinished file", () => {
  test("is written on request, and what it lacks is told", () => {
    const folder = wendWith();
    const { status, stdout } = standpoint(folder, [
      "new",
      "issue",
      "--unfinished",
      "--title",
      "Fog",
    ]);
    expect(stdout).toBe(
      "Wrote content/issues/fog.md.\nStill to fill in: question, the text below the keys.\n",
    );
    expect(status).toBe(1);
  });

  test("a complete one with a mistake is told its problem, and errors elsewhere are counted", () => {
    const folder = wendWith({ "issues/broken.md": "---\ntitle: Broken\n---\n" });
    const { status, stdout, stderr } = standpoint(folder, [
      ...["new", "answer", "--id", "too-early", "--answers", "upper-wend-demands-all-night"],
      ...[
        "--answer",
        "accepted",
        ...BY,
        "--date",
        "2000",
        "--says",
        "Yes.",
        "--source",
        "wend-gazette",
      ],
    ]);
    expect(stdout).toMatch(
      /^Wrote \S+\.\nOther files have \d errors: npm exec -- standpoint check tells them\.\n$/,
    );
    expect(stderr).toContain("answer-before-demand");
    expect(status).toBe(1);
  });
});

describe.runIf(HAS_TERMINAL)("on a terminal", () => {
  test("asks for what is missing, finds actors by name, and offers what may be added", async () => {
    const folder = wendWith();
    const shown = await standpointOnTerminal(
      folder,
      ["new", "position", "--issue", "oil", "--date", "2001-03-04"],
      [
        ["by: the actor", "Lower"],
        ["(1 match)", "\r"],
        ["stance: how", "oppo"],
        ["(1 match)", "\r"],
        ["says: the fact", "No oil for the lamp.\r"],
        ["source: the sources", "wend-gaz"],
        ["(1 match)", "\t\r"],
        ["What else", " \r"],
        ["if: the condition", "Nobody asks.\r"],
        ["The file's name", "\r"],
      ],
    );
    expect(shown).toContain("The check finds nothing wrong with it.");
    const file = join(folder, "content/facts/oil/lower-wend-on-oil.md");
    const { records } = checkFolder(join(folder, "content"), folder);
    expect(existsSync(file)).toBe(true);
    expect(records?.facts.find(({ id }) => id === "lower-wend-on-oil")).toMatchObject({
      by: "lower-wend",
      stance: "opposes",
      says: "No oil for the lamp.",
      source: ["wend-gazette"],
      if: "Nobody asks.",
    });
  });

  test("a question that is cancelled leaves nothing behind", async () => {
    const folder = wendWith();
    const shown = await standpointOnTerminal(
      folder,
      ["new", "claim"],
      [["by: the actor", "\u0003"]],
    );
    expect(shown).toContain("Nothing was written.");
    expect(existsSync(join(folder, "content/facts/claim.md"))).toBe(false);
  });

  test("a sheet without actors can still be begun: what cannot be chosen is left to fill in", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "content"));
    writeFileSync(
      join(folder, "content/site.md"),
      "---\ntitle: Wend\nquestion: Lamp?\nsummary: Lamp.\n---\n",
    );
    const shown = await standpointOnTerminal(
      folder,
      ["new", "event", "--date", "2001", "--says", "It rained."],
      [
        ["source: the sources", "\r"],
        ["What else", "\r"],
        ["The file's name", "\r"],
      ],
    );
    expect(shown).toContain("Still to fill in: source.");
    rmSync(join(folder, "content"), { recursive: true });
  });
});
