// `npm test`: lint, types, and every test on the embedded database and on PostgreSQL. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const only = process.argv.slice(2);
const run = (program, args, options = {}) =>
  spawnSync(process.execPath, [join("node_modules", program), ...args], { stdio: "inherit", ...options })
    .status === 0;

const folder = mkdtempSync(join(tmpdir(), "enishi-report-"));
const report = join(folder, "report.json");
let passed = 0;
let failed = 0;

if (only.length === 0) {
  count(run("@biomejs/biome/bin/biome", ["check", "."]));
  count(run("typescript/bin/tsc", ["--noEmit"]));
}
run("vitest/vitest.mjs", [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...only,
]);
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests + (result.success || result.numFailedTests > 0 ? 0 : 1);
} catch {
  failed += 1;
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function count(ok) {
  if (ok) passed += 1;
  else failed += 1;
}
