import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrontMessage, TEAM } from "../../playground/slack-front/index.ts";
import { holdDatabase } from "../support/hold-database.ts";
import { commandBody, slackRequest } from "../support/slack.ts";
import { buttonsOf, openSlackHouse, SECRET, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
});

afterAll(() => house.close());

const friday = "2026-11-20T14:30:00.000Z"; // 23:30 in Tokyo
const monday = "2026-11-22T23:00:00.000Z"; // 08:00 in Tokyo

async function written(words: string) {
  const [entry] = await house.enishi.database.query<{ occurredAt: Date; dueOn: string | null }>(
    `select h.occurred_at as "occurredAt", n.due_on as "dueOn" from history_entry h
       left join next_action n on n.workspace_id = h.workspace_id and n.history_entry_id = h.id
      where h.body like $1`,
    [`%${words}%`],
  );
  return entry && { occurredAt: entry.occurredAt.toISOString(), dueOn: entry.dueOn };
}

describe("a line that had to wait", () => {
  it("is dated when it was typed, though the database was held until the third day", async () => {
    house.enishi.setNow(friday);
    const release = await holdDatabase(house.enishi.database);
    const delivery = await house.front.command({
      userId: sato,
      channelId: house.channelId,
      text: "電話 北陸物産 在庫の件 明日まで回答",
    });
    house.enishi.setNow(monday);
    await release();
    await house.done();

    expect(delivery.status).toBe(200);
    expect(await written("在庫の件")).toEqual({ occurredAt: friday, dueOn: "2026-11-20" });
  });

  it("says in the echo on which day it was", () => {
    const echo = house.read(sato).at(-1)!;

    expect(textOf(echo)).toContain("11/20(金) 23:30");
  });

  it("is dated when it was typed, also when it was only offered then and is recorded later", async () => {
    house.enishi.setNow(friday);
    const [offer] = await house.crm(sato, "三和電機 検収の件どうなった");
    house.enishi.setNow(monday);
    await pressRecord(offer!);

    expect((await written("検収の件"))?.occurredAt).toBe(friday);
  });

  it("is never dated ahead, when Slack's clock runs ahead of ours", async () => {
    house.enishi.setNow(friday);
    const body = commandBody({
      userId: sato,
      text: "電話 北陸物産 時計の件",
      triggerId: "t-ahead",
      responseUrl: `${house.front.apiUrl.replace("/api/", "")}/response/${TEAM.id}/none`,
    });
    const ahead = Math.floor(Date.parse(friday) / 1000) + 240;
    const answer = await fetch(`${house.url}/slack/events`, slackRequest(SECRET, body, ahead));
    await house.done();

    expect(answer.status).toBe(200);
    expect((await written("時計の件"))?.occurredAt).toBe(friday);
  });
});

async function pressRecord(offer: FrontMessage): Promise<void> {
  const { actionId } = buttonsOf(offer).find(({ text }) => text === "記録する")!;
  await house.front.action({
    userId: sato,
    messageRef: { channelId: offer.channelId, ts: offer.ts },
    actionId,
  });
  await house.done();
}
