import type { Field } from "../../../core/imports/reading/index.ts";
import { customer, type GoldRow, type Key, SURNAMES, type Values } from "./made-customer.ts";
import { type Chance, chanceOf } from "./random.ts";

export interface GeneratedList {
  records: string[][];
  gold: GoldRow[];
  columns: { header: string; field: Field | null }[];
}

const HEADERS: Record<Key, { field: Field | null; labels: string[] }> = {
  code: {
    field: "customerCode",
    labels: [
      "得意先コード",
      "得意先CD",
      "顧客コード",
      "取引先コード",
      "顧客No.",
      "得意先ｺｰﾄﾞ",
      "CustomerCode",
    ],
  },
  company: {
    field: "company",
    labels: [
      "会社名",
      "得意先名",
      "取引先名",
      "顧客名",
      "貴社名",
      "Company",
      "得意先\n名称",
      "企業名（正式名称）",
    ],
  },
  companyKana: { field: "companyKana", labels: ["会社名カナ", "得意先フリガナ", "フリガナ", "カナ", "ﾌﾘｶﾞﾅ"] },
  owner: { field: "owner", labels: ["担当", "営業担当", "弊社担当", "担当者", "当社担当者", "担当者名"] },
  person: {
    field: "person",
    labels: ["先方担当", "ご担当者", "氏名", "先方担当者名", "お客様担当者", "Contact Name"],
  },
  department: { field: "department", labels: ["部署", "部署名", "所属", "Department"] },
  title: { field: "title", labels: ["役職", "肩書", "役職名", "Title"] },
  phone: { field: "phone", labels: ["TEL", "電話番号", "電話", "ＴＥＬ", "代表電話", "Phone", "電話\n番号"] },
  fax: { field: "fax", labels: ["FAX", "ＦＡＸ", "ファックス", "FAX番号"] },
  email: { field: "email", labels: ["メール", "E-mail", "メールアドレス", "mail", "Ｅメール"] },
  postal: { field: "postal", labels: ["郵便番号", "〒", "〒番号", "ZIP"] },
  address: { field: "address", labels: ["住所", "所在地", "ご住所", "Address"] },
  prefecture: { field: "prefecture", labels: ["都道府県", "県名", "都道府県名"] },
  city: { field: "city", labels: ["市区町村", "市区郡", "市区町村名"] },
  street: { field: "street", labels: ["番地", "町名・番地", "それ以降の住所"] },
  building: { field: "building", labels: ["建物名", "ビル名", "建物名・階"] },
  date: { field: "date", labels: ["取引開始日", "登録日", "初回取引日", "取引開始年月日"] },
  amount: { field: "amount", labels: ["年間売上", "取引額", "売上高（千円）", "年商（百万円）", "売上金額"] },
  note: { field: "note", labels: ["備考", "メモ", "摘要", "備考欄"] },
  capital: { field: null, labels: ["資本金", "資本金（千円）"] },
};

/**
 * A customer list with the noise of real ones, and what must be read of it. `size` counts customers; blank, title, header,
 * section, total and broken records come on top.
 */
