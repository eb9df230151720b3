import { splitLegalForm } from "../../japanese/index.ts";
import { kindBelowHeader } from "./below-header.ts";
import type { RecognizedColumn } from "./columns.ts";
import { type ContentKind, foldCell, kindsOf, looksLikeFullName } from "./content.ts";
import type { Use } from "./fields.ts";
import { normalizeLabel } from "./labels.ts";
import { type Layout, titleKey } from "./layout.ts";
import { isBlank, lastFilled, type SourceRecord } from "./record.ts";

/** What a record of the file is. All but `data` are rejected under the same word. */
export type RecordKind =
  | "data"
  | "blank"
  | "header"
  | "title"
  | "section"
  | "note"
  | "total"
  | "column_count";

/** Makes the judge of single records for a list of this layout. */
export function createClassifier(
  layout: Layout,
  columns: readonly RecognizedColumn[],
): (record: SourceRecord) => RecordKind {
  const names = new Set(columns.filter((one) => one.use && IDENTITY.has(one.use)).map((one) => one.index));
  const people = new Set(columns.filter((one) => one.use === "person").map((one) => one.index));
  const contacts = new Set(columns.filter((one) => one.use && CONTACT.has(one.use)).map((one) => one.index));
  const width = layout.headers.length;
  return (record) => {
    const { cells } = record;
    const last = lastFilled(cells);
    if (last < 0) return "blank";
    if (record.row <= layout.headerEnd) return record.row >= (layout.headerRow ?? 0) ? "header" : "title";
    if (record.row < layout.firstData) return "title";
    if (isRepeatedHeader(cells, layout)) return "header";
    const below = kindBelowHeader(record, layout, columns);
    if (below) return below;
    const filled = filledIndexes(cells);
    if (filled.length <= 4 && layout.titles.has(titleKey(cells))) return "title";
    if (isTotal(record, filled)) return "total";
    const aside =
      filled.length <= Math.min(2, width - 1) ? asideKind(cells, filled, { names, people, contacts }) : null;
    if (aside) return aside;
    return last >= width ? "column_count" : "data";
  };
}

const CONTACT = new Set<Use>(["phone", "mobile", "fax", "postal", "address"]);
const IDENTITY = new Set(["company", "person", "lastName", "firstName", "email"]);

function filledIndexes(cells: readonly string[]): number[] {
  const filled: number[] = [];
  for (let index = 0; index < cells.length; index++) if (!isBlank(cells[index]!)) filled.push(index);
  return filled;
}

function isRepeatedHeader(cells: readonly string[], layout: Layout): boolean {
  for (const line of layout.headerLines) {
    let filled = 0;
    let same = 0;
    for (let index = 0; index < cells.length; index++) {
      if (isBlank(cells[index]!)) continue;
      filled++;
      if (isSameLabel(cells[index]!, line[index])) same++;
      else if (filled - same > 2) break;
    }
    if (same > 0 && same >= filled * 0.7 && (same >= 2 || filled === 1)) return true;
  }
  return false;
}

/** Repeats are verbatim but for width and marks: most cells differ at the first letter, which is cheap to see. */
function isSameLabel(cell: string, label: string | undefined): boolean {
  if (!label || cell.length > label.length + 24) return false;
  const code = cell.charCodeAt(0);
  const plain = (code >= 0x3041 && code < 0xff00) || (code >= 0x30 && code < 0x7b);
  if (plain && cell[0] !== label[0] && cell[0]!.toLowerCase() !== label[0] && !COLUMN_NUMBER.test(cell))
    return false;
  return normalizeLabel(cell) === label;
}

/** 2.電話番号 is 電話番号 of the header. */
const COLUMN_NUMBER = /^\d{1,2}[.)．）]\D/;

