import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNextAction, proposeHandover } from "../../core/index.ts";
import { openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
});

afterAll(() => house.close());

async function memberId(name: string): Promise<string> {
  const [row] = await house.enishi.database.query<{ id: string }>("select id from member where name = $1", [
    name,
  ]);
  return row!.id;
}

const posted = () => house.front.requests.filter(({ method }) => method === "chat.postMessage").length;

const directTo = (userId: string) =>
  house.front.state(userId).conversations.find(({ kind }) => kind === "dm")?.messages ?? [];

/** The last message of a kind, as it stands in the outbox. */
async function outbox(kind: string) {
  const [row] = await house.enishi.database.query<{ state: string; attempts: number }>(
    "select state, attempts from outbox_message where payload->>'kind' = $1 order by id desc limit 1",
    [kind],
  );
  return row;
}

describe("when Slack is slow, busy or gone", () => {
  it("writes once when an answer has to be sent again", async () => {
    house.front.faults.next("response_url", { kind: "status", status: 503 }, 2);
    const answers = await house.crm(sato, "電話 北陸物産 納期の件");

    const rows = await house.enishi.database.query(
      "select 1 from history_entry where body like '%納期の件%'",
    );
    expect(rows).toHaveLength(1);
    expect(answers).toHaveLength(1);
  });

  it("answers by a direct message when the response address is no longer taken", async () => {
    house.front.faults.next("response_url", { kind: "error", error: "expired_url" });
    await house.crm(sato, "検索 北陸");

    const dm = house.front.state(sato).conversations.find(({ kind }) => kind === "dm")!;
    expect(textOf(dm.messages.at(-1)!)).toContain("北陸物産");
  });

  it("does not call again before the time that Slack asked for", async () => {
    const call = house.enishi.as(await memberId("佐藤 一郎"));
    house.front.faults.next("chat.postMessage", { kind: "rate_limited", retryAfter: 30 });
    const before = posted();
    await house.enishi.perform(
      proposeHandover,
      { customerIds: [house.customers.北陸物産!], toMemberId: await memberId("鈴木 健") },
      call,
    );
    await house.done();
    house.enishi.setNow("2026-11-21T09:00:20.000Z");
    await house.done();
    const during = posted();
    house.enishi.setNow("2026-11-21T09:05:00.000Z");
    await house.done();

    expect(during - before).toBe(1);
    expect(
      house
        .read(house.users["suzuki.ken"]!)
        .map(({ text }) => text)
        .join(),
    ).toContain("北陸物産");
  });

  it("waits as long as Slack says, however often, and sends the message when Slack takes it again", async () => {
    const call = house.enishi.as(await memberId("佐藤 一郎"));
    house.front.faults.next("chat.postMessage", { kind: "rate_limited", retryAfter: 600 }, 30);
    const before = directTo(house.users["suzuki.ken"]!).length;
    await house.enishi.perform(
      proposeHandover,
      { customerIds: [house.customers.丸八金属!], toMemberId: await memberId("鈴木 健") },
      call,
    );
    for (let minutes = 0; minutes <= 300; minutes += 10) {
      house.enishi.setNow(new Date(Date.parse("2026-11-22T00:00:00Z") + minutes * 60_000).toISOString());
      await house.done();
    }

    expect(directTo(house.users["suzuki.ken"]!)).toHaveLength(before + 1);
    expect(await outbox("handover_proposed")).toMatchObject({ state: "sent", attempts: 1 });
  });

  it.each([
    ["conversations.open", "user_disabled"],
    ["chat.postMessage", "channel_not_found"],
    ["chat.postMessage", "account_inactive"],
  ])(
    "settles a message that %s refuses with %s, says why, and goes on with those behind it",
    async (method, why) => {
      const [sato_, suzuki] = [await memberId("佐藤 一郎"), await memberId("鈴木 健")];
      const call = house.enishi.as(sato_);
      const before = directTo(house.users["suzuki.ken"]!).length;
      house.front.faults.next(method, { kind: "error", error: why });
      for (const title of ["一つ目", "二つ目"]) {
        const input = { kind: "promise", title, ownerId: suzuki } as const;
        await house.enishi.perform(addNextAction, input, call);
      }
      await house.done();

      const rows = await house.enishi.database.query(
        `select state, error, attempts from outbox_message where payload->>'kind' = 'next_action_assigned'
        order by id desc limit 2`,
      );
      expect(rows).toEqual([
        { state: "sent", error: null, attempts: 1 },
        { state: "failed", error: why, attempts: 1 },
      ]);
      expect(directTo(house.users["suzuki.ken"]!)).toHaveLength(before + 1);
    },
  );

  it("keeps a message while the token is wrong, until the administrator has mended that", async () => {
    const suzuki = await memberId("鈴木 健");
    house.front.faults.next("chat.postMessage", { kind: "error", error: "token_revoked" }, 2);
    const input = { kind: "promise", title: "三つ目", ownerId: suzuki } as const;
    await house.enishi.perform(addNextAction, input, house.enishi.as(await memberId("佐藤 一郎")));
    const states = [];
    for (const minutes of [0, 1, 2]) {
      house.enishi.setNow(new Date(Date.parse("2026-11-23T00:00:00Z") + minutes * 60_000).toISOString());
      await house.done();
      states.push((await outbox("next_action_assigned"))?.state);
    }

    expect(states).toEqual(["waiting", "waiting", "sent"]);
  });

  it("tells a person whose press came too late to open a window", async () => {
    house.front.faults.next("views.open", { kind: "error", error: "expired_trigger_id" });
    const answers = await house.crm(sato, "引き継ぎ 丸八金属");

    expect(answers[0]!.text).toContain("もう一度");
  });
});
