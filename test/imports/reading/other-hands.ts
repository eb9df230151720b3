import type { Field } from "../../../core/imports/reading/index.ts";
import { amount, company, date, email, mobile, person, phone, place } from "./other-values.ts";
import { type Chance, chanceOf } from "./random.ts";

/** What one record must be read as. */
export interface OtherGold {
  reason: string | null;
  company?: string | null;
  person?: string[];
  email?: string | null;
  phone?: string | null;
  ext?: string | null;
  postal?: string | null;
  prefecture?: string | null;
  city?: string | null;
  date?: string | null;
  amount?: number | null;
  owner?: string | null;
}

export interface OtherList {
  records: string[][];
  gold: OtherGold[];
  columns: { header: string; field: Field | null }[];
}

type Column = { key: string; header: string; group: string; field: Field | null };

const LABELS: Record<string, { field: Field | null; group: string; labels: string[] }> = {
  no: { field: null, group: "", labels: ["No.", "№", "連番", "#"] },
  code: {
    field: "customerCode",
    group: "取引先",
    labels: ["得意先コード", "取引先No", "顧客番号", "お客様番号", "customer_id"],
  },
  company: {
    field: "company",
    group: "取引先",
    labels: [
      "御社名",
      "貴社名",
      "会社・団体名",
      "取引先",
      "法人名",
      "会社名（正式）",
      "納入先名",
      "Company Name",
      "企業・団体名称",
      "お得意様名",
    ],
  },
  person: {
    field: "person",
    group: "先方連絡先",
    labels: [
      "お名前(漢字)",
      "ご担当者名",
      "氏名（漢字）",
      "先方ご担当",
      "窓口ご担当者",
      "Contact",
      "contact_name",
    ],
  },
  lastName: { field: "lastName", group: "先方連絡先", labels: ["姓", "姓（漢字）", "Last Name", "担当者姓"] },
  firstName: {
    field: "firstName",
    group: "先方連絡先",
    labels: ["名", "名（漢字）", "First Name", "担当者名（名）"],
  },
  department: { field: "department", group: "先方連絡先", labels: ["部署名", "ご所属", "部署・課"] },
  title: { field: "title", group: "先方連絡先", labels: ["ご役職", "役職名", "Job Title"] },
  phone: {
    field: "phone",
    group: "先方連絡先",
    labels: [
      "TEL1",
      "ご連絡先",
      "電話番号１",
      "Tel No.",
      "連絡先電話番号",
      "代表TEL",
      "phone_number",
      "お電話番号",
    ],
  },
  mobile: { field: "mobile", group: "先方連絡先", labels: ["携帯", "携帯TEL", "携帯番号", "Mobile No."] },
  fax: { field: "fax", group: "先方連絡先", labels: ["FAX番号", "Fax No.", "ＦＡＸ１", "ファクス"] },
  email: {
    field: "email",
    group: "先方連絡先",
    labels: ["e-mailアドレス", "E-Mail", "メルアド", "mail address", "メールアドレス１"],
  },
  postal: { field: "postal", group: "所在地", labels: ["〒", "郵便番号（〒）", "Zip Code", "郵便No"] },
  address: {
    field: "address",
    group: "所在地",
    labels: ["住所１", "会社所在地", "ご住所", "住所（都道府県から）", "address_1"],
  },
  building: { field: "building", group: "所在地", labels: ["住所２", "建物名等", "ビル・マンション名"] },
  prefecture: { field: "prefecture", group: "所在地", labels: ["都道府県", "県", "Prefecture"] },
  city: { field: "city", group: "所在地", labels: ["市区町村", "市郡区", "City"] },
  street: { field: "street", group: "所在地", labels: ["町名番地", "番地以降", "以降の住所"] },
  date: {
    field: "date",
    group: "取引",
    labels: ["初取引", "取引開始", "お取引開始日", "登録年月日", "初回取引年月日"],
  },
  amount: {
    field: "amount",
    group: "取引",
    labels: ["年間取引額(千円)", "取引高（百万円）", "年間お取引額", "売上実績", "年商（万円）"],
  },
  owner: { field: "owner", group: "自社", labels: ["当社担当", "担当営業", "営業担当者名", "弊社営業"] },
  founded: { field: null, group: "その他", labels: ["設立", "設立年月日", "創業"] },
  credit: { field: null, group: "その他", labels: ["与信限度", "与信限度額", "資本金（万円）"] },
  rank: { field: null, group: "その他", labels: ["ランク", "業種", "締日"] },
  note: { field: "note", group: "その他", labels: ["備考１", "メモ欄", "特記事項", "Remarks"] },
};