const TOTAL =
  /^[【[(<〈《≪〔*■●◆※]*\s*(.{0,12}?[\s・:】\])])?(小\s*計|中\s*計|合\s*計(?:\s*額)?|総\s*計|総\s*合\s*計|累\s*計|計|ページ計|頁計|件\s*数|総\s*件\s*数|登録件数|平\s*均|sub\s*-?total|grand\s*total|total|count)\s*[】\])>〉》≫〕*]*\s*([:(].*|[\d,]+.{0,3})?$/i;
const SUFFIX_TOTAL =
  /^.{0,12}(小計|合計|総計|累計|合計(件数|金額|社数|額)|[の分月年行店社地区部課門係班県都府別先者所]計|(エリア|ブロック|グループ|ルート|チーム|ランク|件数|担当)計)\s*([:(].*)?$/;
/** 東京計, 関西計: a sum of a place. */
const PLACE_TOTAL =
  /^(北海道|東北|関東|首都圏|甲信越|信越|北陸|東海|中部|近畿|関西|中国|四国|中四国|九州|沖縄|東日本|西日本|全国|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島)計$/;
const COUNT =
  /^(全部で|全|計|以上|合計|総数|総件数|total)?\s*[:,、]?\s*[\d,]+\s*(件|社|名|行|records?|rows?)\s*([)】]|です|あり.*)?$/i;
const FIGURE = /^[△▲-]?[¥\\]?\(?[△▲-]?[\d,.]+\)?\s*(円|千円|万円|百万円|億円|件|社|名|%|個|本|台)?$/;

/** Without one of these no cell is the label of a sum; a look at them is cheap. */
const TOTAL_LETTERS = /[計件均社名行]|total|count|records?|rows?|[ｔＴ][ｏＯ][ｔＴ]/i;

/** A label of a sum, and beside it figures only. */
function isTotal(record: SourceRecord, filled: readonly number[]): boolean {
  const { cells, formulas } = record;
  if (filled.length > 8) return false;
  const label = filled.find(
    (index) => TOTAL_LETTERS.test(cells[index]!) && isTotalLabel(foldCell(cells[index]!)),
  );
  if (label !== undefined) return filled.every((index) => index === label || isFigure(cells[index]!));
  const sums = formulas ? Object.values(formulas).includes("sum") : false;
  return sums && filled.every((index) => isFigure(cells[index]!) || formulas?.[index] !== undefined);
}

function isTotalLabel(text: string): boolean {
  return (
    text.length <= 24 &&
    (TOTAL.test(text) || SUFFIX_TOTAL.test(text) || PLACE_TOTAL.test(text) || COUNT.test(text))
  );
}

function isFigure(cell: string): boolean {
  const text = foldCell(cell);
  return FIGURE.test(text) || isTotalLabel(text) || /^[-=*]+$/.test(text) || text.startsWith("=");
}

const NOTE =
  /^(※|\*|＊|(お?問い?合わ?せ先?|連絡先|作成部署|担当部署|資料|凡例)[:：]|注[意:：1-9)\s]|\(注|（注|備考[:：)）]|[<【[(]備考[>】\])]|[(~～ー―…\s-]*以\s*上[)~～ー―…\s-]*$|最終(ページ|頁)$|以下余白|[<~(\s-]*以下(省略|余白)|[-=*~\s]*end(\s+of\s+\w+)?[-=*~\s]*$|\(?[了完]\)?$|\(?次(ページ|頁)[へに](続|つづ)く|出典|作成(日|者)?[:：]|(承認|検印|確認|審査)[:：]|最終更新|更新日|印刷日|出力日|発行|page\b|p\.\d|-\s*\d+\s*-$|\d+\s*\/\s*\d+\s*(ページ|頁|page)?$|\d+\s*(ページ|頁)$)|。$|(です|ます|こと|ください|下さい|ません)[。)]?$/i;
/** -- 北海道 --, ＊＊ 大阪支店 ＊＊ */
const BETWEEN_MARKS = /^([-=*~+#・.━─═―—]{2,}|[-━─═―—](?= ))\s*[^\s\-=*~+#・.━─═―—].*?\s*\1$/;
const MARKED =
  /^([→⇒■□◆◇●○〇◯▼▽▲△★☆◎▶►▪]|【.*】?$|《.*》?$|〈.*〉?$|<+[^>]*>+$|\[.*\]$|『.*』$|〔.*〕$|≪.*≫$|[-=*]{2,}.*)/;
const REGION =
  /^(北海道|東北|北関東|南関東|関東|首都圏|甲信越|信越|北信越|北陸|東海|中部|近畿|関西|京阪神|中国|山陰|山陽|中四国|四国|九州|沖縄|九州沖縄|全国|東日本|西日本|海外|国内|県内|県外|市内|市外|その他|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島)[・、/]?.{0,6}?(都|道|府|県)?(地方|地区|エリア|ブロック|方面|圏|管内|支社|支店|営業所|内|外)?$/;
const UNIT =
  /^(\d{4}年(\d{1,2}月)?(から|より|~)|(\d{4}|令和\d{1,2}|平成\d{1,2})年度?(新規|既存|分|登録|取引|以前|以降)?(先|顧客)?|[あかさたなはまやらわアカサタナハマヤラワ]行|[ぁ-んァ-ン]|[A-Z]ランク|.{0,6}(地区|地方|エリア|ブロック|方面|管内|ルート|コース)|(担当|部門|部署|地区|区分|エリア)\s*[:].*|(第?[一二三四五六七八九十\d]*)?(営業|販売|総務|購買|法人|個人|国内|海外|公共|民間|東京|大阪|名古屋)?(営業|販売)?[第一二三四五\d]*(本部|事業部|部|課|係|グループ|チーム|班)|(得意先|仕入先|納入先|請求先|見込み?客?|取引停止|休眠|新規|既存)(先|顧客)?|(法人|個人|団体|官公庁|一般)(の?お?客様|顧客|会員|契約)?)$/;

const REACHED: ReadonlySet<ContentKind> = new Set<ContentKind>(["phone", "address", "postal", "email"]);
/** 名古屋支店, 本社: whose it is stands in no other cell. A firm of that name has its legal form. */
const OFFICE =
  /^([\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー]{1,8}(支店|支社|営業所|出張所|支部)|本社|本店|本部)$/u;
/** A title at the head of a page. */
const LIST_TITLE = /^.{0,8}(得意先|顧客|取引先|会員|仕入先|お客様).{0,4}(一覧表?|名簿|台帳|リスト)$/;

/** C.その他: a letter counts too, where a known heading follows. */
const LETTERED = /^[A-Z][.)]\s*/;
/** 1. 関東, (2) 東北, I. 首都圏. */
const NUMBERED = /^(\(?\d{1,2}[.)]|\(?[IVX]{1,4}[.)])\s*/;

/** One or two filled cells in a list of many columns: a heading for the rows below, or a remark. */
function asideKind(
  cells: readonly string[],
  filled: readonly number[],
  { names, people, contacts }: Record<"names" | "people" | "contacts", ReadonlySet<number>>,
): RecordKind | null {
  const first = filled[0]!;
  const text = foldCell(cells[first]!);
  if (filled.length === 2 && !/^(※|\*|注)/.test(text) && !MARKED.test(text)) return null;
  if (filled.length === 2 && names.has(filled[1]!)) return null;
  if (/@|^\d+$/.test(text)) return null;
  // A phone or an address alone in its column is a row of somebody whose name is lacking.
  const reached = contacts.has(first) || kindsOf(text).some((kind) => REACHED.has(kind));
  if (filled.length === 1 && first > 0 && reached && !NOTE.test(text)) return null;
  if (BETWEEN_MARKS.test(text) && !NOTE.test(text.replace(/[-=*~+#━─═―—]+/g, " ").trim())) return "section";
  if (LIST_TITLE.test(text)) return "title";
  if (NOTE.test(text) && !(names.has(first) && /(会社|[㈱㈲])/.test(text))) return "note";
  const heading = text
    .replace(NUMBERED, "")
    .replace(LETTERED, "")
    .replace(/^\((.+)\)$/, "$1");
  // １．製造業 with nothing beside it; a firm that happens to be counted has its legal form.
  if (filled.length === 1 && NUMBERED.test(text) && splitLegalForm(heading).form === null) return "section";
  // 宮崎 浩 in the column of people is called so, and 千葉 no prefecture there.
  if (people.has(first) && !MARKED.test(text) && isFullName(text)) return null;
  if (MARKED.test(text) || REGION.test(heading) || UNIT.test(heading)) return "section";
  if (filled.length === 1 && OFFICE.test(heading)) return "section";
  // 配布先：各支店長, 文責：営業部: nobody is called so.
  if (filled.length === 1 && /^\p{L}{2,6}:\s*\S/u.test(text)) return "note";
  if (names.has(first) && text.length <= 40) return null;
  if (filled.length === 2 || /^[\w-]{1,12}$/.test(text)) return null;
  return text.length > 20 ? "note" : null;
}

function isFullName(text: string): boolean {
  return looksLikeFullName(text) && !/[部区内外県市圏]$/.test(text);
}

/** The name of a section without its marks: 【関東地区】 → 関東地区. */
export function sectionName(cells: readonly string[]): string {
  const text = cells.find((cell) => !isBlank(cell)) ?? "";
  return text
    .normalize("NFKC")
    .replace(/^[\s■□◆◇●○▼▽▲△★☆◎▶►▪【《〈<[『〔≪=*-]+|[\s】》〉>\]』〕≫=*-]+$/g, "");
}
