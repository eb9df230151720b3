import { defineConfig } from "vitest/config";

/** Tests that touch the database, and so run on PostgreSQL too. */
const onTheDatabase = [
  "api",
  "backup",
  "customers",
  "duplicates",
  "exports",
  "history",
  "imports",
  "kernel",
  "lines",
  "members",
  "next-actions",
  "ownership",
  "plugins",
  "profile",
  "purchases",
  "slack-app",
  "storage",
  "workspace-addon",
  "workspaces",
].map((folder) => `test/${folder}/**/*.test.ts`);

const common = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  setupFiles: "test/support/chance.ts",
  pool: "forks",
  // The sources are read once for each worker, not once for each file of tests: no test leaves anything behind in them.
  isolate: false,
} as const;

export default defineConfig({
  test: {
    // Two cores: more workers only make the embedded database slower.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: "embedded",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          provide: { engine: "embedded" },
        },
      },
      {
        test: {
          ...common,
          name: "postgres",
          provide: { engine: "postgres" },
          include: onTheDatabase,
          // Pure parsers, views and the tests of the embedded database itself have nothing to say here; what holds the
          // database is on PostgreSQL by itself.
          exclude: [
            "test/*/reading/**",
            "test/storage/embedded/**",
            "test/slack-app/blocks/**",
            "test/slack-app/{held-database,import-notice,inbox,manifest,views,words}.test.ts",
          ],
          globalSetup: "test/support/postgres-server.ts",
        },
      },
    ],
  },
});
