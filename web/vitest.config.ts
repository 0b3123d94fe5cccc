import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**"],
          environment: "node",
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          environment: "node",
          globalSetup: ["tests/browser/larder.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false, // two cores, and software rendering takes both
        },
      },
    ],
  },
});
