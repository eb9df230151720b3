#!/usr/bin/env node
// The command line is TypeScript; tsx reads it as it is.
import { register } from "tsx/esm/api";

register();
const { main } = await import("../core/cli/main.ts");
await main(process.argv);
