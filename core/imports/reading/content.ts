import { modernKanji, PREFECTURES } from "../../japanese/index.ts";
import { LONG_SURNAMES, ONE_LETTER_SURNAMES, TWO_LETTER_SURNAMES } from "../../japanese/surnames.ts";
import type { Use } from "./fields.ts";

/** What the cells of one column look like: shares of the filled cells, 0..1. */
export interface ContentReading {
  filled: number;
  /** Filled cells in proportion to all rows looked at. */
  coverage: number;
  /** Different values in proportion to the filled cells. */
  distinct: number;
  longest: number;
  shares: Record<ContentKind, number>;
}

export const CONTENT_KINDS = [
  "email",
  "url",
  "phone",
  "mobile",
  "postal",
  "prefecture",
  "city",
  "address",
  "corporateNumber",
  "invoiceNumber",
  "date",
  "amount",
  "number",
  "serial",
  "company",
  "person",
  "surname",
  "given",
  "honorific",
  "kana",
  "department",
  "title",
  "building",
  "role",
  "code",
  "sentence",
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

const SHORT_PREFECTURES = PREFECTURES.map((name) => (name === "北海道" ? name : name.slice(0, -1))).join("|");
const PREFECTURE = new RegExp(`^(${SHORT_PREFECTURES})(都|道|府|県)?$`);
const PREFECTURE_FIRST = new RegExp(`^(〒?\\d{3}-?\\d{4}\\s*)?(${SHORT_PREFECTURES})(都|道|府|県)?.{2,}`);

const ORG =
  "株式会社|有限会社|合同会社|合資会社|合名会社|法人|組合|㈱|㈲|㈳|㈶|\\(株\\)|\\(有\\)|\\(合\\)|\\(同\\)|（株）|（有）|商事|商店|商会|工業|産業|製作所|建設|工務店|物産|電機|電気|電器|金属|食品|運輸|運送|印刷|病院|医院|クリニック|大学|学園|学校|幼稚園|保育園|事務所|銀行|信用金庫|役所|役場|ホールディングス|カンパニー|コーポレーション|サービス|システム|システムズ|製造|鉄工|硝子|薬局|酒造|農園|農協|協会|財団|センター|研究所|社$|屋$|店$|堂$|舎$|園$|館$|プラント|テック|エンジニアリング";
const ORG_LATIN =
  /\b(inc|corp|co|ltd|llc|llp|gmbh|k\.?k|plc|company|corporation|group|holdings|limited|s\.?a|b\.?v|pty|ag|kg)\b\.?/i;
const ORG_PATTERN = new RegExp(ORG);
const ORG_ALONE = new RegExp(`^(?:${ORG.replaceAll("$", "")})業?$`);
const PHONE =
  /^(tel|℡|電話|代表)?[:.]?(\+?81[- ]?\(?0?\)?|0|\(0)[\d()\-.\s]{7,14}(\(代(表)?\))?([,;/\s]*(内線|内|ext\.?|x|#|～|~).*)?$/i;
const PERSON_SPACED = /^[\p{sc=Han}々ヶ]{1,4}[ ][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,6}$/u;
const PERSON_LATIN = /^[A-Z][a-z'-]+([ ,]+[A-Z][a-z'.-]*){1,2}$/;
/** 鵜殿 is a surname. */
const PERSON_HONORIFIC = /(様|さま|さん|氏|(?<![鵜大真御])殿|先生)$/;
const KANA_ONLY = /^[\p{sc=Katakana}\p{sc=Hiragana}ー・･ 　()()（）.,&'-]+$/u;

const TESTS: Record<
  Exclude<ContentKind, "phone" | "mobile" | "date" | "person" | "code">,
  (text: string) => boolean
> = {
  email: (text) => /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i.test(text),
  url: (text) =>
    /^(https?:\/\/|www\.)/i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(jp|com|net|org)(\/.*)?$/i.test(text),
  postal: (text) => /^〒?\s*\d{3}-\d{4}$/.test(text) || /^〒?\d{7}$/.test(text),
  prefecture: (text) => PREFECTURE.test(text),
  city: (text) => /^[^\d\s]{1,12}(市|区|町|村)$/.test(text),
  address: (text) =>
    PREFECTURE_FIRST.test(text)
      ? /[市区町村郡\d]/.test(text) && !ORG_PATTERN.test(text)
      : /[市区町村].*\d/.test(text) && !ORG_PATTERN.test(text.slice(0, 5)),
  corporateNumber: (text) => /^\d{13}$/.test(text) || /^\d(-?\d{4}){3}$/.test(text),
  invoiceNumber: (text) => /^T-?\d(-?\d{4}){3}$/i.test(text),
  amount: (text) =>
    /^[△▲-]?[¥\\]?\s*[△▲-]?\d{1,3}(,\d{3})+(\.\d+)?\s*円?$/.test(text) ||
    /^[△▲-]?[¥\\]?[\d,.]+\s*(億|千万|百万|万|千)?\d*万?円$/.test(text) ||
    /^\d[\d,.]*\s*(億|万)/.test(text) ||
    /^¥\d/.test(text),
  // Days as Excel counts them, or 990401.
  serial: (text) => /^[1-5]\d{4}(\.\d+)?$|^\d{6}$/.test(text),
  number: (text) => /^[△▲-]?\d+(\.\d+)?$/.test(text),
  // 法人 and 建設 alone are kinds of firms.
  company: (text) =>
    !/^[\d.,]+ ?[a-z]{1,3}$/i.test(text) &&
    (ORG_PATTERN.test(text) || ORG_LATIN.test(text)) &&
    !ORG_ALONE.test(text),
  honorific: (text) => PERSON_HONORIFIC.test(text),
  surname: (text) => {
    const modern = modernKanji(text);
    return ONE_LETTER_SURNAMES.has(modern) || TWO_LETTER_SURNAMES.has(modern) || LONG_SURNAMES.has(modern);
  },
  given: (text) =>
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]{1,4}$/u.test(text) &&
    !/[都道府県市区町村部課]$/.test(text),
  kana: (text) => KANA_ONLY.test(text),
  department: (text) =>
    /(部|課|係|室|グループ|チーム|本部|事業部|局|division|dept|department)$/i.test(text) && text.length <= 20,
  title: (text) =>
    /^(代表取締役|取締役|専務|常務|社長|会長|部長|次長|課長|係長|主任|店長|所長|支店長|工場長|室長|院長|理事長?|マネージャー|リーダー|担当|主査|参事|執行役員|代表|本部長|グループ長|チーフ|manager|director|president|ceo|owner)/i.test(
      text,
    ) || /(部長|課長|係長|社長|主任|次長|店長|所長|取締役|役員|室長|長代理|補佐|代理)$/.test(text),
  building: (text) =>
    /(ビル|階|号室|マンション|ハイツ|コーポ|タワー|荘|棟|(?<![A-Za-z\d])B?\d{1,2}[fF](?![A-Za-z\d])|館|プラザ|センター|ヒルズ)/.test(
      text,
    ) && !/[市区町村郡]/.test(text),
  role: (text) =>
    /(得意先|仕入先|納入先|納品先|請求先|見込|取引停止|休眠|既存|新規)/.test(text) && text.length <= 20,
  sentence: (text) => text.length > 14 || /[。、]|です|ます/.test(text),
};

/** Looks at one column of the sample; `cells` are the cells of the data rows, blank ones included. */
export function readContent(cells: readonly string[]): ContentReading {
  const shares = Object.fromEntries(CONTENT_KINDS.map((kind) => [kind, 0])) as Record<ContentKind, number>;
  const seen = new Set<string>();
  let filled = 0;
  let longest = 0;
  for (const cell of cells) {
    const text = foldCell(cell);
    if (text === "" || /^[-ー―‐〃"同上なし無不明]+$/.test(text)) continue;
    filled++;
    seen.add(text);
    longest = Math.max(longest, text.length);
    for (const kind of kindsOf(text)) shares[kind]++;
  }
  for (const kind of CONTENT_KINDS) shares[kind] = filled ? shares[kind] / filled : 0;
  return {
    filled,
    coverage: cells.length ? filled / cells.length : 0,
    distinct: filled ? seen.size / filled : 0,
    longest,
    shares,
  };
}

/** Every kind of value that one cell could be. */
export function kindsOf(text: string): ContentKind[] {
  const kinds: ContentKind[] = [];
  for (const [kind, test] of Object.entries(TESTS)) if (test(text)) kinds.push(kind as ContentKind);
  // A mobile whose zero a spreadsheet ate.
  if (/^[789]0\d{8}$/.test(text)) kinds.push("phone", "mobile");
  if (looksLikePhone(text)) {
    kinds.push("phone");
    if (/^(\+?81[- ]?|0)[789]0/.test(text)) kinds.push("mobile");
  }
  if (looksLikeDate(text)) kinds.push("date");
  if (looksLikePerson(text)) kinds.push("person");
  if (/^[a-z]{0,5}[-_]?\d{1,10}([-_]\d{1,6})?$/i.test(text)) kinds.push("code");
  return kinds;
}

/** Width folded, formula and apostrophe wrapping taken off, white space trimmed to single spaces. */
export function foldCell(cell: string): string {
  return cell
    .normalize("NFKC")
    .replace(/^="(.*)"$/s, "$1")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

export function looksLikePhone(text: string): boolean {
  if (!/\d{2}/.test(text) || text.length > 60) return false;
  const first = text.split(/[/、;\n]| {2,}/)[0]!.trim();
  if (!PHONE.test(first)) return false;
  const digits = first.replace(/(内線|内|ext|x|#).*$/i, "").replace(/\D/g, "");
  return digits.length >= 9 && digits.length <= 13;
}

export function looksLikeDate(text: string): boolean {
  if (/^(19|20)\d{2}[-/.年]\s*\d{1,2}([-/.月]\s*\d{1,2}日?)?/.test(text)) return true;
  if (/^(明治|大正|昭和|平成|令和|[mtshr])\s*\.?(\d{1,2}|元)[-/.年]/i.test(text)) return true;
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text)) return true;
  return /^\d{1,2}\/\d{1,2}(\/\d{1,4})?$/.test(text) || /^\d{1,2}月\d{1,2}日$/.test(text);
}

export function looksLikePerson(text: string): boolean {
  if (ORG_PATTERN.test(text) || text.endsWith("御中")) return false;
  const bare = text
    .replace(PERSON_HONORIFIC, "")
    .replace(/\([^)]*\)/g, "")
    .trim();
  if (bare === "" || bare.length > 20) return false;
  if (bare !== text && bare.length <= 8) return true;
  return PERSON_SPACED.test(bare) || hasSurname(bare) || (PERSON_LATIN.test(bare) && !ORG_LATIN.test(bare));
}

/** The use that contents alone suggest, with its share; null when nothing stands out. */
export function guessUse(content: ContentReading): { use: Use; share: number } | null {
  if (content.filled === 0) return null;
  const { shares } = content;
  const strong: [Use, number][] = [
    ["email", shares.email],
    ["url", shares.url * 0.98],
    ["invoiceNumber", shares.invoiceNumber],
    ["corporateNumber", shares.corporateNumber],
    ["postal", shares.postal],
    ["mobile", shares.mobile > 0.8 ? shares.mobile : 0],
    ["phone", shares.phone * 0.99],
    ["prefecture", shares.prefecture],
    ["address", shares.address],
    ["company", shares.company],
    ["date", shares.date],
    ["amount", shares.amount],
    ["city", shares.city * 0.95],
    ["title", shares.title * 0.95],
    ["department", shares.department * 0.94],
    ["person", shares.person * 0.9],
    ["companyKana", shares.kana * 0.7],
  ];
  let best: { use: Use; share: number } | null = null;
  for (const [use, share] of strong) if (share > (best?.share ?? 0)) best = { use, share };
  return best && best.share >= 0.5 ? best : null;
}

/** A family and a given name with a space between, or a name with 様; firms hardly look so. */
export function looksLikeFullName(text: string): boolean {
  const plain = foldCell(text);
  return looksLikePerson(plain) && (/\S \S/.test(plain) || /様$/.test(plain));
}

/** A name without a space that begins with a common surname. */
function hasSurname(text: string): boolean {
  if (!/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々 ]{1,8}$/u.test(text) || !/^\p{sc=Han}/u.test(text))
    return false;
  const letters = [...modernKanji(text)];
  const front = (length: number) => letters.slice(0, length).join("");
  if (letters.length <= 6 && TWO_LETTER_SURNAMES.has(front(2))) return true;
  if ([3, 4].some((length) => LONG_SURNAMES.has(front(length)))) return true;
  return letters.length <= 3 && ONE_LETTER_SURNAMES.has(front(1));
}
