import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Vitest leaves one processor free, which on two means that half the machine waits.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    outputFile: { json: ".vitest/json/output.json" },
  },
});
