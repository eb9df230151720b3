import type { Field } from "../../../core/imports/reading/index.ts";
import { type Chance, chanceOf } from "./random.ts";

/** What a record must be read as; made beside the noise and never by the reader. */
export interface GoldRow {
  row: number;
  reason: string | null;
  company?: string | null;
  companyKana?: string | null;
  person?: string | null;
  email?: string | null;
  phone?: string | null;
  ext?: string | null;
  fax?: string | null;
  postal?: string | null;
  prefecture?: string | null;
  city?: string | null;
  date?: string | null;
  amount?: number | null;
  owner?: string | null;
  code?: string | null;
}

export interface GeneratedList {
  records: string[][];
  gold: GoldRow[];
  columns: { header: string; field: Field | null }[];
}

type Key =
  | "code"
  | "company"
  | "companyKana"
  | "owner"
  | "person"
  | "department"
  | "title"
  | "phone"
  | "fax"
  | "email"
  | "postal"
  | "address"
  | "prefecture"
  | "city"
  | "street"
  | "building"
  | "date"
  | "amount"
  | "note"
  | "capital";

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

const STEMS = [
  "青葉",
  "白樺",
  "みどり",
  "丸八",
  "三和",
  "北斗",
  "光陽",
  "若葉",
  "富士見",
  "桜木",
  "大宝",
  "東海",
  "朝日",
  "港南",
  "髙砂",
  "渡邉",
  "﨑本",
  "日の出",
  "アルファ",
  "サンライト",
  "オリオン",
  "テクノ",
  "ヒカリ",
  "中央",
  "第一",
  "山手",
  "栄光",
  "双葉",
  "共栄",
  "大和",
];
const KINDS = [
  "商事",
  "工業",
  "製作所",
  "電機",
  "物産",
  "建設",
  "食品",
  "印刷",
  "運輸",
  "金属",
  "薬品",
  "硝子",
  "システム",
  "プラント",
  "サービス",
];
const SURNAMES = [
  "佐藤",
  "鈴木",
  "田中",
  "高橋",
  "伊藤",
  "山本",
  "渡辺",
  "中村",
  "小林",
  "加藤",
  "吉田",
  "山田",
  "佐々木",
  "山口",
  "松本",
  "井上",
  "木村",
  "清水",
  "林",
  "斎藤",
  "長谷川",
  "森",
];
const GIVEN = [
  "太郎",
  "花子",
  "健一",
  "美咲",
  "誠",
  "直子",
  "一郎",
  "恵",
  "隆",
  "由美",
  "翔",
  "さくら",
  "剛",
  "智子",
  "健太",
  "陽子",
];
const PLACES: [string, string, string, string][] = [
  ["東京都", "千代田区", "100", "丸の内"],
  ["大阪府", "大阪市北区", "530", "梅田"],
  ["愛知県", "名古屋市中区", "460", "栄"],
  ["北海道", "札幌市中央区", "060", "北一条西"],
  ["福岡県", "福岡市博多区", "812", "博多駅前"],
  ["神奈川県", "横浜市西区", "220", "高島"],
  ["広島県", "廿日市市", "738", "下平良"],
  ["三重県", "四日市市", "510", "諏訪町"],
];
const AREAS = ["03", "06", "052", "011", "092", "045"];

interface Values {
  cells: Partial<Record<Key, string>>;
  gold: Omit<GoldRow, "row">;
}

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

const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

