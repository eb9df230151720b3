import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { type Ran, runEnishi, slow } from "./run-enishi.ts";

interface Line {
  check: string;
  state: string;
  text: string;
}

const linesOf = (ran: Ran): Line[] =>
  ran.out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describe("enishi doctor without a database", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "enishi 診断-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it(
    "says that there is none yet, and makes none",
    async () => {
      const dataDir = join(folder, "data");

      const ran = await runEnishi(dataDir, "doctor");

      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(ran.out).toContain("✓ データベース: まだありません");
      expect(existsSync(join(dataDir, "pg"))).toBe(false);
    },
    slow,
  );

  it(
    "says what is wrong with the data folder, and ends with 1",
    async () => {
      const file = join(folder, "data");
      writeFileSync(file, "");

      const ran = await runEnishi(file, "doctor", "--json");

      expect(ran.code).toBe(1);
      expect(linesOf(ran).find((line) => line.check === "folder")).toMatchObject({
        state: "fail",
        text: expect.stringContaining("書き込めるフォルダを ENISHI_DATA_DIR で指定してください"),
      });
    },
    slow,
  );
});

describe("enishi doctor beside a server", () => {
  let enishi: TestEnishi;
  beforeEach(async () => {
    enishi = await createTestEnishi({ server: null });
  });
  afterEach(() => enishi.close());

  it(
    "finds nothing wrong, and then the message and the import that were left behind",
    async () => {
      const dataDir = join(enishi.folder, "data");
      const before = await runEnishi(dataDir, "doctor", "--json");
      await enishi.database.query(
        `insert into outbox_message (workspace_id, id, channel, key, payload, state, next_attempt_at, created_at)
         values ($1, gen_random_uuid(), 'slack', 'k', '{}', 'failed', now(), now())`,
        [enishi.workspaceId],
      );
      await enishi.database.query(
        `insert into import (workspace_id, id, file_name, file_hash, columns, fingerprint, state, created_at)
         values ($1, gen_random_uuid(), '台帳.csv', '', '[]', '', 'running', now())`,
        [enishi.workspaceId],
      );

      const after = await runEnishi(dataDir, "doctor", "--json");

      expect(before.code).toBe(0);
      expect(linesOf(before).map((line) => line.state)).not.toContain("warn");
      expect(linesOf(before).map((line) => line.check)).toContain("database");
      expect(after.code).toBe(0);
      const warned = linesOf(after).filter((line) => line.state === "warn");
      expect(warned.map((line) => line.check)).toEqual(["messages", "imports"]);
      expect(warned[0]!.text).toContain("送れなかったもの 1 件");
    },
    slow,
  );
});
