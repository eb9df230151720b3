#!/usr/bin/env node
// The command line is TypeScript; tsx reads it as it is. The larger packages are read before: they need no tsx, which would
// look at each of their files.
for (const name of [
  "zod",
  "libphonenumber-js/max",
  "hono",
  "jose",
  "uuid",
  "pg",
  "pg-boss",
  "pino",
  "@slack/bolt",
]) {
  await import(name);
}
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("../core/cli/main.ts");
await main(process.argv);
