import { foldCell, guessUse, looksLikeDate, looksLikePhone, readContent } from "./content.ts";
import { normalizeLabel, readLabel, unitOf } from "./labels.ts";
import { isBlank, type SourceRecord } from "./record.ts";

/** Where the parts of a list are, as found from its first records. */
export interface Layout {
  /** Record number of the first header record; null when the list has none. */
  headerRow: number | null;
  /** Record number of the last header record, 0 when there is none: data begin after it. */
  headerEnd: number;
  /** One per column; "" where a column has no header. */
  headers: string[];
  /** Each header record by itself, normalised: the same again further down is a repeated header. */
  headerLines: string[][];
  /** Texts above the header, normalised: the same again further down is a repeated title. */
  titles: Set<string>;
  /** Records before this number are titles when there is no header. */
  firstData: number;
  /** （単位：千円） above the table. */
  unit: string | null;
}

const LOOK_FOR_HEADER = 40;

/** Finds title rows, header rows (one or several lines, or none) and the columns from a sample of records. */
export function findLayout(sample: readonly SourceRecord[]): Layout {
  const at = findHeader(sample);
  if (at === null) return headless(sample);
  const lines = headerLines(sample, at);
  const headers = widen(joinLines(lines.map((line) => line.cells)), sample, lines.at(-1)!.row);
  const above = sample.filter((record) => record.row < lines[0]!.row);
  return {
    headerRow: lines[0]!.row,
    headerEnd: lines.at(-1)!.row,
    headers,
    headerLines: lines.map((line) => line.cells.map(normalizeLabel)),
    titles: titlesOf(above),
    firstData: lines.at(-1)!.row + 1,
    unit: unitAbove(above),
  };
}

interface LineReading {
  filled: number;
  known: number;
  data: number;
}

function readLine(cells: readonly string[]): LineReading {
  const line = { filled: 0, known: 0, data: 0 };
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    line.filled++;
    if (looksLikeData(cell)) line.data++;
    else if (cell.length <= 40 && readLabel(cell)) line.known++;
  }
  return line;
}

const LEGAL = /株式会社.|.株式会社|有限会社.|.有限会社|合同会社.|.合同会社|[㈱㈲]|[(（][株有][)）]/;

function looksLikeData(cell: string): boolean {
  const text = foldCell(cell);
  if (/^[\d,.\-¥%()]+$/.test(text) || LEGAL.test(text)) return true;
  if (/@[\w-]+\./.test(text) || /^https?:/.test(text) || looksLikePhone(text)) return true;
  if (looksLikeDate(text) || /\d{3}-\d{4}/.test(text) || (/様$/.test(text) && text.length > 3)) return true;
  return /[都道府県市区郡].*\d/.test(text) || text.length > 60;
}

function findHeader(sample: readonly SourceRecord[]): number | null {
  const width = usualWidth(sample);
  for (let at = 0; at < Math.min(sample.length, LOOK_FOR_HEADER); at++) {
    const line = readLine(sample[at]!.cells);
    if (line.filled === 0) continue;
    const enough = line.known >= 2 || (width <= 2 && line.known >= 1 && line.filled <= 2);
    if (
      enough &&
      line.known >= line.filled * 0.4 &&
      line.data <= line.filled * 0.1 &&
      line.filled >= width * 0.3
    )
      return at;
  }
  return findUnlikeHeader(sample, width);
}

