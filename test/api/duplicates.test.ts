import { afterAll, beforeAll, expect, test } from "vitest";
import { createApi } from "../../core/api/index.ts";
import { createToken } from "../../core/index.ts";
import { aPair } from "../duplicates/pairs.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let app: ReturnType<typeof createApi>;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  enishi = await createTestEnishi();
  app = createApi(enishi.core, { publicUrl: "https://enishi.example.jp", callsPerMinute: 1_000 });
  for (const [name, role] of [
    ["佐藤", "member"],
    ["見学", "viewer"],
  ] as const) {
    const memberId = await enishi.member(name, role);
    tokens[role] = (await enishi.perform(createToken, { memberId, label: "test" }, enishi.operator)).token;
  }
});
afterAll(() => enishi.close());

async function request(method: string, path: string, body?: object, role = "member") {
  const answer = await app.request(path, {
    method,
    headers: { Authorization: `Bearer ${tokens[role]}`, "Content-Type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const company = async (name: string): Promise<string> =>
  (await request("POST", "/v1/customers", { kind: "company", name })).body.customerId!;

test("merges over HTTP, answers for the merged one, lists the merge and splits it back", async () => {
  const keep = await company("㈱北陸物産");
  const other = await company("北陸物産株式会社");

  const merged = await request("POST", `/v1/customers/${keep}/merge`, {
    mergeId: other,
    versions: { keep: 1, merge: 1 },
  });
  expect(merged).toMatchObject({ status: 200, body: { customerId: keep, version: 2 } });
  expect(await request("GET", `/v1/customers/${other}`)).toMatchObject({ body: { customer: { id: keep } } });
  expect(await request("GET", `/v1/merges?customerId=${other}`)).toMatchObject({
    body: { items: [{ id: merged.body.id, keptId: keep, mergedId: other }] },
  });

  const again = await request("POST", `/v1/customers/${keep}/merge`, { mergeId: other });
  expect(again).toMatchObject({ status: 409, body: { code: "customer_merged" } });
  const split = await request("POST", `/v1/merges/${merged.body.id}/split`, {});
  expect(split).toMatchObject({ status: 200, body: { mergedId: other, kept: [] } });
  expect(await request("GET", `/v1/customers/${other}`)).toMatchObject({ body: { customer: { id: other } } });
});

test("tells a stale copy as a conflict, and what cannot be merged as a wrong call", async () => {
  const keep = await company("古商店");
  const other = await company("古商会");

  const stale = await request("POST", `/v1/customers/${keep}/merge`, {
    mergeId: other,
    versions: { keep: 7 },
  });
  const itself = await request("POST", `/v1/customers/${keep}/merge`, { mergeId: keep });

  expect(stale).toMatchObject({ status: 409, body: { code: "stale_copy" } });
  expect(itself).toMatchObject({ status: 422, body: { code: "merge_itself", field: "mergeId" } });
});

test("lists pairs, takes an answer, and refuses it from who may only look", async () => {
  const pair = await aPair(enishi, await company("答商店"), await company("答商会"));
  const path = `/v1/duplicates/${pair.aId}/${pair.bId}/decide`;

  expect(await request("GET", "/v1/duplicates?state=open&limit=5", undefined, "viewer")).toMatchObject({
    status: 200,
    body: { items: [pair], total: 1 },
  });
  expect(await request("POST", path, { answer: "different" }, "viewer")).toMatchObject({ status: 403 });
  expect(await request("POST", path, { answer: "different" })).toMatchObject({
    body: { state: "different" },
  });
  expect(await request("GET", "/v1/duplicates")).toMatchObject({ body: { items: [], total: 0 } });
});

test("begins an examination and says how far it is", async () => {
  const begun = await request("POST", "/v1/duplicates/examination", { driver: "caller" });

  expect(begun).toMatchObject({ status: 202, body: { state: "running", examined: 0 } });
  expect(await request("GET", "/v1/duplicates/examination")).toMatchObject({
    body: { examination: { id: begun.body.id, state: "running" } },
  });
});