/** A list by other hands than `generateList`: other words, shapes and slips; gold is made beside it. `size` counts customers. */
export function otherList(seed: number, size: number): OtherList {
  const chance = chanceOf(seed * 7919 + 17);
  const headed = !chance.maybe(0.12);
  // Without a header nobody can tell two dates or two figures apart.
  const columns = chooseColumns(chance, headed).filter(
    (one) => headed || !["founded", "credit", "rank", "note", "amount", "building", "fax"].includes(one.key),
  );
  const unit = unitOf(columns.find((one) => one.key === "amount")?.header ?? "");
  const width = columns.length;
  const list: OtherList = { records: [], gold: [], columns: [] };
  const put = (cells: string[], gold: OtherGold) => {
    list.records.push(cells);
    list.gold.push(gold);
  };
  const alone = (reason: string, at: number, text: string) =>
    put(
      Array.from({ length: width }, (_, index) => (index === at ? text : "")),
      { reason },
    );
  const grouped = headed && width >= 8 && chance.maybe(0.25);
  if (headed && chance.maybe(0.5)) {
    alone(
      "title",
      0,
      chance.pick(["２０２６年度　お取引先様一覧", "Customer List", "得意先マスタ（関東支店）"]),
    );
    if (chance.maybe(0.6))
      alone("title", width - 1, chance.pick(["2026/10/31現在", "作成：総務部", "印刷日 R8.11.1"]));
    if (chance.maybe(0.4)) alone("blank", 0, "");
  }
  const headers = columns.map((one) => one.header);
  if (grouped) {
    put(
      columns.map((one, index) => (columns[index - 1]?.group === one.group ? "" : one.group)),
      { reason: "header" },
    );
  }
  if (headed) put(headers, { reason: "header" });
  list.columns = columns.map(({ header, field }) => ({ header: headed ? header : "", field }));
  const owners = ["篠原", "大井 誠", "柏木", "N.Kato"].slice(0, 2 + chance.below(3));
  const every = headed && chance.maybe(0.3) ? 20 + chance.below(20) : 0;
  for (let n = 0; n < size; n++) {
    if (every > 0 && n > 0 && n % every === 0) put(headers, { reason: "header" });
    if (chance.maybe(0.01))
      alone("section", 0, chance.pick(["◆関西エリア", "【法人】", "■新規開拓先", "< 官公庁 >", "か行"]));
    if (chance.maybe(0.01)) alone("blank", 0, chance.pick(["", "　", " "]));
    if (chance.maybe(0.01)) put(totalOf(columns, chance), { reason: "total" });
    const made = customer(columns, chance, owners, unit, n);
    put(...slip(made.cells, made.gold, columns, chance));
  }
  if (chance.maybe(0.5)) put(totalOf(columns, chance), { reason: "total" });
  if (headed && chance.maybe(0.4))
    alone(
      "note",
      0,
      chance.pick(["※金額は税抜です。", "（注）取引停止先を含みます", "以上", "※ 与信は毎年4月に見直し"]),
    );
  return list;
}

function unitOf(header: string): number {
  return header.includes("千円")
    ? 1_000
    : header.includes("百万円")
      ? 1_000_000
      : header.includes("万円")
        ? 10_000
        : 1;
}

function chooseColumns(chance: Chance, headed: boolean): Column[] {
  const keys = ["company", "phone"];
  for (const key of [
    "no",
    "code",
    "fax",
    "email",
    "postal",
    "date",
    "amount",
    "owner",
    "mobile",
    "founded",
    "credit",
    "rank",
    "note",
  ])
    if (chance.maybe(0.55)) keys.push(key);
  keys.push(...chance.pick([["person"], ["person", "department", "title"], ["lastName", "firstName"], []]));
  keys.push(
    ...chance.pick([["address"], ["address", "building"], ["prefecture", "city", "street", "building"]]),
  );
  const order = Object.keys(LABELS);
  const sorted =
    headed && chance.maybe(0.35)
      ? chance.shuffle(keys)
      : keys.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return sorted.map((key) => {
    const { field, group, labels } = LABELS[key]!;
    return { key, field, group, header: chance.pick(labels) };
  });
}

