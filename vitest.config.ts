import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";

// Set here, before the workers start, because a process reads its time zone and locale only once. Both are unlike any
// developer's, and the zone's offset is no whole hour: what depends on the machine's own settings fails here.
process.env.TZ = "Asia/Kathmandu";
process.env.LC_ALL = "de_DE.UTF-8";

export default defineConfig({
  resolve: { alias: { "@": `${import.meta.dirname}/src` } },
  test: {
    sequence: { shuffle: { files: false, tests: true }, sequencer: LongestFirst },
    retry: 0,
    // A test of the database waits for it half of its time: with two processors two files are run at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "benchmarks/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/database-server.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
