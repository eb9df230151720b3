import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPostgres } from "../support/postgres-server.ts";
import { openSlackHouse, type SlackHouse } from "./support/slack-house.ts";

/** A lock on everything that a command reads or writes, for as long as a bad migration or backup would hold it. */
const HELD_SECONDS = 10;
const EVERY_SECONDS = 0.05;
/** After this long Slack tells a person that the command did not work. */
const SLACK_WAITS_MS = 3_000;

let house: SlackHouse;
let server: Awaited<ReturnType<typeof startPostgres>>;
let holder: pg.Client;
let pace: pg.Client;

beforeAll(async () => {
  server = await startPostgres({ durable: false });
  house = await openSlackHouse({ settings: { ENISHI_MEMBERS: "all" }, server: server.url });
  [holder, pace] = await Promise.all([connect(), connect()]);
});

afterAll(async () => {
  await holder?.end();
  await pace?.end();
  await house?.close();
  await server?.stop();
});

async function connect(): Promise<pg.Client> {
  const [row] = await house.enishi.database.query<{ name: string }>("select current_database() as name");
  const url = new URL(server.url);
  url.pathname = `/${row!.name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

describe("while somebody holds the database for ten seconds", () => {
  const commands = new Map<string, number>();

  it("acknowledges every command in time", async () => {
    await holder.query(
      "begin; lock table workspace, member, customer, history_entry, line in access exclusive mode",
    );
    const held = holder.query(`select pg_sleep(${HELD_SECONDS}); commit`).then(() => "over");
    const people = Object.entries(house.users).filter(([name]) => /sato|suzuki|ito|boss|newcomer/.test(name));
    const answers: Promise<void>[] = [];
    for (let at = 0; ; at++) {
      const text = `電話 北陸物産 在庫の確認その${at}番`;
      const userId = people[at % people.length]![1];
      answers.push(
        house.front.command({ userId, channelId: house.channelId, text }).then(({ status, elapsedMs }) => {
          expect(status).toBe(200);
          commands.set(text, elapsedMs);
        }),
      );
      const paced = pace.query(`select pg_sleep(${EVERY_SECONDS})`).then(() => "next");
      if ((await Promise.race([held, paced])) === "over") break;
    }
    await Promise.all(answers);

    expect(commands.size).toBeGreaterThan(HELD_SECONDS / EVERY_SECONDS / 2);
    expect(Math.max(...commands.values())).toBeLessThan(SLACK_WAITS_MS);
  });

  it("does every one of them afterwards, once, with its audit row and its answer", async () => {
    await house.done();

    const lines = await house.enishi.database.query<{ text: string }>("select text from line order by id");
    const [written] = await house.enishi.database.query<{ entries: number; audited: number }>(
      `select (select count(*) from history_entry) as entries,
              (select count(*) from audit_entry where operation = 'lines.record' and entity = 'history') as audited`,
    );
    // 電話 is a word of the line for the reader, so it stands in it.
    const typed = [...commands.keys()].map((text) => text.replace(/^電話 /, ""));
    expect(lines.map(({ text }) => text.replace(/^電話 /, "")).sort()).toEqual(typed.sort());
    expect(written).toEqual({ entries: commands.size, audited: commands.size });
    expect(
      house.front.requests.filter(({ method }) => method === "response_url").length,
    ).toBeGreaterThanOrEqual(commands.size);
  });
});
