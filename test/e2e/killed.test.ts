import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../core/storage/index.ts";
import { createSlackFront, type SlackFront } from "../../playground/slack-front/index.ts";
import { type Child, startChild } from "../support/child.ts";
import { freshPostgresDatabase } from "../support/postgres.ts";
import { startPostgres } from "../support/postgres-server.ts";

const PEOPLE = 4;
const BURST = 48;
const TOKEN = "xoxb-killed";

let server: { url: string; stop: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres({ durable: true });
});

afterAll(() => server.stop());

describe.each(["the embedded database", "PostgreSQL"] as const)(
  "a server on %s that is killed in a burst",
  (kind) => {
    let folder: string;
    let front: SlackFront;
    let child: Child;
    let databaseUrl: string | null = null;
    const acknowledged: string[] = [];
    const refused: string[] = [];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "enishi killed "));
      if (kind === "PostgreSQL") databaseUrl = (await freshPostgresDatabase(server.url)).url;
      const port = await freePort();
      front = await createSlackFront({
        users: Array.from({ length: PEOPLE }, (_, at) => ({
          name: `member${at}`,
          realName: `営業 ${at}`,
          email: `member${at}@example.jp`,
        })),
        channels: ["general"],
        signingSecret: "killed-secret",
        botToken: TOKEN,
        target: `http://127.0.0.1:${port}`,
      });
      child = await start(port);
      const import_ = startChild(
        ["bin/enishi.mjs", "import", "examples/tokuisaki_daicho.csv"],
        environment(port),
      );
      expect(await import_.ended, import_.output()).toBe(0);
    });

    afterAll(async () => {
      child.process.kill("SIGKILL");
      await child.ended;
      await front.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    function environment(port: number): Record<string, string> {
      return {
        PORT: String(port),
        HOST: "127.0.0.1",
        LANG: "ja_JP.UTF-8",
        LC_ALL: "",
        LOG_LEVEL: "error",
        PUBLIC_URL: "",
        GOOGLE_OIDC_AUDIENCES: "",
        ENISHI_DATA_DIR: join(folder, "データ"),
        DATABASE_URL: databaseUrl ?? "",
        SLACK_SIGNING_SECRET: "killed-secret",
        SLACK_BOT_TOKEN: TOKEN,
        SLACK_APP_TOKEN: "",
        SLACK_CLIENT_ID: "",
        SLACK_API_URL: front.apiUrl,
        ENISHI_MEMBERS: "all",
      };
    }

    async function start(port: number): Promise<Child> {
      const started = startChild(["bin/enishi.mjs", "start"], environment(port));
      await started.printed(new RegExp(`127.0.0.1:${port}`));
      return started;
    }

    const type = (at: number, text: string) =>
      front.command({ userId: front.users[at % PEOPLE]!.id, channelId: front.channels[0]!.id, text });

    /** Each person's deliveries are done in order, so an answer to a last one says that all before it are done. */
    async function everybodyIsAnswered(word: string): Promise<void> {
      await Promise.all(
        front.users.map(async (user, at) => {
          const answered = new Promise<void>((resolve) => {
            const look = () => {
              const seen = front.state(user.id).conversations.flatMap(({ messages }) => messages);
              if (seen.some((message) => message.text.includes(word))) resolve();
            };
            front.onChange(look);
            look();
          });
          expect((await type(at, `検索 ${word}`)).status).toBe(200);
          await answered;
        }),
      );
    }

    it("dies while commands are acknowledged", async () => {
      await everybodyIsAnswered("はじめ");
      const burst = Array.from({ length: BURST }, async (_, at) => {
        const text = `電話 あおば商事 在庫の確認その${at}番`;
        const { status } = await type(at, text);
        if (status !== 200) return refused.push(text);
        acknowledged.push(text);
        if (acknowledged.length === BURST / 3) child.process.kill("SIGKILL");
        return acknowledged.length;
      });
      await Promise.all(burst);
      await child.ended;

      expect(acknowledged.length).toBeGreaterThanOrEqual(BURST / 3);
      expect(child.process.signalCode).toBe("SIGKILL");
    });

    it("has done every acknowledged command once when it was started again", async () => {
      const port = Number(new URL(`http://${/127\.0\.0\.1:\d+/.exec(child.output())![0]}`).port);
      child = await start(port);
      await everybodyIsAnswered("おわり");
      const database = await openDatabase({ databaseUrl, dataDir: join(folder, "データ"), join: true });
      const rows = (sql: string) => database.query<{ text: string; n: number }>(sql);
      const lines = await rows("select text, count(*)::int as n from line group by text");
      const entries = await rows("select body as text, count(*)::int as n from history_entry group by body");
      const audited = await rows(
        `select after->>'body' as text, count(*)::int as n from audit_entry
        where entity = 'history' and operation = 'lines.record' group by 1`,
      );
      await database.close();

      const numberOf = (text: string) => /その(\d+)番/.exec(text)?.[1];
      const counted = (found: { text: string; n: number }[]) =>
        new Map(found.flatMap(({ text, n }) => (numberOf(text) ? [[numberOf(text), n] as const] : [])));
      for (const found of [lines, entries, audited].map(counted)) {
        for (const text of acknowledged) expect([text, found.get(numberOf(text))]).toEqual([text, 1]);
        // What was never acknowledged may have been kept or not, but not twice.
        for (const text of refused) expect(found.get(numberOf(text)) ?? 0).toBeLessThanOrEqual(1);
      }
    });
  },
);

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
