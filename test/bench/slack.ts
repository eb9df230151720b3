import { execFile } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDatabase } from "../../core/storage/index.ts";
import { createSlackFront, type SlackFront, TEAM } from "../../playground/slack-front/index.ts";
import { nthCustomer } from "./fill.ts";
import type { BenchHouse } from "./house.ts";
import { spread } from "./measure.ts";
import type { Result } from "./result.ts";
import { type RunningServer, startServer } from "./server.ts";
import type { SlackFindings, SlackTask } from "./slack-client.ts";

const SECRET = "bench-signing-secret";
const TOKEN = "xoxb-bench";
const SECONDS = 10;
const HELD_MS = 10_000;

/**
 * How soon a slash command is acknowledged: signed requests over HTTP to a server in a process of its own, which answers
 * to a pretend Slack. Half of them search, half log a call. Then the same while the database is held: every command must
 * be done afterwards. The house itself must have left its database.
 */
export async function benchSlack(house: BenchHouse, customers: number): Promise<Result[]> {
  const seeds = Array.from({ length: 10 }, (_, at) => ({
    name: `member${at}`,
    realName: `営業 ${at}`,
    email: `member${at}@example.jp`,
  }));
  const front = await createSlackFront({
    users: seeds,
    channels: ["sales"],
    signingSecret: SECRET,
    botToken: TOKEN,
    target: "http://127.0.0.1:9",
  });
  await bindTeam(house);
  const server = await startServer(house, {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_API_URL: front.apiUrl,
    ENISHI_MEMBERS: "all",
  });
  try {
    const perSecond = house.engine === "postgres" ? 50 : 10;
    // Everybody gets a seat first.
    await type(server, front, customers, { perSecond: 5, seconds: 2 });
    const usual = await type(server, front, customers, { perSecond, seconds: SECONDS });
    const held = type(server, front, customers, { perSecond, seconds: SECONDS + 2 });
    await wait(1_000);
    await holdDatabase(house);
    const rate = `at ${perSecond} commands/s`;
    return [
      acknowledgement(`slack: acknowledged, p95 ${rate}`, house, customers, usual),
      acknowledgement("slack: acknowledged, p95 with the database held 10 s", house, customers, await held),
      done("slack: of these done afterwards", house, customers, await held),
    ];
  } finally {
    await server.stop();
    await front.stop();
  }
}

async function type(
  server: RunningServer,
  front: SlackFront,
  customers: number,
  rate: Pick<SlackTask, "perSecond" | "seconds">,
): Promise<SlackFindings> {
  const texts = Array.from({ length: 40 }, (_, at) => {
    const { name } = nthCustomer((at * 7_919) % customers);
    return at % 2 === 0 ? `検索 ${name.slice(-4)}` : `${name} でんわ 単価の件`;
  });
  const task: SlackTask = {
    ...rate,
    url: `${server.url}/slack/events`,
    secret: SECRET,
    userIds: front.users.map((user) => user.id),
    channelId: front.channels[0]!.id,
    texts,
    patience: 90,
  };
  const script = fileURLToPath(new URL("./slack-client.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", script, JSON.stringify(task)],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as SlackFindings;
}

/** Nobody else gets anything out of the database for ten seconds. */
async function holdDatabase(house: BenchHouse): Promise<void> {
  const guest = await openDatabase({ databaseUrl: house.databaseUrl, dataDir: house.dataDir, join: true });
  await guest.transaction(async (tx) => {
    // The embedded database has one session, so that any open transaction holds it.
    if (house.databaseUrl) {
      await tx.query(
        `lock table workspace, member, customer, customer_search, history_entry, next_action, idempotency_key
           in access exclusive mode`,
      );
    } else {
      await tx.query("select 1");
    }
    await wait(HELD_MS);
  });
  await guest.close();
}

async function bindTeam(house: BenchHouse): Promise<void> {
  const database = await openDatabase({
    databaseUrl: house.databaseUrl,
    dataDir: house.dataDir,
    join: false,
  });
  await database.query("update workspace set slack_team_id = $2 where id = $1", [house.workspaceId, TEAM.id]);
  await database.close();
}

function acknowledgement(what: string, house: BenchHouse, customers: number, found: SlackFindings): Result {
  const { p50, p95, p99 } = spread(found.acknowledged);
  return {
    what,
    engine: house.engine,
    customers,
    value: p95,
    unit: "ms",
    limit: { most: 100 },
    detail: {
      p50,
      p99,
      slowest: Math.max(...found.acknowledged),
      commands: found.acknowledged.length,
      refused: found.refused,
      "done after s": found.lastAnswerAfter,
    },
  };
}

function done(what: string, house: BenchHouse, customers: number, found: SlackFindings): Result {
  return {
    what,
    engine: house.engine,
    customers,
    value: (100 * found.answered) / found.acknowledged.length,
    unit: "%",
    limit: { least: 100 },
    detail: { commands: found.acknowledged.length, "last after s": found.lastAnswerAfter },
  };
}
