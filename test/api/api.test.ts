import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../../core/api/index.ts";
import { createToken } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let app: ReturnType<typeof createApi>;
let token: string;
let viewerToken: string;
beforeAll(async () => {
  enishi = await createTestEnishi();
  app = createApi(enishi.core, { publicUrl: "https://enishi.example.jp", callsPerMinute: 1_000 });
  const tokenOf = async (memberId: string) =>
    (await enishi.perform(createToken, { memberId, label: "test" }, enishi.operator)).token;
  token = await tokenOf(await enishi.member("佐藤", "admin"));
  viewerToken = await tokenOf(await enishi.member("見学", "viewer"));
});
afterAll(() => enishi.close());

function request(method: string, path: string, body?: object | string, headers: Record<string, string> = {}) {
  return app.request(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

function bodyOf<T>(answer: Response): Promise<T> {
  return answer.json() as Promise<T>;
}

const company = { kind: "company", name: "丸八金属" };

describe("the API", () => {
  test("creates a customer and finds it by a part of its name", async () => {
    const created = await request("POST", "/v1/customers", company);
    expect(created.status).toBe(201);

    const found = await request("GET", "/v1/customers?q=丸八&limit=5");

    expect(await found.json()).toMatchObject({ items: [{ name: "丸八金属" }], nextCursor: null });
  });

  test("returns the first result when a key comes again, and refuses it with another body", async () => {
    const key = { "Idempotency-Key": "one" };
    const first = await (await request("POST", "/v1/customers", { ...company, name: "鍵商店" }, key)).json();

    const again = await (await request("POST", "/v1/customers", { ...company, name: "鍵商店" }, key)).json();
    const other = await request("POST", "/v1/customers", { ...company, name: "別商店" }, key);

    expect(again).toEqual(first);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency_key_reused" });
  });

  test("answers a problem document with a code, the status and the request id", async () => {
    const answer = await request("POST", "/v1/customers", { kind: "company" });

    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ code: "invalid_input", field: "name", status: 422 });
  });

  test.each([
    ["ja", /入力を確認してください.*無効な入力/],
    ["en", /Invalid input/],
  ])("says in the language that is asked for (%s) what is wrong with an input", async (language, said) => {
    const answer = await request(
      "POST",
      "/v1/customers",
      { kind: "company" },
      { "Accept-Language": language },
    );

    expect(((await answer.json()) as { title: string }).title).toMatch(said);
  });

  test.each([
    ["no token", "GET", "/v1/customers", undefined, { Authorization: "" }, 401],
    ["a wrong token", "GET", "/v1/customers", undefined, { Authorization: "Bearer enishi_nobody" }, 401],
    ["what is no JSON", "POST", "/v1/customers", "{", {}, 400],
    ["an unknown address", "GET", "/v1/nothing", undefined, {}, 404],
    ["an unknown customer", "GET", "/v1/customers/01938f00-0000-7000-8000-000000000000", undefined, {}, 404],
    ["an id that is none", "GET", "/v1/customers/12", undefined, {}, 422],
  ])("refuses %s", async (_what, method, path, body, headers, status) => {
    const answer = await request(method, path, body, headers as Record<string, string>);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
  });

  test("tells a viewer who writes that the role does not allow it", async () => {
    const answer = await request("POST", "/v1/customers", company, {
      Authorization: `Bearer ${viewerToken}`,
    });

    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "forbidden" });
  });

  test.each([
    ["a name", { kind: "company", name: "田中\u0000商事" }],
    ["a column that nobody foresaw", { kind: "company", name: "田中", extra: { 備考: "\u0000" } }],
  ])("says in words that %s holds a letter that no database keeps", async (_, body) => {
    const answer = await request("POST", "/v1/customers", body);

    expect(answer.status).toBe(422);
    expect(await bodyOf(answer)).toMatchObject({ code: "invalid_text" });
  });

  test("shows who changed what in the audit trail", async () => {
    const trail = await bodyOf<{ items: object[] }>(
      await request("GET", "/v1/audit?operation=customers.create"),
    );

    expect(trail.items[0]).toMatchObject({ actorName: "見学", surface: "api", outcome: "refused" });
    expect(trail.items.at(-1)).toMatchObject({
      actorName: "佐藤",
      surface: "api",
      outcome: "done",
      before: null,
    });
  });

  test("limits the calls of one member and says how long to wait", async () => {
    const tight = createApi(enishi.core, { publicUrl: "https://enishi.example.jp", callsPerMinute: 2 });
    const call = () => tight.request("/v1/customers", { headers: { Authorization: `Bearer ${token}` } });
    await call();
    await call();

    const third = await call();

    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("leads whoever opens the bare address to the reference page, with or without a slash behind it", async () => {
    expect((await app.request("/")).headers.get("location")).toBe("/docs");
    expect((await app.request("/docs/")).headers.get("location")).toMatch(/\/docs$/);
  });

  test("documents every route that it has", async () => {
    const document = await bodyOf<{ paths: Record<string, Record<string, object>> }>(
      await app.request("/openapi.json"),
    );

    for (const definition of [...enishi.core.operations, ...enishi.core.queries]) {
      for (const face of [definition.http ?? []].flat()) {
        expect(document.paths[face.path]?.[face.method], definition.name).toBeDefined();
      }
    }
    expect((await app.request("/docs")).status).toBe(200);
    expect((await app.request("/docs/swagger-ui-bundle.js")).status).toBe(200);
  });

  test("is ready while the database answers", async () => {
    expect(await (await app.request("/readyz")).json()).toMatchObject({ ok: true });
  });
});
