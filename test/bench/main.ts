// `npm run bench`: measures what the README claims, prints a table and writes JSON. A quick look:
// `npm run bench -- --engine embedded --customers 10000 --only search`
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { fill } from "./fill.ts";
import { type BenchHouse, openBenchHouse } from "./house.ts";
import { benchImport } from "./import.ts";
import { benchLog } from "./log.ts";
import { benchMatching } from "./matching.ts";
import { benchProfile } from "./profile.ts";
import { benchReading } from "./reading.ts";
import { type Engine, holds, type Result, tableOf } from "./result.ts";
import { benchMillion, benchScale } from "./scale.ts";
import { benchSearch } from "./search.ts";
import { benchSlack } from "./slack.ts";
import { benchFirstStart, benchStart } from "./start.ts";

const parts = [
  "reading",
  "profile",
  "search",
  "log",
  "import",
  "slack",
  "start",
  "matching",
  "scale",
  "million",
] as const;
/** These take half an hour; they run when they are asked for. */
const long = new Set<string>(["scale", "million"]);
const filled = new Set<string>(["profile", "search", "log", "import", "slack", "start"]);
const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "postgres,embedded" },
    customers: { type: "string", default: "10000,100000" },
    /** Sizes of the lists whose reading is held against gold. */
    rows: { type: "string", default: "1000,20000,100000" },
    only: { type: "string", default: parts.filter((part) => !long.has(part)).join(",") },
    json: { type: "string", default: "bench-results/latest.json" },
    /** The whole run ends after so many minutes, with what is there. */
    minutes: { type: "string", default: "45" },
  },
});
const wanted = new Set(values.only.split(","));
const wants = (part: (typeof parts)[number]) => wanted.has(part);
const sizes = values.customers.split(",").map(Number);
const results: Result[] = [];
const began = performance.now();

setTimeout(() => {
  process.stderr.write(`not done after ${values.minutes} minutes\n`);
  report();
  process.exit(2);
}, Number(values.minutes) * 60_000).unref();

if (wants("reading")) {
  say("reading");
  results.push(...(await benchReading(values.rows.split(",").map(Number))));
}
for (const engine of values.engine.split(",") as Engine[]) {
  if (wants("start") && engine === "embedded") {
    say("embedded: first start");
    results.push(...(await benchFirstStart()));
  }
  if (parts.some((part) => filled.has(part) && wants(part)))
    for (const customers of sizes) await atSize(engine, customers);
  results.push(...growth(engine));
  if (wants("matching")) {
    say(`${engine}: matching`);
    results.push(...(await benchMatching(engine, values.rows.split(",").map(Number))));
  }
}
if (wants("scale")) {
  say("postgres: scale");
  results.push(...(await benchScale()));
}
if (wants("million")) {
  say("postgres: a million rows");
  results.push(...(await benchMillion()));
}
report();
process.exitCode = results.every(holds) ? 0 : 1;

async function atSize(engine: Engine, customers: number): Promise<void> {
  const house = await openBenchHouse(engine);
  try {
    say(`${engine}, ${customers} customers: filling`);
    await fill(house, customers);
    await measure("profile", house, customers, async () => [await benchProfile(house, customers)]);
    await measure("search", house, customers, () => benchSearch(house, customers));
    await measure("log", house, customers, async () => [await benchLog(house, customers)]);
    // What does not depend on how many customers there are is measured once.
    if (customers === sizes[0])
      await measure("import", house, customers, () => benchImport(house, customers));
    await house.leave();
    if (customers === sizes.at(-1))
      await measure("slack", house, customers, () => benchSlack(house, customers));
    await measure("start", house, customers, () => benchStart(house, customers));
  } finally {
    await house.close();
  }
}

async function measure(
  part: (typeof parts)[number],
  house: BenchHouse,
  customers: number,
  work: () => Promise<Result[]>,
): Promise<void> {
  if (!wants(part)) return;
  say(`${house.engine}, ${customers} customers: ${part}`);
  results.push(...(await work()));
}

/** The profile at the largest size against the smallest. */
function growth(engine: Engine): Result[] {
  const profiles = results.filter(
    (result) => result.engine === engine && result.what.startsWith("profile by"),
  );
  const [small, large] = [profiles.at(0), profiles.at(-1)];
  if (!small || !large || small === large) return [];
  return [
    {
      what: `profile against that at ${small.customers?.toLocaleString("en")} customers`,
      engine,
      customers: large.customers,
      value: (large.detail.p50 ?? 0) / (small.detail.p50 ?? 1),
      unit: "×",
      limit: { most: 1.6 },
      detail: {},
    },
  ];
}

function say(text: string): void {
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stderr.write(`${seconds} s, load ${loadavg()[0]!.toFixed(1)}: ${text}\n`);
}

function report(): void {
  process.stdout.write(`${tableOf(results)}\n`);
  mkdirSync(dirname(values.json), { recursive: true });
  const machine = {
    node: process.version,
    platform: process.platform,
    cpus: cpus().length,
    load: loadavg()[0],
  };
  writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 2)}\n`);
}
