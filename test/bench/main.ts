// `npm run bench`: measures what the README claims. Options: --engine embedded|postgres --customers 10000,100000
// --only profile,log,search,import,slack,start --json FILE
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fill } from "./fill.ts";
import { openBenchHouse } from "./house.ts";
import { benchLog } from "./log.ts";
import { benchProfile } from "./profile.ts";
import { type Engine, holds, type Result, tableOf } from "./result.ts";
import { benchSearch } from "./search.ts";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "postgres,embedded" },
    customers: { type: "string", default: "10000,100000" },
    only: { type: "string", default: "profile,log,search" },
    json: { type: "string", default: "bench-results/latest.json" },
  },
});
const wanted = new Set(values.only.split(","));
const sizes = values.customers.split(",").map(Number);
const results: Result[] = [];

for (const engine of values.engine.split(",") as Engine[]) {
  const profiles: Result[] = [];
  for (const customers of sizes) profiles.push(...(await atSize(engine, customers)));
  const [small, large] = [profiles.at(0), profiles.at(-1)];
  if (small && large && small !== large) {
    results.push({
      what: `profile at ${large.customers} customers against ${small.customers}`,
      engine,
      customers: large.customers,
      value: (large.detail.p50 ?? 0) / (small.detail.p50 ?? 1),
      unit: "×",
      limit: { most: 1.6 },
      detail: {},
    });
  }
}

process.stdout.write(`${tableOf(results)}\n`);
mkdirSync("bench-results", { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ node: process.version, results }, null, 2)}\n`);
process.exitCode = results.every(holds) ? 0 : 1;

async function atSize(engine: Engine, customers: number): Promise<Result[]> {
  const house = await openBenchHouse(engine);
  const say = (text: string) => process.stderr.write(`${engine}, ${customers} customers: ${text}\n`);
  say("filling");
  await fill(house, customers);
  const profiles: Result[] = [];
  if (wanted.has("profile")) {
    say("profile");
    profiles.push(await benchProfile(house, customers));
    results.push(...profiles);
  }
  if (wanted.has("search")) {
    say("search");
    results.push(...(await benchSearch(house, customers)));
  }
  if (wanted.has("log")) {
    say("log");
    results.push(await benchLog(house, customers));
  }
  await house.close();
  return profiles;
}