/** A header of words nobody knows: its cells are unlike what stands below them in columns of one clear kind. */
function findUnlikeHeader(sample: readonly SourceRecord[], width: number): number | null {
  const at = sample.findIndex((record) => filledCount(record) >= Math.max(1, width * 0.6));
  const candidate = sample[at];
  if (!candidate) return null;
  const line = readLine(candidate.cells);
  if (line.data > 0) return null;
  const below = sample.slice(at + 1, at + 60).filter((record) => filledCount(record) > 1 || width === 1);
  if (below.length === 0) return line.known >= 1 && line.known >= line.filled * 0.5 ? at : null;
  let unlike = 0;
  let alike = 0;
  candidate.cells.forEach((cell, index) => {
    if (isBlank(cell)) return;
    const content = readContent(below.map((record) => record.cells[index] ?? ""));
    const seen = guessUse(content);
    const one = readContent([cell]);
    if (content.filled === 0) return;
    if (seen && seen.share >= 0.7) {
      if (guessUse(one)?.use === seen.use) alike++;
      else unlike++;
    } else if (content.shares.number >= 0.8 || content.shares.code >= 0.8) {
      if (one.shares.number > 0 || one.shares.code > 0) alike++;
      else unlike++;
    }
  });
  if (unlike >= 1 && unlike > alike * 2) return at;
  return line.known >= 1 && line.known > line.filled * 0.3 && alike === 0 ? at : null;
}

function headerLines(sample: readonly SourceRecord[], at: number): SourceRecord[] {
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
  if (filled.length === 0 || cells.some((cell) => cell.length > 20)) return false;
  // （千円） under 売上, （カナ） under 氏名: nothing but remarks on the line above.
  if (
    filled.every(
      (index) => /^\s*[(（［[].{1,8}[)）\]］]\s*$/.test(cells[index]!) && !isBlank(before[index] ?? ""),
    )
  )
    return true;
  const line = readLine(cells);
  if (line.known === 0 || line.data > 0 || line.known < line.filled * 0.5) return false;
  const same = filled.filter(
    (index) => normalizeLabel(cells[index]!) === normalizeLabel(before[index] ?? ""),
  );
  if (same.length > filled.length * 0.5) return false;
  // It must fill gaps of the first line, or stand under its groups: a line without a gap is a whole header.
  const fills = filled.filter((index) => isBlank(before[index] ?? "")).length;
  return fills > 0 && (filled.length >= 2 || before.length > filled[0]!);
}

function joinLines(lines: readonly (readonly string[])[]): string[] {
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

/** Most rows have one cell more than there are headers: a column without a header, not rows with too many cells. */
function widen(headers: string[], sample: readonly SourceRecord[], after: number): string[] {
  const rows = sample.filter((record) => record.row > after && filledCount(record) >= 2);
  const wide = [...headers];
  while (
    rows.length >= 3 &&
    rows.filter((record) => lastFilled(record.cells) >= wide.length).length > rows.length * 0.3
  ) {
    wide.push("");
  }
  return wide;
}

function headless(sample: readonly SourceRecord[]): Layout {
  const width = usualWidth(sample);
  const first = sample.find((record) => filledCount(record) >= Math.max(1, width * 0.6));
  const above = first ? sample.filter((record) => record.row < first.row) : [];
  return {
    headerRow: null,
    headerEnd: 0,
    headers: Array.from({ length: width }, () => ""),
    headerLines: [],
    titles: titlesOf(above),
    firstData: first?.row ?? 1,
    unit: unitAbove(above),
  };
}

function titlesOf(above: readonly SourceRecord[]): Set<string> {
  return new Set(
    above.filter((record) => filledCount(record) > 0).map((record) => normalizeLabel(record.cells.join(""))),
  );
}

function unitAbove(above: readonly SourceRecord[]): string | null {
  for (const cell of above.flatMap((record) => record.cells)) if (/単位/.test(cell)) return unitOf(cell);
  return null;
}

function filledCount(record: SourceRecord): number {
  return record.cells.filter((cell) => !isBlank(cell)).length;
}

export function lastFilled(cells: readonly string[]): number {
  for (let index = cells.length - 1; index >= 0; index--) if (!isBlank(cells[index]!)) return index;
  return -1;
}

/** How many columns most records reach. */
function usualWidth(sample: readonly SourceRecord[]): number {
  const widths = sample.map((record) => lastFilled(record.cells) + 1).filter((width) => width > 0);
  widths.sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.7)] ?? 0;
}
