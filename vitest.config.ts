import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One PostgreSQL server for the run when MORROW_TEST_DATABASE=postgres, otherwise nothing.
    globalSetup: ["apps/server/src/platform/db/testing/vitest-setup.ts"],
    include: [
      "packages/**/*.test.ts",
      "apps/**/*.test.ts",
      "apps/**/*.test.tsx",
      "tests/**/*.test.ts",
      "tools/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Two cores: real databases and a real browser want room more than width.
    maxWorkers: 2,
    // Tests wait on events: these limits are for what never comes, and a busy machine must stay far below them.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
