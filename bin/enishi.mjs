#!/usr/bin/env node
import { programUrl } from "./program.mjs";

const { main } = await import(await programUrl());
await main(process.argv);
