import { afterAll, beforeAll, expect, it } from "vitest";
import { commitImport, type ImportView, searchCustomers } from "../../../core/index.ts";
import { createAddon } from "../support/addon.ts";
import { domain } from "../support/google.ts";

let addon: Awaited<ReturnType<typeof createAddon>>;
let sato: string;
beforeAll(async () => {
  addon = await createAddon();
  sato = await addon.enishi.member("佐藤 花子", "member", { email: `sato@${domain}` });
});
afterAll(() => addon.close());

const header = ["得意先名", "TEL", "住所"];
const companies = Array.from({ length: 30 }, (_, n) => [
  `見本${n}商店`,
  `03-1234-${1000 + n}`,
  "東京都港区芝1-1",
]);

async function send(rows: object, claims = {}) {
  const { status, body } = await addon.post("/sheets/rows", { ...(await addon.event({ claims })), rows });
  return { status, body: body as { importId: string; received: number; checked: ImportView | null } };
}

it("takes the rows of a sheet in chunks and checks them with the last one", async () => {
  const first = await send({ name: "得意先台帳", cells: [header, ...companies.slice(0, 20)] });
  const { importId } = first.body;
  await send({ name: "得意先台帳", importId, offset: 21, cells: companies.slice(20) });
  // The same chunk again, as after a time-out.
  const last = await send({
    name: "得意先台帳",
    importId,
    offset: 21,
    cells: companies.slice(20),
    last: true,
  });

  expect(first.body.checked).toBeNull();
  expect(last.body.checked).toMatchObject({ importId, state: "checked", headerRow: 1 });
  await addon.enishi.perform(commitImport, { importId }, addon.enishi.as(sato));
  expect((await addon.enishi.ask(searchCustomers, { q: "見本3商店" }, addon.enishi.as(sato))).items).toEqual(
    [],
  );
});

it("refuses rows from somebody who is not a member", async () => {
  const { status } = await send({ name: "x", cells: [header] }, { email: `dare@${domain}`, sub: "nobody" });

  expect(status).toBe(403);
});

it("says what is wrong with a chunk that is none", async () => {
  const { status, body } = await send({ name: "", cells: "x" });

  expect(status).toBe(400);
  expect(body).toMatchObject({ code: "addon_event_invalid" });
});
