import type { Chance } from "./random.ts";

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

export type Key =
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

/** The cells of one customer with their noise, and what they say. */
export interface Values {
  cells: Partial<Record<Key, string>>;
  gold: Omit<GoldRow, "row">;
}

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
export const SURNAMES = [
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

const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** Makes one customer. `amountHeader` may carry a unit. */
export function customer(chance: Chance, owners: readonly string[], amountHeader: string, n: number): Values {
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
