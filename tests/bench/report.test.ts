import { expect, test } from "vitest";
import type { SiteSize } from "../../bench/equivalence/page-kinds.ts";
import { type Results, reportOf } from "../../bench/report.ts";

const SIZE: SiteSize = {
  pages: { fact: 1000, actor: 63, issue: 11, source: 83, day: 1, comparison: 0, list: 9, other: 1 },
  pagesInAll: 1168,
  files: 1200,
  bytes: 12_345_678,
};
const took = (wall: number, cpu: number): Results["builds"][number]["clean"][number] => ({
  wall,
  cpu,
  memory: 100,
});
const RESULTS: Results = {
  began: "2030-01-01",
  commit: "abc1234",
  machine: {
    processor: "Abacus",
    cores: 2,
    memory: "4 GiB",
    system: "Wend 1",
    node: "v20",
    output: "in memory",
    loadBefore: 0.1,
  },
  runs: 3,
  tools: [
    { name: "standpoint", label: "Standpoint", version: "1.0", missing: null },
    { name: "hugo", label: "Hugo", version: "0.1", missing: null },
    { name: "astro", label: "Astro", version: null, missing: "npm run bench -- --install" },
  ],
  leftOut: ["Astro was left out."],
  builds: [
    {
      tool: "standpoint",
      sheet: "1000",
      facts: 1000,
      size: SIZE,
      clean: [took(9, 9), took(1, 1), took(2, 3)],
      edited: [took(0.5, 0.6)],
    },
    {
      tool: "standpoint",
      sheet: "10000",
      facts: 10_000,
      size: SIZE,
      clean: [took(20, 300)],
      edited: [took(1, 1)],
    },
    {
      tool: "hugo",
      sheet: "1000",
      facts: 1000,
      size: SIZE,
      clean: [took(4, 2)],
      edited: [took(4, 2)],
    },
  ],
  startUp: [{ command: "standpoint --help", runs: [took(0.1234, 0.2)] }],
  latency: [
    {
      tool: "standpoint",
      sheet: "1000",
      facts: 1000,
      ready: 900,
      sightings: [
        { kind: "body", what: "its page", milliseconds: 100 },
        { kind: "body", what: "its page", milliseconds: 140 },
        { kind: "broken", what: "told in the browser", milliseconds: null },
        { kind: "broken", what: "told in the terminal", milliseconds: 7 },
      ],
    },
  ],
};

test("a generator that is missing is named with the way to get it", () => {
  expect(reportOf(RESULTS)).toContain("| Astro | missing (npm run bench -- --install) |");
  expect(reportOf(RESULTS)).toContain("- Astro was left out.");
});

test("a build is told as median and as ratio to Hugo", () => {
  const report = reportOf(RESULTS);
  expect(report).toContain("| Standpoint 1.0 | 2.00 | 3.00 | 100 | 0.50 / 1.50 |");
  expect(report).toContain("| Standpoint 1.0 | 0.50 | 0.60 | 100 | 0.13 / 0.30 |");
  expect(report).toContain("| Standpoint 1.0 | 1,200 | 12.3 | 1,168 | 1,000 |");
});

test("growth is told for generators that were run at two sizes", () => {
  const report = reportOf(RESULTS);
  expect(report).toContain("| Standpoint | 1,000, 10,000 | 1.00 | 2.00 | 0.00 |");
  expect(report).not.toContain("| Hugo | 1,000 |");
});

test("an edit that was never seen is the worst, and the terminal does not count as a page", () => {
  const report = reportOf(RESULTS);
  expect(report).toContain("| all | every page | 140 / never |");
  expect(report).toContain("| body | its page | 120 / 140 |");
  expect(report).toContain("| broken | told in the browser | never / never |");
  expect(report).toContain("| broken | told in the terminal | 7 / 7 |");
});