export function generateList(seed: number, size: number): GeneratedList {
  const chance = chanceOf(seed);
  const keys = chooseKeys(chance);
  const columns = keys.map((key) => ({
    key,
    header: chance.pick(HEADERS[key].labels),
    field: HEADERS[key].field,
  }));
  // フリガナ alone stands behind the name that it reads.
  const kana = columns.findIndex((one) => one.key === "companyKana");
  if (kana >= 0 && /^(フリガナ|カナ|ﾌﾘｶﾞﾅ)$/.test(columns[kana]!.header)) {
    const [moved] = columns.splice(kana, 1);
    columns.splice(columns.findIndex((one) => one.key === "company") + 1, 0, moved!);
  }
  const amountUnit = columns.find((one) => one.key === "amount")?.header ?? "";
  const list: GeneratedList = {
    records: [],
    gold: [],
    columns: columns.map(({ header, field }) => ({ header, field })),
  };
  const width = columns.length;
  const put = (cells: string[], gold: Omit<GoldRow, "row">) => {
    list.records.push(cells);
    list.gold.push({ row: list.records.length, ...gold });
  };
  const aside = (reason: string, ...cells: string[]) =>
    put([...cells, ...Array<string>(width).fill("")].slice(0, width), { reason });

  const titled = chance.maybe(0.5);
  if (titled) {
    aside("title", chance.pick(["得意先一覧表", "顧客台帳", "【社外秘】取引先リスト"]));
    if (chance.maybe(0.5))
      aside("title", "", "", chance.pick(["2026年4月1日現在", "出力日：2026/11/01", "営業部"]));
    if (chance.maybe(0.5)) aside("blank");
  }
  const headers = columns.map((one) => one.header);
  put(headers, { reason: "header" });

  const owners = chance.shuffle(SURNAMES).slice(0, 4);
  let last: Values | null = null;
  for (let n = 0; n < size; n++) {
    if (chance.maybe(0.01)) aside("blank");
    if (chance.maybe(0.006)) put(headers, { reason: "header" });
    if (chance.maybe(0.01))
      aside("section", chance.pick(["【関東地区】", "■ 大阪", "＜九州エリア＞", "◆営業一課", "東海地方"]));
    if (chance.maybe(0.008))
      aside("note", chance.pick(["※印は取引停止中です。", "※2026年4月より担当変更", "（注）金額は税抜です"]));
    if (chance.maybe(0.008)) put(totalRow(columns, chance), { reason: "total" });
    const values = customer(chance, owners, amountUnit, n);
    const cells = columns.map((one) => values.cells[one.key] ?? "");
    const has = (key: Key) => columns.some((one) => one.key === key);
    const at = (key: Key) => columns.findIndex((one) => one.key === key);
    const gold: Omit<GoldRow, "row"> = { ...values.gold };
    const above: Values | null = last;
    // 〃 means the row above even where that row could not be taken.
    last = values;
    const broken = chance.next();
    if (broken < 0.006) {
      cells[at("company")] = chance.pick([
        "譬ｪ蠑丈ｼ夂､ｾ逕ｰ荳ｭ",
        "æ ªå¼\u008fä¼\u009aç¤¾",
        "株\ufffd\ufffd会社\ufffd\ufffd",
        "繧ｵ繝ｳ繝励Ν蝠�莠",
      ]);
      put(cells, { reason: "mojibake" });
    } else if (broken < 0.012) {
      cells[at("company")] = chance.pick([
        "=A2&B2",
        '=HYPERLINK("http://example.com","株式会社見本")',
        "=VLOOKUP(A5,Sheet2!A:B,2,0)",
      ]);
      put(cells, { reason: "formula" });
    } else if (broken < 0.018) {
      put([...cells, "余り"], { reason: "column_count" });
      last = above;
    } else if (broken < 0.024) {
      for (const key of ["company", "person", "email"] as const) if (has(key)) cells[at(key)] = "";
      put(cells, { reason: cells.some((cell) => cell !== "") ? "no_identity" : "blank" });
    } else {
      if (has("owner") && above && chance.maybe(0.04)) {
        cells[at("owner")] = chance.pick(["〃", "同上"]);
        gold.owner = above.gold.owner ?? null;
      }
      keepKnown(gold, has);
      put(cells, { ...gold, reason: null });
      last = { cells: values.cells, gold: { ...gold, reason: null } };
    }
  }
  if (chance.maybe(0.5)) put(totalRow(columns, chance), { reason: "total" });
  return list;
}

function chooseKeys(chance: Chance): Key[] {
  const keys: Key[] = ["company", "phone"];
  const often: Key[] = ["code", "companyKana", "owner", "person", "fax", "email", "postal", "date", "note"];
  keys.push(...often.filter(() => chance.maybe(0.75)));
  if (keys.includes("person"))
    keys.push(...(["department", "title"] as Key[]).filter(() => chance.maybe(0.5)));
  keys.push(...(["amount", "capital"] as Key[]).filter(() => chance.maybe(0.5)));
  if (chance.maybe(0.3)) keys.push("prefecture", "city", "street", "building");
  else keys.push("address");
  if (chance.maybe(0.3)) return chance.shuffle(keys);
  const order = Object.keys(HEADERS);
  return keys.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function keepKnown(gold: Omit<GoldRow, "row">, has: (key: Key) => boolean): void {
  const address = has("address") || has("prefecture");
  if (!has("companyKana")) gold.companyKana = null;
  if (!has("person")) gold.person = null;
  if (!has("email")) gold.email = null;
  if (!has("fax")) gold.fax = null;
  if (!has("postal")) gold.postal = null;
  if (!address) Object.assign(gold, { prefecture: null, city: null });
  if (!has("date")) gold.date = null;
  if (!has("amount")) gold.amount = null;
  if (!has("owner")) gold.owner = null;
  if (!has("code")) gold.code = null;
}

function totalRow(columns: readonly { key: Key }[], chance: Chance): string[] {
  const label = chance.pick(["合計", "小計", "総合計", "【小計】", "関東 計", "合計 120件"]);
  const at = chance.maybe(0.5) ? 0 : columns.findIndex((one) => one.key === "company");
  return columns.map((one, index) => (index === at ? label : one.key === "amount" ? "12,345,678" : ""));
}

/** The records as delimited text, quoted where they must be. */
export function toDelimited(
  records: readonly (readonly string[])[],
  delimiter = ",",
  lineEnd = "\r\n",
): string {
  const quote = (cell: string) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return records.map((cells) => cells.map(quote).join(delimiter) + lineEnd).join("");
}
