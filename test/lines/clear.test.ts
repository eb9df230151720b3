import { afterAll, beforeAll, expect, test } from "vitest";
import { createCustomer, listHistory, recordLine } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;
let tanaka: string;
beforeAll(async () => {
  enishi = await createTestEnishi();
  sato = await enishi.member("佐藤");
  tanaka = (await enishi.perform(createCustomer, { kind: "company", name: "田中商事" }, enishi.as(sato)))
    .customerId;
});
afterAll(() => enishi.close());

const type = (text: string) => enishi.perform(recordLine, { text, clearOnly: true }, enishi.as(sato));
const entries = async () =>
  (await enishi.ask(listHistory, { customerId: tanaka }, enishi.as(sato))).items.length;

test.each([
  ["田中商事でんわ　来週火曜に見積"],
  ["昨日訪問 田中商事 社長不在"],
  ["今TEL田中商事 納期12/10でOKもらった"],
])("writes a line that says by itself what was done: %s", async (text) => {
  const before = await entries();

  expect((await type(text)).lineId).not.toBeNull();

  expect(await entries()).toBe(before + 1);
});

test("keeps a line with a day that does not exist as a draft that asks for the day", async () => {
  const before = await entries();

  expect(await type("11/31 田中商事 訪問")).toMatchObject({
    state: "draft",
    questions: [{ reason: "no_such_date" }],
  });

  expect(await entries()).toBe(before);
});

test.each([["田中商事 検収の件どうなった"], ["田中商事"], ["おはようございます"], ["知らない会社に電話"]])(
  "writes nothing when a line without a verb leaves it open what happened: %s",
  async (text) => {
    const before = await entries();

    expect((await type(text)).lineId).toBeNull();

    expect(await entries()).toBe(before);
  },
);
