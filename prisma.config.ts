import { defineConfig } from "prisma/config";

// `prisma generate` needs no schema engine, yet downloads one unless it is told that one is there.
// Any existing program satisfies the check; our migrations are applied by core/storage/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
