import { describe, expect, it } from "vitest";
import { openList, openSheets, openWhole } from "../../../core/imports/reading/index.ts";
import { allRows } from "./read.ts";
import { type SheetToWrite, writeWorkbook } from "./write-workbook.ts";

async function open(...sheets: SheetToWrite[]) {
  return openList({ name: "得意先.xlsx", bytes: writeWorkbook(sheets) });
}

const HEADER = ["得意先名", "先方担当", "TEL", "取引開始日", "売上高"];

describe("workbooks", () => {
  it.each([
    ['#,##0"千円"', 1234, 1_234_000],
    ['#,##0.0"百万円"', 1.5, 1_500_000],
    ['#,##0,"千円"', 1_234_000, 1_234_000],
    ["#,##0,", 1_234_000, 1_234_000],
    ['#,##0,,"百万円";△#,##0,,"百万円"', -5_000_000, -5_000_000],
    ['"¥"#,##0_);("¥"#,##0)', 1234, 1234],
  ])("reads a number under %s as the money a person sees", async (format, number, amount) => {
    const list = await open({
      name: "得意先",
      rows: [HEADER, ["青葉商事", "山田太郎", "03-5550-0101", null, { number, format }]],
    });

    expect((await allRows(list))[1]!.amount).toBe(amount);
  });

  it("scales by the header or by the hidden digits of the format, never by both", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        ["得意先名", "TEL", "売上高(千円)"],
        ["青葉商事", "03-5550-0101", { number: 1_234_000, format: "#,##0," }],
        ["若葉商事", "03-5550-0102", { number: 1234, format: "#,##0" }],
      ],
    });

    expect((await allRows(list)).slice(1).map((row) => row.amount)).toEqual([1_234_000, 1_234_000]);
  });

  it("takes the reading Excel keeps with a name as its フリガナ and never glues it on", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        HEADER,
        [
          {
            text: "青葉商事カネコ㈱",
            reading: [
              [0, 2, "アオバ"],
              [2, 4, "ショウジ"],
            ],
          },
          {
            text: "山田太郎",
            reading: [
              [0, 2, "ヤマダ"],
              [2, 4, "タロウ"],
            ],
          },
          "03-5550-0101",
        ],
      ],
    });

    const row = (await allRows(list))[1]!;

    expect(row.company).toBe("青葉商事カネコ㈱");
    expect(row.companyKana).toBe("アオバショウジカネコ㈱");
    expect(row.persons[0]).toMatchObject({ name: "山田太郎", kana: "ヤマダタロウ" });
  });

  it.each([
    ["[$-411]ge.m.d", undefined],
    ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', undefined],
    ["yyyy/m/d", undefined],
    ['m"月"d"日"', undefined],
    [undefined, 14],
    [undefined, 57],
  ])("reads a serial under the format %s %s as its day", async (format, formatId) => {
    const date = { number: 43586, ...(format ? { format } : {}), ...(formatId ? { formatId } : {}) };
    const list = await open({ name: "得意先", rows: [HEADER, ["あおば商事", "", "", date]] });

    expect((await allRows(list))[1]?.date).toBe("2019-05-01");
  });

  it("keeps numbers as figures and puts the zeros of a code back", async () => {
    const list = await open({
      name: "一覧",
      rows: [
        ["得意先コード", "得意先名", "電話", "法人番号", "売上（千円）"],
        [
          { number: 42, format: "00000" },
          "あおば商事",
          355500101,
          5070001000715,
          { number: 1234.5, format: "#,##0" },
        ],
      ],
    });

    const row = (await allRows(list))[1]!;

    expect(row.codes).toEqual([{ system: "得意先コード", code: "00042" }]);
    expect(row.phones[0]?.e164).toBe("+81355500101");
    expect(row.corporateNumber).toBe("5070001000715");
    expect(row.amount).toBe(1_234_500);
  });

  it("fills what merged cells cover and leaves blank cells blank", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        ["担当", "得意先名", "先方担当", "備考"],
        ["佐藤", "あおば商事", "山田様", "大口"],
        [null, null, "木村様", null],
        [null, "みなと食品", "小林様", null],
        ["鈴木", "北斗電機", "中島様", null],
      ],
      merges: ["A2:A4", "B2:B3"],
    });

    const rows = (await allRows(list)).slice(1);

    expect(rows.map((row) => row.company)).toEqual(["あおば商事", "あおば商事", "みなと食品", "北斗電機"]);
    expect(rows.map((row) => row.ownerName)).toEqual(["佐藤", "佐藤", "佐藤", "鈴木"]);
    expect(rows.map((row) => row.note)).toEqual(["大口", null, null, null]);
  });

  it("joins a header of two lines with merged groups", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        ["得意先", null, "連絡先", null],
        ["コード", "名称", "TEL", "FAX"],
        ["001", "あおば商事", "03-5550-0101", "03-5550-0102"],
      ],
      merges: ["A1:B1", "C1:D1"],
    });

    expect(list.columns.map((one) => [one.column, one.field])).toEqual([
      ["得意先 コード", "customerCode"],
      ["得意先 名称", "company"],
      ["連絡先 TEL", "phone"],
      ["連絡先 FAX", "fax"],
    ]);
  });

  it("numbers records as Excel does and rejects sums and formulas in the company's cell", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        ["得意先一覧"],
        [],
        HEADER,
        ["あおば商事", "", "03-5550-0101", "", 100],
        [],
        [{ formula: 'A4&"x"', value: "あおば商事x" }, "", "03-5550-0102", "", 200],
        [null, null, null, null, { formula: "SUM(E4:E6)", value: "300" }],
      ],
    });

    const rows = await allRows(list);

    expect(rows.map((row) => [row.row, row.reason])).toEqual([
      [1, "title"],
      [2, "blank"],
      [3, "header"],
      [4, null],
      [5, "blank"],
      [6, "formula"],
      [7, "total"],
    ]);
  });

  it("opens the first sheet that holds a list and names the others with their roles", async () => {
    const list = await open(
      { name: "表紙", rows: [["社外秘"]] },
      { name: "作業用", rows: [HEADER, ["隠れ商事"]], hidden: true },
      { name: "仕入先一覧", rows: [HEADER, ["あおば商事", "", "03-5550-0101"]] },
    );

    expect(list.sheet).toBe("仕入先一覧");
    expect(list.sheets).toEqual([
      { name: "表紙", hidden: false, roles: [] },
      { name: "作業用", hidden: true, roles: [] },
      { name: "仕入先一覧", hidden: false, roles: ["仕入先"] },
    ]);
    expect((await allRows(list))[1]?.roles).toEqual(["仕入先"]);
  });

  it("opens all sheets that hold lists in one go, each with its role", async () => {
    const book = writeWorkbook([
      { name: "表紙", rows: [["社外秘"]] },
      { name: "得意先", rows: [HEADER, ["あおば商事", "", "03-5550-0101"]] },
      { name: "空", rows: [] },
      {
        name: "仕入先",
        rows: [
          ["仕入先名", "TEL"],
          ["みなと食品", "03-5550-0102"],
        ],
      },
    ]);

    const lists = await openSheets({ name: "台帳.xlsx", bytes: book });

    expect(lists.map((list) => list.sheet)).toEqual(["得意先", "仕入先"]);
    expect((await allRows(lists[1]!))[1]).toMatchObject({ company: "みなと食品", roles: ["仕入先"] });
  });

  it("reads the sheets that list customers as one list, rows numbered on, and says which it left out", async () => {
    const book = writeWorkbook([
      {
        name: "目次",
        rows: [
          ["No", "シート名"],
          [1, "得意先"],
          [2, "仕入先"],
        ],
      },
      { name: "得意先", rows: [["得意先一覧"], HEADER, ["あおば商事", "", "03-5550-0101"], ["合計", "1件"]] },
      {
        name: "担当者別",
        rows: [
          ["担当者", "件数", "売上"],
          ["佐藤", 12, 5000],
          ["鈴木", 8, 4000],
        ],
      },
      {
        name: "仕入先",
        rows: [
          ["仕入先名", "TEL", "備考"],
          ["みなと食品", "03-5550-0102", "月末締め"],
        ],
      },
    ]);

    const list = await openWhole({ name: "台帳.xlsx", bytes: book }, { columns: { 備考: null } });
    const rows = await allRows(list);

    expect(list).toMatchObject({ sheet: "得意先, 仕入先", skipped: ["目次", "担当者別"] });
    expect(rows.map((row) => [row.row, row.reason, row.company, row.roles])).toEqual([
      [1, "title", null, []],
      [2, "header", null, []],
      [3, null, "あおば商事", ["得意先"]],
      [4, "total", null, []],
      [5, "header", null, []],
      [6, null, "みなと食品", ["仕入先"]],
    ]);
    expect(rows[5]).toMatchObject({ note: null, extra: { 備考: "月末締め" } });
    const named = await openWhole({ name: "台帳.xlsx", bytes: book }, { sheet: "担当者別" });
    expect(named.sheet).toBe("担当者別");
    await expect(
      openWhole({ name: "台帳.xlsx", bytes: book }, { columns: { ない列: null } }),
    ).rejects.toMatchObject({ code: "column_not_found" });
  });

  it("reads inline texts, escaped letters and the same book twice", async () => {
    const list = await open({
      name: "得意先",
      rows: [
        HEADER,
        [{ text: "あおば&<商事>", inline: true }, "", "03-5550-0101"],
        ["みなと\r\n食品", "", ""],
      ],
    });

    const first = await allRows(list);
    const second = await allRows(list);

    expect(first.map((row) => row.company)).toEqual([null, "あおば&<商事>", "みなと 食品"]);
    expect(second).toEqual(first);
  });

  it("reads a workbook that arrives in chunks", async () => {
    const book = writeWorkbook([{ name: "得意先", rows: [HEADER, ["あおば商事", "", "03-5550-0101"]] }]);
    async function* arriving() {
      for (let at = 0; at < book.length; at += 100) yield book.subarray(at, at + 100);
    }

    const list = await openList({ name: "得意先.xlsx", bytes: arriving() });

    expect((await allRows(list)).map((row) => row.company)).toEqual([null, "あおば商事"]);
  });
});