function customer(columns: readonly Column[], chance: Chance, owners: string[], unit: number, n: number) {
  const has = (key: string) => columns.some((one) => one.key === key);
  const firm = company(chance);
  const who = person(chance);
  const tel = phone(chance);
  const cell = mobile(chance);
  const where = place(chance);
  const mail = email(chance, n);
  const began = date(chance);
  const money = amount(chance, unit);
  const owner = chance.pick(owners);
  const cells: Record<string, string> = {
    no: String(n + 1),
    code: `A${1000 + n}`,
    company: firm.typed,
    person: who.typed,
    lastName: who.family,
    firstName: who.given,
    department: chance.pick(["総務部", "購買課", "", "第一営業部"]),
    title: chance.pick(["部長", "", "係長"]),
    phone: tel.typed,
    mobile: cell.typed,
    fax: `0${3 + chance.below(4)}-${2000 + chance.below(7000)}-${1000 + chance.below(9000)}`,
    email: mail.typed,
    postal: where.typedPostal,
    address: has("building") ? where.address : `${where.address}${where.building && ` ${where.building}`}`,
    building: where.building,
    prefecture: where.prefecture,
    city: where.city,
    street: `${where.town}${where.block}`,
    date: began.typed,
    amount: money.typed,
    owner,
    founded: `${1950 + chance.below(60)}年${1 + chance.below(12)}月`,
    credit: `${1 + chance.below(50)}00`,
    rank: chance.pick(["A", "B", "C"]),
    note: chance.pick(["", "要折返し", "毎月末締\n翌月末払い", "紹介：山下様"]),
  };
  const people = has("person") ? who.gold : has("lastName") ? [`${who.family} ${who.given}`] : [];
  const gold: OtherGold = {
    reason: null,
    company: firm.gold,
    person: people,
    email: has("email") ? mail.gold : null,
    phone: tel.gold.phone?.match(/^\+81[789]0/)
      ? tel.gold.phone
      : (tel.gold.phone ?? (has("mobile") ? cell.gold : null)),
    ext: tel.gold.ext,
    postal: has("postal") ? where.postal : null,
    prefecture: where.prefecture,
    city: where.city,
    date: has("date") ? began.gold : null,
    amount: has("amount") ? money.gold : null,
    owner: has("owner") ? owner : null,
  };
  return { cells: columns.map((one) => cells[one.key]!), gold };
}

/** What goes wrong with single rows. */
function slip(
  cells: string[],
  gold: OtherGold,
  columns: readonly Column[],
  chance: Chance,
): [cells: string[], gold: OtherGold] {
  const at = (key: string) => columns.findIndex((one) => one.key === key);
  const roll = chance.next();
  if (roll < 0.006) {
    cells[at("company")] = chance.pick(["=B2&C2", "=CONCATENATE(A1,B1)", "+VLOOKUP(A1,B:C,2)"]);
    return [cells, { reason: "formula" }];
  }
  if (roll < 0.012) {
    cells[at("company")] = chance.pick([
      "\ufffd\ufffd\ufffd田\ufffd",
      "æ\u0097\u00a5æ\u009c\u00ac",
      "荳我ｺ募膚莠区ｪ蠑丈ｼ夂､ｾ",
      "????????",
    ]);
    return [cells, { reason: "mojibake" }];
  }
  if (roll < 0.018) return [[...cells, "ズレ", "1"], { reason: "column_count" }];
  if (roll < 0.024) {
    for (const key of ["company", "person", "lastName", "firstName", "email"])
      if (at(key) >= 0) cells[at(key)] = "";
    return [cells, { reason: "no_identity" }];
  }
  return [cells, gold];
}

function totalOf(columns: readonly Column[], chance: Chance): string[] {
  const label = chance.pick(["合計", "小　計", "【合計】", "総合計", "計 35件", "全128件"]);
  const place = chance.maybe(0.6) ? 0 : columns.findIndex((one) => one.key === "company");
  return columns.map((one, index) => (index === place ? label : one.key === "amount" ? "¥9,876,543" : ""));
}
