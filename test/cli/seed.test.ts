import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { people } from "../../playground/people.ts";
import { runEnishi, slow } from "./run-enishi.ts";

describe("enishi seed", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "enishi 練習-"));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    "fills the practice workspace of an empty folder, and adds nothing when it is called again",
    async () => {
      const dataDir = join(folder, "data");
      const seats = people.filter((person) => person.role !== null).length + 1;
      const exported = join(folder, "customers.jsonl");
      const customers = async () => {
        const ran = await runEnishi(dataDir, "export", exported, "--json");
        return (JSON.parse(ran.out) as { rows: number }).rows;
      };

      const first = await runEnishi(dataDir, "seed", "--json");
      const found = await customers();
      rmSync(exported);
      const second = await runEnishi(dataDir, "seed");

      expect(first).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(first.out)).toEqual({ workspace: "practice", members: seats });
      expect(found).toBeGreaterThan(10);
      expect(second.out).toContain(`メンバー ${seats} 人`);
      expect(await customers()).toBe(found);
    },
    slow,
  );

  it(
    "puts nothing into a place where Slack is configured",
    async () => {
      vi.stubEnv("SLACK_SIGNING_SECRET", "0123456789abcdef");
      vi.stubEnv("SLACK_BOT_TOKEN", "xoxb-1");
      const dataDir = join(folder, "data");

      const ran = await runEnishi(dataDir, "seed");

      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(existsSync(dataDir)).toBe(false);
      expect(ran.err).toContain("練習用のデータは入れません");
    },
    slow,
  );
});
