import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeHandover } from "../../core/index.ts";
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

  it("tells a person whose press came too late to open a window", async () => {
    house.front.faults.next("views.open", { kind: "error", error: "expired_trigger_id" });
    const answers = await house.crm(sato, "引き継ぎ 丸八金属");

    expect(answers[0]!.text).toContain("もう一度");
  });
});
