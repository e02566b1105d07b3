import { defineConfig } from "vitest/config";

/** Tests that need a PostgreSQL: it is found or started once for the whole run, before the first of them. */
const onDatabase = { globalSetup: ["test/support/server.ts"], testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  test: {
    // Two processes: the machines this must pass on have two cores, and each world keeps connections open.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "{core,server,packs,bench,web}/**/*.test.{ts,tsx}",
            "test/{support,samples}/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/dist/**"],
          // The storms of random acts take ten seconds on a quiet machine, and a minute and a half on one that does other work.
          testTimeout: 240_000,
        },
      },
      { test: { name: "laws", include: ["test/laws/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { name: "api", include: ["test/api/**/*.test.ts"], ...onDatabase } },
      { test: { name: "tamper", include: ["test/tamper/**/*.test.ts"], ...onDatabase } },
      {
        test: {
          name: "embedded",
          include: ["test/embedded/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "kill",
          include: ["test/kill/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: "stories",
          include: ["test/stories/**/*.test.ts"],
          globalSetup: ["test/support/demonstration-server.ts"],
          // After all others and one by one: Chromium, the product and its PostgreSQL are three busy processes on two cores already.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
