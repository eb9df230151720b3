import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenDatabase, openDatabase } from "../../../core/storage/index.ts";
import { startChild } from "../../support/child.ts";

let folder: string;
let database: OpenDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "enishi-turns-"));
  database = await openDatabase({ databaseUrl: null, dataDir: join(folder, "data"), join: false });
  await database.query("create table numbers (n int primary key, at text not null)");
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("keeps the values of statements that arrive at the same moment apart", async () => {
  const ask = async (n: number) => {
    if (n % 3 === 0) return (await database.query<{ v: number }>("select $1::int as v", [n]))[0]?.v;
    if (n % 3 === 1) {
      const sql = "select $1::text || $2::text as a, $3::int as v";
      return (await database.query<{ v: number }>(sql, ["x", "y", n]))[0]?.v;
    }
    return database.transaction(async (tx) => {
      await tx.query("insert into numbers values ($1, $2)", [n, "now"]);
      return (await tx.query<{ n: number }>("select n from numbers where n = $1", [n]))[0]?.n;
    });
  };

  const answers = await Promise.all(Array.from({ length: 900 }, (_, n) => ask(n)));

  expect(answers).toEqual(Array.from({ length: 900 }, (_, n) => n));
});

test("goes on after statements that fail among others that do not", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 60 }, (_, n) =>
      n % 2 === 0 ? database.query("select $1::int as v", [n]) : database.query("select $1::uuid", ["none"]),
    ),
  );

  expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(30);
});

test("is not held up by a guest that dies inside a transaction", async () => {
  const guest = startChild(["--import", "tsx", "test/storage/embedded/guest.ts", join(folder, "data")]);
  await guest.printed(/inside/);
  guest.process.kill("SIGKILL");
  await guest.ended;

  await database.query("insert into numbers values (10000, 'after')");

  expect(await database.query("select n from numbers where n in (10000, 20000)")).toEqual([{ n: 10000 }]);
});
