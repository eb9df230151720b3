import { looksLikeData, readLine } from "./header.ts";
import { normalizeLabel, readLabel } from "./labels.ts";
import { isBlank, lastFilled, type SourceRecord } from "./record.ts";

/** The records that make up the header around the one at `at`: groups above it, lines that go on below it. */
export function headerLines(sample: readonly SourceRecord[], at: number): SourceRecord[] {
  const lines = [sample[at]!];
  const above = sample[at - 1];
  if (above && isGroupLine(above.cells, sample[at]!.cells)) lines.unshift(above);
  for (let next = at + 1; next < Math.min(at + 3, sample.length); next++) {
    const record = sample[next]!;
    if (!continuesHeader(lines.at(-1)!.cells, record.cells)) break;
    lines.push(record);
  }
  return lines;
}

const GROUP =
  /情報|連絡先|担当|住所|会社|企業|先方|自社|弊社|取引|電話|基本|その他|得意先|顧客|所在地|氏名|名称|番号/;

function isGroupLine(group: readonly string[], labels: readonly string[]): boolean {
  const filled = group.filter((cell) => !isBlank(cell));
  const own = labels.filter((cell) => !isBlank(cell)).length;
  if (filled.length < 2 || filled.length > own) return false;
  return filled.every(
    (cell) =>
      GROUP.test(cell) &&
      cell.length <= 14 &&
      !/一覧|台帳|リスト|名簿|表$|現在|出力|[:：]/.test(cell) &&
      !looksLikeData(cell),
  );
}

function continuesHeader(before: readonly string[], cells: readonly string[]): boolean {
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
  if (filled.length === 0 || cells.some((cell) => cell.length > 20 && !isLongLabel(cell))) return false;
  // （千円） under 売上, （カナ） under 氏名: nothing but remarks on the line above.
  if (
    filled.every((index) => REMARK.test(cells[index]!) && !isBlank(before[index] ?? "")) &&
    (filled.length > 1 || ON_LABEL.test(cells[filled[0]!]!))
  )
    return true;
  // 年月日 under 取引開始, （千円） under 売上: the rest of a few labels, and nothing under the others.
  const labels = before.filter((cell) => !isBlank(cell)).length;
  if (
    filled.length <= labels * 0.6 &&
    filled.every((index) => !isBlank(before[index] ?? "") && isRestOfLabel(cells[index]!))
  )
    return true;
  // 氏名 under 担当者 and TEL under 連絡先, each group over one column, and nothing under the others.
  if (
    filled.length < labels &&
    filled.every((index) => isGroup(before[index] ?? "") && readLabel(cells[index]!) !== null) &&
    readLine(cells).data === 0
  )
    return true;
  // 1. 法人 is a heading of the rows below.
  if (filled.length === 1 && /^\s*[(（]?[\d０-９]{1,2}[.)．）]/.test(cells[filled[0]!]!)) return false;
  const line = readLine(cells);
  const remarks = filled.filter((index) => ON_LABEL.test(cells[index]!) && REMARK.test(cells[index]!)).length;
  if (line.known === 0 || line.data > 0 || line.known + remarks < line.filled * 0.5) return false;
  const same = filled.filter(
    (index) => normalizeLabel(cells[index]!) === normalizeLabel(before[index] ?? ""),
  );
  if (same.length > filled.length * 0.5) return false;
  // It must fill gaps of the first line, or stand under its groups: a line without a gap is a whole header.
  const fills = filled.filter((index) => isBlank(before[index] ?? "")).length;
  if (fills > 0) return filled.length >= 2 || before.length > filled[0]!;
  // Groups that are written over each of their columns: 取引先 所在地 所在地 所在地.
  const groups = before.filter((cell) => !isBlank(cell));
  return new Set(groups).size <= groups.length * 0.7;
}

/** Words that stand over labels and are hardly one by themselves. */
function isGroup(cell: string): boolean {
  return /^(お?客様|[ご御]?担当者?|先方|連絡先|所在地|住所|会社|取引|基本|その他)(情報|先)?$/.test(
    cell.trim(),
  );
}

/** 郵便番号 / Postal Code: in two languages a label is long. */
function isLongLabel(cell: string): boolean {
  return cell.length <= 40 && readLabel(cell) !== null;
}

const REMARK = /^\s*[(（［[].{1,8}[)）\]］]\s*$/;
/** What a remark says of a label; [首都圏] alone is the heading of the rows below. */
const ON_LABEL =
  /[円税]|カナ|かな|フリガナ|ふりがな|ｶﾅ|漢字|[全半]角|必須|任意|例|単位|ハイフン|西暦|和暦|代表|内線|桁|名|数字|番号|(?<!本|東|西)日(?!本)|略/;

function isRestOfLabel(cell: string): boolean {
  return REST_OF_LABEL.test(cell) || (REMARK.test(cell) && ON_LABEL.test(cell));
}

const REST_OF_LABEL =
  /^\s*(年月日?|日付?|金額|(百万|千|万)?円|氏名|名称?|番号|コード|カナ|フリガナ|漢字|件数|回数|No\.?)\s*$/i;

/** One label per column: what stands over it, from the top down. */
export function joinLines(lines: readonly (readonly string[])[]): string[] {
  const width = Math.max(...lines.map((line) => lastFilled(line) + 1));
  const top = lines.slice(0, -1);
  const bottom = lines.at(-1)!;
  return Array.from({ length: width }, (_, index) => {
    const own = bottom[index] ?? "";
    const parts: string[] = [];
    for (const line of top) {
      let from = index;
      if (!isBlank(own))
        while (from > 0 && isBlank(line[from] ?? "") && !isBlank(bottom[from - 1] ?? "")) from--;
      const part = line[from] ?? "";
      if (!isBlank(part) && !parts.includes(part)) parts.push(part);
    }
    if (!isBlank(own) && !parts.includes(own)) parts.push(own);
    return lines.length === 1 ? (isBlank(own) ? "" : own) : parts.map((part) => part.trim()).join(" ");
  });
}
