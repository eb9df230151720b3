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
  "company",
  "person",
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

const PREFECTURES =
  "北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄";

const SURNAMES =
  "佐藤|鈴木|高橋|髙橋|田中|伊藤|渡辺|渡邊|渡邉|渡部|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|斉藤|齋藤|齊藤|清水|山崎|山﨑|森|池田|橋本|阿部|石川|山下|中島|中嶋|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|藤原|金子|岡本|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|原|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|工藤|谷口|今井|高田|丸山|増田|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|菊地|菊池|市川|杉本|古川|大西|島田|水野|桜井|高野|渋谷|吉川|山内|西田|飯田|菊池|西川|小松|北村|安田|五十嵐|川口|平田|関|中田|久保田|服部|東|岩田|土屋|川崎|福島|本田|辻|樋口|秋山|田口|永井|中西|吉村|川上|石原|大橋|松岡|馬場|浜田|濱田|森本|星野|矢野|浅野|松下|大久保|吉岡|小池|野田|荒井|大谷|松浦|熊谷|黒田|永田|堀|川村|尾崎|望月|松村|田辺|荒木|大島|早川|片山|岩本|小澤|小沢|福井|大石|成田|富田|鎌田|内藤|植田|須藤|関口|堀内|星|萩原|森下|奥村|中井|平井|岸本|松原|白石|三宅|榎本|西山|足立|本間|篠原|岡崎|村井|沢田|澤田|坂口|栗原|伊東|神田|児玉|根本|津田|須田|上原|宮田|土井|黒木|小倉";

const ORG =
  "株式会社|有限会社|合同会社|合資会社|合名会社|法人|組合|㈱|㈲|㈳|㈶|\\(株\\)|\\(有\\)|\\(合\\)|\\(同\\)|（株）|（有）|商事|商店|商会|工業|産業|製作所|建設|工務店|物産|電機|電気|電器|金属|食品|運輸|運送|印刷|病院|医院|クリニック|大学|学園|学校|幼稚園|保育園|事務所|銀行|信用金庫|役所|役場|ホールディングス|カンパニー|コーポレーション|サービス|システム|システムズ|製造|鉄工|硝子|薬局|酒造|農園|農協|協会|財団|センター|研究所|社$|屋$|店$|堂$|舎$|園$|館$|プラント|テック|エンジニアリング";
const ORG_LATIN =
  /\b(inc|corp|co|ltd|llc|llp|gmbh|k\.?k|plc|company|corporation|group|holdings|limited|s\.?a|b\.?v|pty|ag|kg)\b\.?/i;
const ORG_PATTERN = new RegExp(ORG);
const PHONE =
  /^(tel|℡|電話|代表)?[:.]?(\+?81[- ]?\(?0?\)?|0|\(0)[\d()\-.\s]{7,14}(\(代(表)?\))?([,;/\s]*(内線|内|ext\.?|x|#|～|~).*)?$/i;
const PERSON_SPACED = /^[\p{sc=Han}々ヶ]{1,4}[ ][\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]{1,6}$/u;
const PERSON_LATIN = /^[A-Z][a-z'-]+([ ,]+[A-Z][a-z'.-]*){1,2}$/;
const PERSON_SURNAME = new RegExp(
  `^(${SURNAMES})[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー々 ]{0,5}$`,
  "u",
);
const PERSON_HONORIFIC = /(様|さま|さん|氏|殿|先生)$/;
const KANA_ONLY = /^[\p{sc=Katakana}\p{sc=Hiragana}ー・･ 　()()（）.,&'-]+$/u;

const TESTS: Record<
  Exclude<ContentKind, "phone" | "mobile" | "date" | "person" | "code">,
  (text: string) => boolean
> = {
  email: (text) => /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/i.test(text),
  url: (text) =>
    /^(https?:\/\/|www\.)/i.test(text) || /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(jp|com|net|org)(\/.*)?$/i.test(text),
  postal: (text) => /^〒?\s*\d{3}-\d{4}$/.test(text) || /^〒?\d{7}$/.test(text),
  prefecture: (text) => new RegExp(`^(${PREFECTURES})(都|道|府|県)?$`).test(text),
  city: (text) => /^[^\d\s]{1,12}(市|区|町|村)$/.test(text),
  address: (text) =>
    new RegExp(`^(〒?\\d{3}-?\\d{4}\\s*)?(${PREFECTURES})(都|道|府|県)?.{2,}`).test(text)
      ? /[市区町村郡\d]/.test(text) && !ORG_PATTERN.test(text)
      : /[市区町村].*\d/.test(text) && !ORG_PATTERN.test(text.slice(0, 5)),
  corporateNumber: (text) => /^\d{13}$/.test(text) || /^\d(-?\d{4}){3}$/.test(text),
  invoiceNumber: (text) => /^T-?\d(-?\d{4}){3}$/i.test(text),
  amount: (text) =>
    /^[△▲-]?[¥\\]?\s*[△▲-]?\d{1,3}(,\d{3})+(\.\d+)?\s*円?$/.test(text) ||
    /^[△▲-]?[¥\\]?[\d,.]+\s*(億|千万|百万|万|千)?\d*万?円$/.test(text) ||
    /^\d[\d,.]*\s*(億|万)/.test(text) ||
    /^¥\d/.test(text),
  number: (text) => /^[△▲-]?\d+(\.\d+)?$/.test(text),
  company: (text) => ORG_PATTERN.test(text) || ORG_LATIN.test(text),
  honorific: (text) => PERSON_HONORIFIC.test(text),
  kana: (text) => KANA_ONLY.test(text),
  department: (text) =>
    /(部|課|係|室|グループ|チーム|本部|事業部|局|division|dept|department)$/i.test(text) && text.length <= 20,
  title: (text) =>
    /^(代表取締役|取締役|専務|常務|社長|会長|部長|次長|課長|係長|主任|店長|所長|支店長|工場長|室長|院長|理事長?|マネージャー|リーダー|担当|主査|参事|執行役員|代表|本部長|グループ長|チーフ|manager|director|president|ceo|owner)/i.test(
      text,
    ) || /(部長|課長|係長|社長|主任|次長|店長|所長|取締役|役員|室長|長代理|補佐|代理)$/.test(text),
  building: (text) =>
    /(ビル|階|号室|マンション|ハイツ|コーポ|タワー|荘|棟|\d+[fF]|館|プラザ|センター|ヒルズ)/.test(text) &&
    !/[市区町村郡]/.test(text),
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
  const bare = text
    .replace(PERSON_HONORIFIC, "")
    .replace(/\([^)]*\)/g, "")
    .trim();
  if (bare === "" || bare.length > 20 || ORG_PATTERN.test(bare)) return false;
  if (bare !== text && bare.length <= 8) return true;
  return (
    PERSON_SPACED.test(bare) ||
    PERSON_SURNAME.test(bare) ||
    (PERSON_LATIN.test(bare) && !ORG_LATIN.test(bare))
  );
}

/** The use that contents alone suggest, with its share; null when nothing stands out. */
export function useByContent(content: ContentReading): { use: Use; share: number } | null {
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
