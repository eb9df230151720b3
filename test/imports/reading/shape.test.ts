import { describe, expect, it } from "vitest";
import { allRows, fieldsOf, reasonsOf, table } from "./read.ts";

describe("the shape of a list", () => {
  it("takes sums of branches and index letters for no customers", async () => {
    const list = table(`
      得意先名|TEL|売上高
      ア行||
      青木会計|03-5550-0101|1,000
      支店計||1,000
      カ||
      木村時計店|03-5550-0102|2,000
      〈小計〉|2件|
      関東エリア計||3,000
      地区計|2件|
      ア行計||3,000
      【東京都】計 5件||
      合計件数||2`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      "section",
      null,
      "total",
      "section",
      null,
      "total",
      "total",
      "total",
      "total",
      "total",
      "total",
    ]);
  });

  it("takes the header in another language, how to fill it in and an example for no customers", async () => {
    const list = table(`
      得意先名|担当者名|電話番号|取引開始日
      name|contact|tel|start
      (全角)|(全角)|(半角)|YYYY/MM/DD
      例）株式会社サンプル|例）山田太郎|例）03-1234-5678|例）2024/4/1
      青木会計|青木 一郎|03-5550-0101|2024/4/1
      名称堂|名前 花子|03-5550-0102|2024/4/2
      例の店|佐藤 花子|03-5550-0103|2024/4/3`);

    expect(await reasonsOf(list)).toEqual(["header", "header", "header", "note", null, null, null]);
  });

  it("knows a header with numbers and examples in it, and the same again further down", async () => {
    const header = "1.会社名|2.電話番号（例：03-1234-5678）|3.備考";
    const list = table(`
      ${header}
      青木会計|03-5550-0101|要連絡
      ${header}
      木村時計店|03-5550-0102|`);

    expect(await reasonsOf(list)).toEqual(["header", null, "header", null]);
    expect(list.columns.map(({ field }) => field)).toEqual(["company", "phone", "note"]);
  });

  it("reads two lines of headers in two languages, 部門計, 合計額 and remarks in brackets", async () => {
    const list = table(`
      会社|所在地||
      名称|郵便番号 / Postal Code|住所／Street Address|売上
      青木会計|100-0005|東京都千代田区丸の内1-1|1,000
      部門計|||1,000
      合 計 額|||1,000
      備考）税抜|||
      （以上）|||`);

    expect(await reasonsOf(list)).toEqual(["header", "header", null, "total", "total", "note", "note"]);
  });

  it("reads labels under groups of one column, and the same header in one line further down", async () => {
    const list = table(`
      得意先名|担当者|売上高|連絡先|手数料率
      |【ご担当者】||【TEL (代表)】|
      青木会計|青木 一郎|1,000|03-5550-0101|2%
      得意先名|【ご担当者】|売上高|【TEL (代表)】|手数料率
      木村時計店|木村 花子|2,000|03-5550-0102|3%`);

    expect(await reasonsOf(list)).toEqual(["header", "header", null, "header", null]);
    expect(list.columns.map(({ field }) => field)).toEqual(["company", "person", "amount", "phone", null]);
  });

  it("takes 都道府県_1 for a label and no address", async () => {
    const list = table(`
      会社名|都道府県_1|市区町村_1|町名番地
      青木会計|東京都|千代田区|丸の内1-1`);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "prefecture", "city", "street"]);
  });

  it("takes sums of places, 以上 between marks and その他 behind a letter for no customers", async () => {
    const list = table(`
      得意先名|TEL|売上高
      青木会計|03-5550-0101|1,000
      東京計||1,000
      件数計|1件|
      C.その他||
      ― 中部 ―||
      ＜備考＞ 随時更新||
      福岡時計|03-5550-0102|2,000
      ～以上～||`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      null,
      "total",
      "total",
      "section",
      "section",
      "note",
      null,
      "note",
    ]);
  });

  it("keeps people who are called like a prefecture", async () => {
    const list = table(`
      氏名|電話番号|備考
      宮崎 浩||
      佐藤 一郎|03-5550-0101|
      千葉||
      千葉 修||`);

    expect(await reasonsOf(list)).toEqual(["header", null, null, "section", null]);
  });

  it("takes ご担当者 far down a list of two columns for no header", async () => {
    const list = table(`
      ㈱青木会計|青木 一郎
      (有)木村時計店|木村 花子
      土屋製作所|ご担当者
      佐伯紙業株式会社|佐伯 実`);

    expect(await reasonsOf(list)).toEqual([null, null, null, null]);
    expect(list.headerRow).toBeNull();
  });

  it("takes the name of an office that stands alone for a heading", async () => {
    const list = table(`
      得意先名|TEL|売上高
      名古屋支店||
      青木会計|03-5550-0101|1,000
      本社||
      ━━ 関西 ━━||
      株式会社本社||
      木村時計店|03-5550-0102|2,000`);

    expect(await reasonsOf(list)).toEqual(["header", "section", null, "section", "section", null, null]);
  });

  it("leaves a person without a company alone where few 営業所 of ours fill every row", async () => {
    const list = table(`
      会社名|担当者名|TEL|営業所
      ${Array.from({ length: 14 }, (_, n) => `${n === 7 ? "" : `株式会社見本${n}`}|佐藤 ${"一二三四五六七八九十百千万億"[n]}郎|03-5550-01${10 + n}|${n % 2 ? "大阪" : "東京"}`).join("\n")}`);
    const rows = await allRows(list);

    expect(rows[8]).toMatchObject({ company: null, persons: [{ name: "佐藤 八郎" }] });
  });

  it("takes headings and remarks between marks for what they are", async () => {
    const list = table(`
      得意先名|TEL|売上高
      〇法人|||
      青木会計|03-5550-0101|1,000
      ＊＊ 大阪支店管轄 ＊＊||
      木村時計店|03-5550-0102|2,000
      ・・・休眠先・・・||
      東工業|03-5550-0105|2,000
      （東日本）||
      北工業|03-5550-0107|2,000
      2024年4月～||
      南工業|03-5550-0106|2,000
      2. 個人||
      森商店|03-5550-0103|2,000
      １．製造業||
      西商店|03-5550-0108|2,000
      （次頁に続く）||
      *** END OF LIST ***||
      得意先一覧表||
      林商店|03-5550-0104|2,000
      承認：部長　確認：課長||
      配布先：各支店長||
      ----- 以下余白 -----||
      以　上||
      ～以下余白～||`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "note",
      "note",
      "title",
      null,
      "note",
      "note",
      "note",
      "note",
      "note",
    ]);
  });

  it("takes a phone alone in its column for a row without a name, not for a remark", async () => {
    const list = table(`
      得意先名|住所|TEL
      青木会計|東京都港区芝1-1|03-5550-0101
      ||03-5550-0102 / 090-1111-2222
      |東京都港区芝公園一丁目二番三号 芝公園ビルディング4階|
      |札幌市中央区北一条西9丁目27-4 丸の内センタービルディング12階|
      （了）||`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      null,
      "no_identity",
      "no_identity",
      "no_identity",
      "note",
    ]);
  });

  it("reads the rest of a few labels on a line of its own", () => {
    const list = table(`
      会社名|担当者|取引開始|売上|備考
      ||年月日|（千円）|
      あおば商事|山田太郎|2020/1/1|100|
      しらかば工業|佐藤花子|2020/1/2|200|`);

    expect(list.columns.map(({ field }) => field)).toEqual(["company", "person", "date", "amount", "note"]);
    expect(list.columns[3]!.unit).toBe("千円");
  });

  it("takes a numbered heading right below a header of two lines for a section", async () => {
    const list = table(`
      会社名|担当者|取引開始|売上
      ||年月日|（千円）
      1. 法人|||
      あおば商事|山田太郎|2020/1/1|100
      しらかば工業|佐藤花子|2020/1/2|200`);

    expect(await reasonsOf(list)).toEqual(["header", "header", "section", null, null]);
  });

  it("takes オーナー様 and 保護者様 for words of a header", async () => {
    const list = table(`
      会社名|入金予定|オーナー様|保護者様
      あおば商事|2022/9/14|伊藤 花子|加藤 光
      しらかば工業|2021/12/22|加藤 光|伊藤 花子`);

    expect(await reasonsOf(list)).toEqual(["header", null, null]);
  });

  it("takes （同上） for the cell above", async () => {
    const list = table(`
      会社名|住所|電話
      あおば商事|東京都港区芝1-1|03-5550-0101
      しらかば工業|(同上)|03-5550-0102`);

    expect((await allRows(list))[2]).toMatchObject({ prefecture: "東京都", city: "港区" });
  });

  it("takes a column of firms for data, though 電話 is in the name of one", async () => {
    const list = table(`
      株式会社あおば商事
      明和電話工事合資会社
      学校法人みなと学園`);

    expect(list.headerRow).toBeNull();
    expect(await reasonsOf(list)).toEqual([null, null, null]);
  });

  it("reads a header of three lines with a unit in the last", () => {
    const list = table(`
      得意先||連絡先|||取引|
      名称|担当者|電話||メール|開始日|売上
      ||固定|携帯|||（千円）
      あおば商事|山田太郎|03-5550-0101|090-1111-2222|a@example.jp|2020/1/1|100`);

    expect(list.columns.map(({ field }) => field)).toEqual([
      "company",
      "person",
      "phone",
      "mobile",
      "email",
      "date",
      "amount",
    ]);
    expect(list.columns[6]!.unit).toBe("千円");
  });

  it("takes the title of the next page for one, whatever its page number", async () => {
    const list = table(`
      得意先元帳一覧表||1頁
      得意先名|TEL|売上高
      あおば商事|03-5550-0101|1,000
      得意先元帳一覧表||2頁
      得意先名|TEL|売上高
      しらかば工業|03-5550-0102|2,000`);

    expect(await reasonsOf(list)).toEqual(["title", "header", null, "title", "header", null]);
  });

  it("takes numbered and doubly bracketed headings for sections, a place to ask for a note", async () => {
    const list = table(`
      No|得意先名|電話|住所
      １．関東|||
      1|あおば商事|03-5550-0101|東京都港区芝1-1
      ＜＜法人＞＞|||
      2|しらかば工業|03-5550-0102|東京都港区芝1-2
      |2023年度新規||
      3|みなと食品|03-5550-0103|東京都港区芝1-3
      |問い合わせ先：総務部 山田（内線123）||`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      "section",
      null,
      "section",
      null,
      "section",
      null,
      "note",
    ]);
  });

  it("restores phones without a header whose zero a spreadsheet ate", async () => {
    const list = table(`
      あおば商事|355500101|東京都港区芝1-1
      しらかば工業株式会社|665550201|大阪府大阪市北区梅田1-1
      みなと食品㈱|525550301|愛知県名古屋市中区栄1-1
      ㈱北斗電機|115550301|北海道札幌市中央区北一条西1`);

    expect(fieldsOf(list)["#2"]).toBe("phone");
    expect((await allRows(list))[0]!.phones[0]!.e164).toBe("+81355500101");
  });

  it("takes a bracketed place right below the header for a section, not for a line of the header", async () => {
    const list = table(`
      会社名|TEL|売上高
      [首都圏]||
      あおば商事|03-5550-0101|1,000
      しらかば工業|03-5550-0102|2,000`);

    expect(await reasonsOf(list)).toEqual(["header", "section", null, null]);
    expect(list.columns[0]!.column).toBe("会社名");
  });

  it("takes a sum of cells in place of a company for a formula", async () => {
    const list = table(`
      会社名|TEL
      +A1+B1|03-5550-0101
      -B2|03-5550-0102
      あおば商事|03-5550-0103
      しらかば工業|03-5550-0104`);

    expect(await reasonsOf(list)).toEqual(["header", "formula", "formula", null, null]);
  });

  it("finds the header below title rows", async () => {
    const list = table(`
      得意先一覧表|||
      2026年4月1日現在|||営業部
      |||
      得意先名|TEL|住所|備考
      あおば商事|03-5550-0101|東京都港区芝1-1|`);

    expect(list.headerRow).toBe(4);
    expect(await reasonsOf(list)).toEqual(["title", "title", "blank", "header", null]);
  });

  it("reads a list without a header by its contents", async () => {
    const list = table(`
      K001|株式会社あおば商事|03-5550-0101|a@aoba.example.jp|100-0001|東京都千代田区千代田1-1|佐藤
      K002|㈲しらかば工業|06-5550-0201|b@shira.example.jp|530-0001|大阪府大阪市北区梅田1-1|鈴木
      K003|みなと食品㈱|052-555-0301|c@minato.example.jp|460-0001|愛知県名古屋市中区栄1-1|佐藤
      K004|㈱北斗電機|011-555-0301|d@hokuto.example.jp|060-0001|北海道札幌市中央区北一条西1|佐藤`);

    expect(list.headerRow).toBeNull();
    expect(fieldsOf(list)).toEqual({
      "#1": "customerCode",
      "#2": "company",
      "#3": "phone",
      "#4": "email",
      "#5": "postal",
      "#6": "address",
      "#7": "owner",
    });
    expect(await reasonsOf(list)).toEqual([null, null, null, null]);
  });

  it("takes words nobody knows for a header when the cells below are of another kind", () => {
    const list = table(`
      項目A|項目B|項目C
      株式会社あおば|03-5550-0101|a@example.jp
      ㈱しらかば|03-5550-0102|b@example.jp
      ㈲みなと|03-5550-0103|c@example.jp`);

    expect(list.headerRow).toBe(1);
    expect(fieldsOf(list)).toEqual({ 項目A: "company", 項目B: "phone", 項目C: "email" });
  });

  it("joins a header that runs over two lines", async () => {
    const list = table(`
      得意先||連絡先||備考
      コード|名称|TEL|FAX|
      001|あおば商事|03-5550-0101|03-5550-0102|`);

    expect(list.headers).toEqual(["得意先 コード", "得意先 名称", "連絡先 TEL", "連絡先 FAX", "備考"]);
    expect(await reasonsOf(list)).toEqual(["header", "header", null]);
  });

  it("tells headings, remarks, sums and repeated headers from customers", async () => {
    const list = table(`
      得意先コード|得意先名|TEL|売上高
      【東京】|||
      001|あおば商事|03-5550-0101|1,000
      ||小計|1,000
      関西地区|||
      002|合計システム株式会社|06-5550-0201|2,000
      得意先コード|得意先名|TEL|売上高
      003|株式会社関東||3,000
      小計（関西）|||5,000
      |合計||6,000
      全3件|||
      ※社外秘|||
      以上|||
      |||`);

    expect(await reasonsOf(list)).toEqual([
      "header",
      "section",
      null,
      "total",
      "section",
      null,
      "header",
      null,
      "total",
      "total",
      "total",
      "note",
      "note",
      "blank",
    ]);
    expect((await allRows(list))[5]?.section).toBe("関西地区");
  });

  it("keeps a customer of whom nothing but the name is known", async () => {
    const list = table(`
      得意先名|TEL|住所
      あおば商事||
      しらかば工業|03-5550-0101|東京都港区芝1-1
      営業開発|03-5550-0102|`);

    expect(await reasonsOf(list)).toEqual(["header", null, null, null]);
  });

  it("rejects a row with more cells than headers, unless most rows have them", async () => {
    const one = table(`
      会社名|TEL
      あおば商事|03-5550-0101
      しらかば|工業|03-5550-0102
      みなと食品|03-5550-0103
      北斗電機|03-5550-0104`);
    const most = table(`
      会社名|TEL
      あおば商事|03-5550-0101|大口
      しらかば工業|03-5550-0102|
      みなと食品|03-5550-0103|休眠`);

    expect(await reasonsOf(one)).toEqual(["header", null, "column_count", null, null]);
    expect(await reasonsOf(most)).toEqual(["header", null, null, null]);
    expect((await allRows(most))[1]?.extra).toEqual({ "#3": "大口" });
  });

  it("carries 〃 and 同上 down from the record above", async () => {
    const list = table(`
      会社名|営業担当|住所
      あおば商事|佐藤|東京都港区芝1-1
      しらかば工業|〃|同上`);

    expect((await allRows(list))[2]).toMatchObject({ ownerName: "佐藤", city: "港区" });
  });

  it("gives several people of one company the name that is written once", async () => {
    const list = table(`
      会社名|住所|氏名|TEL
      あおば商事|東京都港区芝1-1|山田太郎|03-5550-0101
      ||木村一郎|03-5550-0102
      みなと食品|大阪市北区梅田1-1|中島健|06-5550-0201`);

    expect((await allRows(list)).map((row) => row.company)).toEqual([
      null,
      "あおば商事",
      "あおば商事",
      "みなと食品",
    ]);
  });

  it("leaves private customers without a company alone", async () => {
    const list = table(`
      会社名|住所|氏名|TEL
      あおば商事|東京都港区芝1-1|山田太郎|03-5550-0101
      |千葉県柏市柏1-1|木村一郎|04-5550-0102
      みなと食品|大阪市北区梅田1-1|中島健|06-5550-0201`);

    expect((await allRows(list)).map((row) => row.company)).toEqual([null, "あおば商事", null, "みなと食品"]);
  });

  it("fills down a column that is written once per block", async () => {
    const list = table(`
      担当|得意先名|TEL
      佐藤|あおば商事|03-5550-0101
      |しらかば工業|03-5550-0102
      |みなと食品|03-5550-0103
      鈴木|北斗電機|03-5550-0104
      |三和印刷|03-5550-0105`);

    expect((await allRows(list)).map((row) => row.ownerName)).toEqual([
      null,
      "佐藤",
      "佐藤",
      "佐藤",
      "鈴木",
      "鈴木",
    ]);
  });

  it("takes the unit above the table for amounts", async () => {
    const list = table(`
      得意先別売上（単位：千円）||
      得意先名|TEL|売上高
      あおば商事|03-5550-0101|1,200`);

    expect((await allRows(list))[2]?.amount).toBe(1_200_000);
  });
});
