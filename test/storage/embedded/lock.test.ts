import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../core/storage/index.ts";
import { type Child, startChild } from "../../support/child.ts";

let dataDir: string;
const children: Child[] = [];
beforeEach(() => {
  // Spaces and Japanese, as people name folders.
  dataDir = join(mkdtempSync(join(tmpdir(), "enishi-lock-")), "顧客 データ");
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill("SIGKILL");
    await child.ended;
  }
  rmSync(join(dataDir, ".."), { recursive: true, force: true });
});

function writer(mode: string): Child {
  const child = startChild(["--import", "tsx", "test/storage/embedded/writer.ts", dataDir, mode]);
  children.push(child);
  return child;
}

const open = (join = false) => openDatabase({ databaseUrl: null, dataDir, join });

test("refuses a second server on one data folder and names the first", async () => {
  const first = writer("hold");
  await first.printed(/open/);

  await expect(open()).rejects.toMatchObject({
    code: "data_folder_in_use",
    params: { pid: first.process.pid },
  });
});

test("says so when the data folder is a file, or lies behind one", async () => {
  mkdirSync(join(dataDir, ".."), { recursive: true });
  writeFileSync(dataDir, "no folder");

  await expect(open()).rejects.toMatchObject({ code: "data_folder_unusable", params: { folder: dataDir } });

  dataDir = join(dataDir, "inside");
  await expect(open()).rejects.toMatchObject({ code: "data_folder_unusable", params: { reason: "ENOTDIR" } });
  dataDir = join(dataDir, "..");
});

test("does not take the folder from a holder that is frozen", async () => {
  const first = writer("hold");
  await first.printed(/open/);
  first.process.kill("SIGSTOP");

  await expect(open()).rejects.toMatchObject({ code: "data_folder_in_use" });
});

test("lets a command join a running server, and both see the same rows", async () => {
  const server = await open();
  const command = writer("join");
  expect(await command.ended).toBe(0);

  expect(await server.query("select n from kept")).toEqual([{ n: -1 }]);
  await server.close();
});

test("takes the folder over from a killed holder, and no acknowledged row is lost", async () => {
  const first = writer("write");
  await first.printed(/row 200\n/);
  first.process.kill("SIGKILL");
  await first.ended;
  const acknowledged = [...first.output().matchAll(/^row (\d+)$/gm)].map((match) => Number(match[1]));
  let recovering = 0;

  const database = await openDatabase({
    databaseUrl: null,
    dataDir,
    join: false,
    onRecovering: () => {
      recovering += 1;
    },
  });

  const kept = new Set((await database.query<{ n: number }>("select n from kept")).map((row) => row.n));
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  expect(recovering).toBe(1);
  await database.close();
});

test("takes over a lock whose process number was given to another program since", async () => {
  const database = await open();
  const lockPath = join(dataDir, "enishi.lock");
  const lock = readFileSync(lockPath, "utf8");
  await database.close();
  // A process that lives, but started at another time than the holder did.
  writeFileSync(lockPath, JSON.stringify({ ...JSON.parse(lock), pid: process.pid, startedAt: "1" }));

  const again = await open();

  await again.close();
});

test("refuses a folder that another machine holds, because it cannot be asked", async () => {
  const database = await open();
  const lockPath = join(dataDir, "enishi.lock");
  const lock = readFileSync(lockPath, "utf8");
  await database.close();
  writeFileSync(lockPath, JSON.stringify({ ...JSON.parse(lock), host: "elsewhere", bootId: "another" }));

  await expect(open()).rejects.toMatchObject({ code: "data_folder_in_use", params: { host: "elsewhere" } });
});