function customer(chance: Chance, owners: readonly string[], amountHeader: string, n: number): Values {
  const stem = `${chance.pick(STEMS)}${chance.pick(KINDS)}`;
  const company = chance.pick([
    `株式会社${stem}`,
    `${stem}株式会社`,
    `㈱${stem}`,
    `(有)${stem}`,
    `${stem}㈱`,
    stem,
    `医療法人${stem}会`,
    `株式会社　${stem}`,
  ]);
  const family = chance.pick(SURNAMES);
  const given = chance.pick(GIVEN);
  const person = `${family} ${given}`;
  const nobody = chance.maybe(0.04);
  const [prefecture, city, area, town] = chance.pick(PLACES);
  const postal = `${area}-${String(chance.below(9000) + 1).padStart(4, "0")}`;
  const street = `${town}${1 + chance.below(5)}-${1 + chance.below(20)}-${1 + chance.below(30)}`;
  const building = chance.maybe(0.3)
    ? `${chance.pick(["第一", "中央", "青葉"])}ビル${1 + chance.below(9)}F`
    : "";
  const phone = phoneOf(chance);
  const fax = phoneOf(chance);
  const day = { year: 1990 + chance.below(36), month: 1 + chance.below(12), date: 1 + chance.below(28) };
  const date = dateOf(chance, day);
  const money = amountOf(chance, amountHeader);
  const noPhone = chance.maybe(0.1);
  const email = `user${n}@example${chance.below(40)}.co.jp`;
  const typedEmail = chance.pick([
    email,
    email,
    email.toUpperCase(),
    wide(email),
    ` ${email} `,
    `${person} <${email}>`,
  ]);
  const ext = chance.maybe(0.1) ? String(100 + chance.below(900)) : null;
  const typedPhone = phone.typed + (ext ? chance.pick([` 内線${ext}`, `(内線 ${ext})`, ` ext.${ext}`]) : "");
  const owner = chance.pick(owners);
  const code = chance.pick([`K${1000 + n}`, `${1000 + n}`]);
  return {
    cells: {
      code,
      company: company + chance.pick(["", "", "", " ", "　"]),
      companyKana: "アオバショウジ",
      owner,
      person: nobody
        ? "ご担当者様"
        : chance.pick([person, `${family}　${given}`, `${person}様`, `${person} 様`, `${person} 部長`]),
      department: chance.pick(["営業部", "購買部", "総務課", "資材部"]),
      title: chance.pick(["部長", "課長", "主任", ""]),
      phone: noPhone ? chance.pick(["", "-", "なし"]) : typedPhone,
      fax: fax.typed,
      email: typedEmail,
      postal: chance.pick([
        postal,
        postal.replace("-", ""),
        `〒${postal}`,
        wide(postal),
        String(Number(postal.replace("-", ""))),
      ]),
      address:
        chance.pick([
          `${prefecture}${city}${street}`,
          `${prefecture}${city}${wide(street)}`,
          `${prefecture} ${city} ${street}`,
        ]) + (building && `　${building}`),
      prefecture,
      city,
      street,
      building,
      date: date.typed,
      amount: money.typed,
      note: chance.pick(["", "毎月20日締め", "要請求書", "取引条件\n確認中", "=1+1"]),
      capital: `${1 + chance.below(90)},000`,
    },
    gold: {
      reason: null,
      company,
      companyKana: "アオバショウジ",
      person: nobody ? null : person,
      email,
      phone: noPhone ? null : phone.e164,
      ext: noPhone ? null : ext,
      fax: fax.e164,
      postal,
      prefecture,
      city,
      date: date.day,
      amount: money.yen,
      owner,
      code,
    },
  };
}

function phoneOf(chance: Chance): { typed: string; e164: string } {
  const area = chance.pick(AREAS);
  const rest =
    area.length === 2
      ? [`${1000 + chance.below(9000)}`, `${1000 + chance.below(9000)}`]
      : [`${200 + chance.below(700)}`, `${1000 + chance.below(9000)}`];
  const [exchange, line] = rest as [string, string];
  const dashed = `${area}-${exchange}-${line}`;
  const digits = dashed.replaceAll("-", "");
  const typed = chance.pick([
    dashed,
    dashed,
    wide(dashed),
    `${area}(${exchange})${line}`,
    digits,
    digits.slice(1),
    `="${dashed}"`,
    `+81-${area.slice(1)}-${exchange}-${line}`,
    `${dashed}（代）`,
    `TEL ${dashed}`,
    dashed.replaceAll("-", "‐"),
  ]);
  return { typed, e164: `+81${digits.slice(1)}` };
}

function dateOf(
  chance: Chance,
  { year, month, date }: { year: number; month: number; date: number },
): { typed: string; day: string | null } {
  const two = (n: number) => String(n).padStart(2, "0");
  const iso = `${year}-${two(month)}-${two(date)}`;
  if (chance.maybe(0.03))
    return { typed: chance.pick(["2019/2/30", "令和3年13月1日", "2021-11-31", "平成40年1月1日"]), day: null };
  if (chance.maybe(0.05)) return { typed: "", day: null };
  const serial = Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86_400_000);
  const era =
    year > 2019 || (year === 2019 && month >= 5)
      ? (["令和", "R", 2018] as const)
      : (["平成", "H", 1988] as const);
  const count = year - era[2];
  const typed = chance.pick([
    iso,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    `${era[0]}${count === 1 ? "元" : count}年${month}月${date}日`,
    `${era[1]}${count}.${month}.${date}`,
    `${year}${two(month)}${two(date)}`,
    String(serial),
    wide(`${year}/${month}/${date}`),
  ]);
  return { typed, day: iso };
}

function amountOf(chance: Chance, header: string): { typed: string; yen: number | null } {
  if (chance.maybe(0.08)) return { typed: chance.pick(["", "-", "－"]), yen: null };
  const figure = 1 + chance.below(99_999);
  const unit = header.includes("千円") ? 1000 : header.includes("百万円") ? 1_000_000 : 1;
  const grouped = figure.toLocaleString("en-US");
  const [typed, yen] = chance.pick<[string, number]>([
    [grouped, figure * unit],
    [String(figure), figure * unit],
    [wide(grouped), figure * unit],
    [`${grouped}円`, figure],
    [`¥${grouped}`, figure * unit],
    [`△${grouped}`, -figure * unit],
    [`${figure}万円`, figure * 10_000],
  ]);
  return { typed, yen };
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
