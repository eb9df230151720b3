import { splitLegalForm } from "../../japanese/index.ts";
import { foldCell, guessUse, looksLikeDate, looksLikePhone, readContent } from "./content.ts";
import { readLabel } from "./labels.ts";
import { filledCount, isBlank, type SourceRecord } from "./record.ts";
import { usualWidth } from "./width.ts";

const LOOK_FOR_HEADER = 40;

/** The index of the (first full) header record of a sample, or null when it begins with data. */
export function findHeader(sample: readonly SourceRecord[]): number | null {
  const width = usualWidth(sample);
  let customers = 0;
  for (let at = 0; at < Math.min(sample.length, LOOK_FOR_HEADER); at++) {
    const line = readLine(sample[at]!.cells);
    if (line.filled === 0) continue;
    // 「山田商店 | ご担当者」 below rows of two cells that are plainly data is one of them.
    if (width <= 2 && line.filled === width && line.data > 0) customers++;
    const enough = line.known >= 2 || (width <= 2 && line.known >= 1 && line.filled <= 2 && customers < 2);
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
      // フリガナ is kana over kana, and a word of headers for all that.
      if (guessUse(one)?.use === seen.use && !readLabel(cell)) alike++;
      else unlike++;
    } else if (content.shares.number >= 0.8 || content.shares.code >= 0.8) {
      if (one.shares.number > 0 || one.shares.code > 0) alike++;
      else unlike++;
    }
  });
  if (unlike >= 1 && unlike > alike * 2) return at;
  return line.known >= 1 && line.known > line.filled * 0.3 && alike === 0 ? at : null;
}

/** How many cells of a line are filled, words of headers, and plainly data. */
export interface LineReading {
  filled: number;
  known: number;
  data: number;
}

export function readLine(cells: readonly string[]): LineReading {
  const line = { filled: 0, known: 0, data: 0 };
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    line.filled++;
    if (looksLikeData(cell)) line.data++;
    else if (cell.length <= 40 && readLabel(cell)) line.known++;
  }
  return line;
}

const LEGAL = /[㈱㈲]|[(（][株有][)）]/;

function isFirm(text: string): boolean {
  if (LEGAL.test(text)) return true;
  // In full: the （名） of 担当者名（名） is no 合名会社.
  const { form, core } = splitLegalForm(text);
  return form !== null && text.includes(form) && [...core].length >= 2;
}

/** True for a cell that no header has. */
export function looksLikeData(cell: string): boolean {
  // 電話番号（例：03-1234-5678）: how it is to be written, behind the label.
  const text = foldCell(cell).replace(/(?<=\S)\s*[([]?例\s*[:)]\s*\S.*$/, "");
  if (/^[\d,.\-¥%()]+$/.test(text) || isFirm(text)) return true;
  if (/@[\w-]+\./.test(text) || /^https?:/.test(text) || looksLikePhone(text)) return true;
  if (
    looksLikeDate(text) ||
    /\d{3}-\d{4}/.test(text) ||
    (/様$/.test(text) && text.length > 3 && !/担当|窓口|責任者|客|[者主]様$|^[ァ-ヺー]+様$/.test(text))
  )
    return true;
  // 都道府県_1 is the label of a column; no address has that word in it.
  return (/[都道府県市区郡].*\d/.test(text) && !/都道府県|市区?町村/.test(text)) || text.length > 60;
}
