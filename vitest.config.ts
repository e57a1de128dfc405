import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/build-once.ts"],
    // The tests of the command line start processes of their own.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
