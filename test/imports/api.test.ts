import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../../core/api/index.ts";
import type { ImportView, RowView } from "../../core/imports/index.ts";
import { createToken } from "../../core/index.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { aList, customersNamed } from "./lists.ts";

let enishi: TestEnishi;
let app: ReturnType<typeof createApi>;
let token: string;
let viewerToken: string;
beforeAll(async () => {
  enishi = await createTestEnishi();
  app = createApi(enishi.core, { publicUrl: "https://enishi.example.jp", callsPerMinute: 10_000 });
  const tokenOf = async (memberId: string) =>
    (await enishi.perform(createToken, { memberId, label: "test" }, enishi.operator)).token;
  token = await tokenOf(await enishi.member("佐藤"));
  viewerToken = await tokenOf(await enishi.member("見学", "viewer"));
  await enishi.core.start();
});
afterAll(async () => {
  await enishi.core.stop();
  await enishi.close();
});

function send(
  method: string,
  path: string,
  body?: string | FormData | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return app.request(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

async function settled(importId: string, state: string): Promise<ImportView> {
  for (;;) {
    const view = (await (await send("GET", `/v1/imports/${importId}`)).json()) as ImportView;
    if (view.state === state || view.state === "failed") return view;
    await enishi.settle();
  }
}

function formOf(name: string, bytes: Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set("file", new Blob([Buffer.from(bytes)]), name);
  return form;
}

const problem = async (answer: Response) => ({
  status: answer.status,
  code: ((await answer.json()) as { code: string }).code,
});

describe("a list sent over HTTP", () => {
  it("is checked, committed and taken back by the jobs of the server", async () => {
    const list = aList(["H1,株式会社郵送,山田 太郎,03-1111-0001,taro@yuso.co.jp,,,"]);

    const sent = await send(
      "POST",
      "/v1/imports",
      formOf("台帳 2026.csv", list.bytes, { purpose: "ご案内" }),
    );
    expect(sent.status).toBe(201);
    const checked = (await sent.json()) as ImportView;
    expect(checked).toMatchObject({ fileName: "台帳 2026.csv", state: "checked", purpose: "ご案内" });

    const begun = await send("POST", `/v1/imports/${checked.importId}/commit`);
    expect(begun.status).toBe(202);
    const committed = await settled(checked.importId, "committed");
    expect(committed.counts).toMatchObject({ rows: 2, created: 1, rejected: 1, ready: 0 });
    const rows = await send("GET", `/v1/imports/${checked.importId}/rows?status=created`);
    expect(((await rows.json()) as { items: RowView[] }).items).toMatchObject([{ company: "株式会社郵送" }]);

    await send("POST", `/v1/imports/${checked.importId}/undo`);
    const undone = await settled(checked.importId, "undone");
    expect(undone.counts).toMatchObject({ removed: 2, kept: 0 });
    expect(await customersNamed(enishi, "株式会社郵送")).toEqual([]);
  });

  it("may be the whole body", async () => {
    const list = aList(["H2,株式会社本文,,03-1111-0002,,,,"]);

    const sent = await send(
      "POST",
      `/v1/imports?name=${encodeURIComponent("一覧.csv")}`,
      new Uint8Array(list.bytes),
      {
        "Content-Type": "application/octet-stream",
      },
    );

    expect(sent.status).toBe(201);
    expect(await sent.json()).toMatchObject({ fileName: "一覧.csv", counts: { rows: 2, ready: 1 } });
  });

  it("may list purchases, which are read with the customer", async () => {
    const rows = [
      ["売上日", "会社名", "品目", "数量", "単価"],
      ["2024/5/1", "株式会社明細", "ボルト", "3", "100"],
    ];
    const json = { "Content-Type": "application/json" };
    const body = JSON.stringify({ rows, kind: "customers" });
    const first = (await (await send("POST", "/v1/imports", body, json)).json()) as ImportView;
    const path = `/v1/imports/${first.importId}`;
    const again = await send("POST", `${path}/check`, JSON.stringify({ kind: "purchases" }), json);
    await send("POST", `${path}/commit`);
    await settled(first.importId, "committed");

    const { items } = (await (await send("GET", `${path}/rows?status=created`)).json()) as {
      items: { customerIds: string[]; entryId: string }[];
    };
    const bought = await send("GET", `/v1/customers/${items[0]!.customerIds[0]}/purchases`);
    expect([first.kind, ((await again.json()) as ImportView).kind]).toEqual(["customers", "purchases"]);
    expect(await bought.json()).toMatchObject({
      items: [{ id: items[0]!.entryId, item: "ボルト", quantity: 3, unitPrice: 100, amount: 300 }],
    });
  });

  it("may be rows of a spreadsheet, read again with corrected columns", async () => {
    const rows = [
      ["しるし", "会社名", "電話番号"],
      ["優良", "株式会社セル", "03-1111-0003"],
      ["普通", "有限会社セル", "03-1111-0004"],
    ];
    const json = { "Content-Type": "application/json" };
    const sent = await send("POST", "/v1/imports", JSON.stringify({ name: "シート1", rows }), json);
    const { importId, counts } = (await sent.json()) as ImportView;
    expect(counts).toMatchObject({ rows: 3, ready: 2 });

    const again = await send(
      "POST",
      `/v1/imports/${importId}/check`,
      JSON.stringify({ columns: { しるし: "note" } }),
      json,
    );

    expect(again.status).toBe(200);
    expect(((await again.json()) as ImportView).columns[0]).toMatchObject({
      column: "しるし",
      field: "note",
    });
  });

  it.each([
    ["empty", new Uint8Array(), "file_is_empty"],
    ["binary", new Uint8Array(4_096).map((_, i) => (i * 7) % 32), "file_is_binary"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "file_is_image"],
    [
      "one column",
      Buffer.from("きょうは晴れ\nあしたは雨かもしれない\nあさっては分からない\n"),
      "file_is_one_column",
    ],
  ])("is refused with its code when it is %s, and nothing is kept", async (_, bytes, code) => {
    const count = async () =>
      (await enishi.database.query<{ n: number }>("select count(*) as n from import"))[0]!.n;
    const before = await count();

    const answer = await send("POST", "/v1/imports", formOf("x.csv", bytes));

    expect(await problem(answer)).toEqual({ status: 422, code });
    expect(await count()).toBe(before);
  });

  it("is refused when it is larger than 200 MB, without being held in memory", async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(0x61);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent++;
        if (sent > 250) controller.close();
        else controller.enqueue(chunk);
      },
    });

    const answer = await app.request("/v1/imports?name=x.csv", {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" },
      body: endless,
      duplex: "half",
    } as RequestInit);

    expect(await problem(answer)).toEqual({ status: 413, code: "file_too_large" });
  });

  it("is refused when the form is cut off or holds no file", async () => {
    const type = { "Content-Type": "multipart/form-data; boundary=x" };
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';

    const cut = await send("POST", "/v1/imports", `${head}会社名,電話番号\r\n`, type);
    const none = await send(
      "POST",
      "/v1/imports",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
      type,
    );

    expect(await problem(cut)).toEqual({ status: 400, code: "malformed_multipart" });
    expect(await problem(none)).toEqual({ status: 422, code: "file_missing_in_request" });
  });

  it("is refused for a viewer", async () => {
    const list = aList(["H9,株式会社見学,,,,,,"]);

    const answer = await send("POST", "/v1/imports", formOf("x.csv", list.bytes), {
      Authorization: `Bearer ${viewerToken}`,
    });

    expect(await problem(answer)).toEqual({ status: 403, code: "forbidden" });
  });

  it("is refused to be taken back before it came in", async () => {
    const list = aList(["H8,株式会社早計,,,,,,"]);
    const { importId } = (await (
      await send("POST", "/v1/imports", formOf("x.csv", list.bytes))
    ).json()) as ImportView;

    const answer = await send("POST", `/v1/imports/${importId}/undo`);

    expect(await problem(answer)).toEqual({ status: 422, code: "import_not_committed" });
  });
});
