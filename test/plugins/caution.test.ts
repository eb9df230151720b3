import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelHistory, createCustomer, logHistory } from "../../core/index.ts";
import { command } from "../../core/plugins/caution/command.ts";
import { caution } from "../../core/plugins/caution/index.ts";
import { markCaution } from "../../core/plugins/caution/mark.ts";
import { resolveCaution } from "../../core/plugins/caution/resolve.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let sato: string;
let tanaka: string;
beforeAll(async () => {
  enishi = await createTestEnishi({ plugins: [caution()] });
  sato = await enishi.member("佐藤");
  const created = await enishi.perform(
    createCustomer,
    { kind: "company", name: "田中商事" },
    enishi.as(sato),
  );
  tanaka = created.customerId;
});
afterAll(() => enishi.close());

const pinned = async () =>
  (await enishi.core.host("slack").profileSections(tanaka, enishi.as(sato))).flatMap((answer) => answer.rows);

test("stands on top of the profile until somebody resolves it, and stays in the history", async () => {
  const entry = { customerId: tanaka, kind: "note" as const, body: "検収は2名で行う約束" };
  const { historyId } = await enishi.perform(logHistory, entry, enishi.as(sato));

  const mark = { customerId: tanaka, historyId, text: "検収は2名で行う約束" };
  await enishi.perform(markCaution, mark, enishi.as(sato));
  expect(await pinned()).toMatchObject([{ value: "検収は2名で行う約束", tone: "warning" }]);

  await enishi.perform(resolveCaution, { key: historyId }, enishi.as(sato));
  expect(await pinned()).toEqual([]);
  await expect(enishi.perform(resolveCaution, { key: historyId }, enishi.as(sato))).rejects.toMatchObject({
    code: "caution_not_found",
  });
  const kept = await enishi.database.query(
    "select 1 from history_entry where id = $1 and cancelled_at is null",
    [historyId],
  );
  expect(kept).toHaveLength(1);
});

test("is logged and pinned by one line, once when the line comes twice", async () => {
  const host = enishi.core.host("slack");
  const call = enishi.as(sato, { surface: "slack" });

  await command.run({ text: "田中商事　納品前に必ず電話", host, call });
  await command.run({ text: "田中商事　納品前に必ず電話", host, call });

  expect(await pinned()).toMatchObject([{ value: "納品前に必ず電話" }]);
});

test("says how to write it when there is only a name", async () => {
  const answer = await command.run({
    text: "田中商事",
    host: enishi.core.host("slack"),
    call: enishi.as(sato),
  });

  expect(answer.rows[0]?.value).toContain("事実と対応方針");
});

test("goes when the entry itself is taken back", async () => {
  const [row] = await enishi.database.query<{ key: string }>(
    "select key from plugin_record where plugin = 'caution'",
  );

  await enishi.perform(cancelHistory, { historyId: row!.key }, enishi.as(sato));
  await enishi.settle();

  expect(await pinned()).toEqual([]);
});
