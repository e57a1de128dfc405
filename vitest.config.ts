import { defineConfig } from "vitest/config";

// The tests of the command line start processes of their own and take seconds.
const patience = { testTimeout: 60_000, hookTimeout: 120_000 };
// It imports JSON in a way that Node alone refuses.
const server = { deps: { inline: ["@actions/workflow-parser"] } };
const builtSite = [
  "tests/site/**/*.test.ts",
  "tests/search/**/*.test.ts",
  "tests/browser/**/*.test.ts",
  "tests/output/**/*.test.ts",
];

export default defineConfig({
  test: {
    // Much of the time is spent waiting for programs and browsers: one worker less than there are
    // processors, which is the default, leaves half of two idle.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...patience,
          server,
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: builtSite,
        },
      },
      {
        test: {
          ...patience,
          name: "site",
          include: builtSite,
          globalSetup: ["tests/support/build-once.ts"],
        },
      },
    ],
  },
});
