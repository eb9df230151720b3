import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getExamination } from "../../core/duplicates/index.ts";
import { createCustomer } from "../../core/index.ts";
import type { FrontMessage } from "../../playground/slack-front/index.ts";
import { aPair } from "../duplicates/pairs.ts";
import { buttonsOf, openSlackHouse, type SlackHouse, textOf } from "./support/slack-house.ts";

let house: SlackHouse;
let sato: string;
let viewer: string;

beforeAll(async () => {
  house = await openSlackHouse();
  sato = house.users.sato!;
  viewer = house.users.viewer!;
});

afterAll(async () => {
  expect(house.lintAll()).toEqual([]);
  await house.close();
});

async function company(name: string, phone = "03-3200-1111"): Promise<string> {
  const made = await house.enishi.perform(
    createCustomer,
    { kind: "company", name, contactPoints: [{ kind: "phone", value: phone }] },
    house.enishi.operator,
  );
  return made.customerId;
}
const labels = (message: FrontMessage) => buttonsOf(message).map(({ text }) => text);
const now = (message: FrontMessage) =>
  house.read(sato).find(({ ts, channelId }) => ts === message.ts && channelId === message.channelId)!;
async function press(message: FrontMessage, ...texts: string[]): Promise<FrontMessage> {
  await Promise.all(
    texts.map((text) =>
      house.front.action({
        userId: sato,
        messageRef: { channelId: message.channelId, ts: message.ts },
        actionId: buttonsOf(message).find((each) => each.text.startsWith(text))!.actionId,
      }),
    ),
  );
  await house.done();
  return now(message);
}
const merges = () =>
  house.enishi.database.query<{ undone: boolean }>(
    "select undone_at is not null as undone from customer_merge order by id",
  );

async function examined(): Promise<void> {
  const { examination } = await house.enishi.ask(getExamination, {}, house.enishi.operator);
  expect(examination?.state).toBe("done");
}

describe("/crm 重複", () => {
  it("says when there is nothing to check, and looks through all customers when asked", async () => {
    const [none] = await house.crm(sato, "ダブり");

    expect(textOf(none!)).toContain("確かめる組はありません。");
    expect(labels(none!)).toEqual(["全顧客から探す"]);
    expect(textOf(await press(none!, "全顧客から探す"))).toMatch(/\d+件の顧客から/);
    expect(textOf((await house.crm(sato, "重複"))[0]!)).toContain("全顧客から探しているところです");
    // It goes on behind the tests, and would find the pairs that they make themselves.
    await vi.waitFor(examined, { timeout: 60_000 });
  });

  it("shows two records side by side with the reasons in words, and the answers to who may answer", async () => {
    const a = await company("㈱渡邉製作所");
    await aPair(house.enishi, a, await company("渡辺製作所"), { reasons: ["name_spelling", "phone"] });

    const [card] = await house.crm(sato, "名寄せ");
    const [looked] = await house.crm(viewer, "重複");

    const shown = textOf(card!);
    expect(shown).toContain("同じ会社?");
    for (const part of ["㈱渡邉製作所", "渡辺製作所", "03-3200-1111", "電話が同じ", "字体・仮名の大小"]) {
      expect(shown).toContain(part);
    }
    expect(labels(card!)).toEqual(["同じ", "同じ会社の別拠点", "別", "わからない"]);
    expect(textOf(looked!)).toContain("渡辺製作所");
    expect(labels(looked!)).toEqual([]);
  });

  it("merges once however often 同じ is pressed, says so in search, and splits back", async () => {
    const [card] = await house.crm(sato, "重複 渡辺製作所");

    const said = await press(card!, "同じ", "同じ");

    expect(textOf(said)).toContain("「渡辺製作所」を「㈱渡邉製作所」にまとめました。");
    expect(labels(said)).toEqual(["元に分ける", "次を見る"]);
    expect(await merges()).toEqual([{ undone: false }]);

    expect(textOf(await press(said, "元に分ける", "元に分ける"))).toContain("元に分けました");
    expect(await merges()).toEqual([{ undone: true }]);
    expect(textOf((await house.crm(sato, "重複"))[0]!)).toContain("渡辺製作所");
  });

  it("answers the rest with the same reasons, after asking, and goes on with the next", async () => {
    await house.enishi.database.query("delete from duplicate_pair");
    for (let n = 0; n < 3; n++) {
      await aPair(house.enishi, await company(`別商店${n}`), await company(`別商会${n}`), { score: 0.5 });
    }
    await aPair(house.enishi, await company("北陸物流"), await company("北陸物産販売"), {
      score: 0.4,
      reasons: ["block"],
    });
    const [card] = await house.crm(sato, "重複");

    const said = await press(card!, "別");
    expect(labels(said)).toEqual(["同じ理由の残り2件も", "次を見る"]);
    const rest = await press(said, "同じ理由の残り2件も");

    expect(textOf(rest)).toContain("残り2件も「別」としました。");
    const next = await press(rest, "次を見る");
    expect(textOf(next)).toContain("北陸物産販売");
    expect(textOf(next)).toContain("確かめていない組 1件");
  });

  it("makes a site of the company with 同じ会社の別拠点", async () => {
    await house.enishi.database.query("delete from duplicate_pair");
    const branch = await company("三興商事大阪支店");
    await aPair(house.enishi, branch, await company("三興商事㈱"));
    const [card] = await house.crm(sato, "重複");

    const said = await press(card!, "同じ会社の別拠点");

    expect(textOf(said)).toContain("「三興商事大阪支店」を「三興商事㈱」の拠点にしました。");
    expect(labels(said)).toEqual(["元に分ける", "次を見る"]);
  });
});

it("/crm 検索 finds a merged customer by its code and says that it was merged", async () => {
  await house.enishi.database.query("delete from duplicate_pair");
  const make = async (name: string, code: string) =>
    (
      await house.enishi.perform(
        createCustomer,
        { kind: "company", name, codes: [{ code }] },
        house.enishi.operator,
      )
    ).customerId;
  const keep = await make("湊食品", "77001");
  await aPair(house.enishi, keep, await make("湊食品販売㈱", "77002"));
  await company("湊食品工業77002号店");
  await press((await house.crm(sato, "重複"))[0]!, "同じ");

  const [found] = await house.crm(sato, "検索 77002");

  expect(textOf(found!)).toContain("まとめ済 → 現在の顧客: 77002");
});
