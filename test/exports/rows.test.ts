import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listExportColumns, listExportRows, sheetColumns } from "../../core/exports/index.ts";
import { importList } from "../imports/lists.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";

let enishi: TestEnishi;
let admin: string;

beforeAll(async () => {
  enishi = await createTestEnishi();
  admin = await enishi.member("佐藤", "admin");
  await importList(enishi, [
    "X1,株式会社書き出し 大阪支店,山田 太郎,06-1111-0001,taro@kakidashi.co.jp,大阪府大阪市北区梅田1-1-1,佐藤,=1+1",
    "X2,㈱よその会社,,03-1111-0002,,,佐藤,",
  ]);
});

afterAll(() => enishi.close());

const pageOf = (input: { limit?: number; cursor?: string }, memberId = admin) =>
  enishi.ask(listExportRows, input, enishi.as(memberId));

describe("the customer list that leaves", () => {
  it("holds each company, site and person once, with what is its own", async () => {
    const { items } = await pageOf({});

    expect(items.map(({ kind, company, site, person }) => ({ kind, company, site, person }))).toEqual(
      expect.arrayContaining([
        { kind: "company", company: "株式会社書き出し", site: null, person: null },
        { kind: "site", company: "株式会社書き出し", site: "大阪支店", person: null },
        { kind: "person", company: "株式会社書き出し", site: "大阪支店", person: "山田 太郎" },
        { kind: "company", company: "㈱よその会社", site: null, person: null },
      ]),
    );
    expect(items).toHaveLength(4);
    expect(items.find(({ person }) => person)?.mails).toEqual(["taro@kakidashi.co.jp"]);
    expect(items.find(({ company }) => company === "㈱よその会社")).toMatchObject({
      phones: ["03-1111-0002"],
      owners: ["佐藤"],
      codes: [{ code: "X2" }],
    });
  });

  it("comes page by page without a gap", async () => {
    const whole = (await pageOf({})).items;
    const paged = [];
    for (let cursor: string | undefined; ; ) {
      const page = await pageOf({ limit: 1, cursor });
      paged.push(...page.items);
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it("has a column for each system of codes and for what nobody foresaw", async () => {
    const columns = await enishi.ask(listExportColumns, {}, enishi.as(admin));
    const headers = sheetColumns(columns, (key) => key).map(({ header }) => header);

    expect(columns.codeSystems).toHaveLength(1);
    expect(headers).toContain(columns.codeSystems[0]!.system || "exports.column.code");
    expect(new Set(headers).size).toBe(headers.length);
  });

  it("is not for everybody, and who took it stands in the access log", async () => {
    const member = await enishi.member("鈴木", "member");
    await expect(pageOf({}, member)).rejects.toMatchObject({ code: "forbidden" });

    await pageOf({});
    await enishi.core.kernel.flush();
    const taken = await enishi.database.query(
      "select 1 from access_log where workspace_id = $1 and actor_id = $2 and query = 'exports.rows'",
      [enishi.workspaceId, admin],
    );
    expect(taken.length).toBeGreaterThan(0);
  });
});
