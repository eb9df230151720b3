#!/usr/bin/env node
// The command line is TypeScript; tsx reads it as it is. A server's larger packages are read before: they need no tsx,
// which would look at each of their files.
const large = [
  "zod",
  "libphonenumber-js/max",
  "hono",
  "jose",
  "uuid",
  "pg",
  "pg-boss",
  "pino",
  "@slack/bolt",
];
if (process.argv[2] === "start") for (const name of large) await import(name);
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("../core/cli/main.ts");
await main(process.argv);
