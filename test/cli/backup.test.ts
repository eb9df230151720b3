import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runEnishi, slow } from "./run-enishi.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "enishi 控え-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (data: string, ...args: string[]) => runEnishi(join(folder, data), ...args);

describe("enishi backup and restore", () => {
  it(
    "move a workspace into another data folder, and tell what is in the way",
    async () => {
      const list = join(folder, "名簿.csv");
      const file = join(folder, "控え.enishi");
      writeFileSync(list, "会社名,電話番号\n株式会社控え,03-1111-0001\n㈱もう一社,03-1111-0002\n");
      await run("古い家", "import", list);

      const taken = await run("古い家", "backup", file);
      expect(taken).toMatchObject({ code: 0, err: "" });
      expect(taken.out).toContain(file);
      expect(existsSync(`${file}.new`)).toBe(false);
      if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);

      const restored = await run("新しい家", "restore", file, "--json");
      expect(JSON.parse(restored.out)).toMatchObject({ workspace: "practice", customers: 2 });
      const audit = await run("新しい家", "audit", "--json");
      expect(audit.out).toContain('"backup.note"');

      const again = await run("新しい家", "restore", file);
      expect(again).toMatchObject({ code: 1, out: "" });
      expect(again.err).toContain("2 件の顧客がある");

      const half = join(folder, "半分.enishi");
      writeFileSync(half, readFileSync(file).subarray(0, 500));
      for (const [path, said] of [
        [half, "途中で切れています"],
        [list, "バックアップとして読めません"],
        [join(folder, "ない"), "見つからない"],
      ] as const) {
        const refused = await run("三軒目", "restore", path);
        expect(refused, path).toMatchObject({ code: 1, out: "" });
        expect(refused.err, path).toContain(said);
      }
      const nowhere = await run("古い家", "backup", join(folder, "ない", "控え"));
      expect(nowhere.code).toBe(1);
      expect(nowhere.err).toContain("書き込めませんでした");
    },
    slow,
  );
});
