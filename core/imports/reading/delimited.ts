import { listFault } from "./fault.ts";
import type { SourceRecord } from "./record.ts";

export const DELIMITERS = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Splits decoded text into records as it arrives, by RFC 4180 with what real exports do to it: any line end, quotes
 * inside a bare cell kept, records of any length. A quote that is never closed would swallow the rest of the file, so
 * it is taken as a letter when its cell runs over more than 200 lines. Numbers count every record from 1, blank ones too.
 * Records come in batches, one for each text that arrives: a promise for each would cost more than the splitting.
 */
export async function* splitRecords(
  texts: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<SourceRecord[]> {
  let rest = "";
  let row = 0;
  let first = true;
  for await (const text of texts) {
    rest += first && text.startsWith("\ufeff") ? text.slice(1) : text;
    if (text !== "") first = false;
    const batch: SourceRecord[] = [];
    const used = takeRecords(rest, delimiter, false, (cells) => batch.push({ row: ++row, cells }));
    rest = rest.slice(used);
    if (rest.length > MOST_LETTERS_IN_A_RECORD) throw listFault("record_too_long", { row: String(row + 1) });
    yield batch;
  }
  const last: SourceRecord[] = [];
  takeRecords(rest.replace(END_OF_FILE, ""), delimiter, true, (cells) => last.push({ row: ++row, cells }));
  yield last;
}

/** Ctrl+Z, with which programs of the time of DOS end a file; the decoder of CP932 makes another control letter of it. */
const END_OF_FILE = /[\x1a\x1c]+$/;

/** Splits text that is wholly there; `cut` leaves off a last record that may go on, `most` ends early. */
export function splitText(
  text: string,
  delimiter: string,
  { cut = false, most = Number.POSITIVE_INFINITY }: { cut?: boolean; most?: number } = {},
): string[][] {
  const records: string[][] = [];
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const whole = cut ? text : text.replace(END_OF_FILE, "");
  takeRecords(from ? whole.slice(from) : whole, delimiter, !cut, (cells) => records.push(cells), most);
  return records;
}

/** Finds the delimiter that splits the first lines into the most even columns; a comma when nothing does. */
export function sniffDelimiter(text: string, cut = false): Delimiter {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = splitText(text, delimiter, { cut, most: 100 })
      .filter((cells) => cells.some((cell) => cell !== ""))
      .map((cells) => cells.length);
    const score = evenness(widths);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function evenness(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts)
    score = Math.max(score, (count / widths.length) * Math.min(2, 1 + width / 20));
  return score;
}

const MOST_LINES_IN_A_CELL = 200;
const MOST_LETTERS_IN_A_CELL = 1 << 17;
// A record beyond this is no record of a list, and would be held and searched again with every piece that arrives.
const MOST_LETTERS_IN_A_RECORD = 1 << 22;

/** Hands every complete record of `text` to `emit` and returns how many letters were used. */
function takeRecords(
  text: string,
  delimiter: string,
  end: boolean,
  emit: (cells: string[]) => void,
  most = Number.POSITIVE_INFINITY,
): number {
  let start = 0;
  const { length } = text;
  for (let taken = 0; start < length && taken < most; taken++) {
    const next = takeRecord(text, start, delimiter, end, emit);
    if (next < 0) break;
    start = next;
  }
  return start;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;

function takeRecord(
  text: string,
  start: number,
  delimiter: string,
  end: boolean,
  emit: (cells: string[]) => void,
): number {
  const separator = delimiter.charCodeAt(0);
  const { length } = text;
  const cells: string[] = [];
  let at = start;
  while (true) {
    if (text.charCodeAt(at) === QUOTE) {
      const quoted = takeQuoted(text, at, separator, end);
      if (quoted === "more") return -1;
      if (quoted) {
        cells.push(quoted.value);
        at = quoted.next;
        if (at < length && text.charCodeAt(at) === separator) {
          at++;
          continue;
        }
        const next = lineEnd(text, at, end);
        if (next < 0) return -1;
        emit(cells);
        return next;
      }
    }
    let code = -1;
    let stop = at;
    for (; stop < length; stop++) {
      code = text.charCodeAt(stop);
      if (code === separator || code === LF || code === CR) break;
    }
    if (stop >= length && !end) return -1;
    cells.push(text.slice(at, stop));
    if (stop < length && code === separator) {
      at = stop + 1;
      continue;
    }
    const next = lineEnd(text, stop, end);
    if (next < 0) return -1;
    emit(cells);
    return next;
  }
}

/** Where the next record begins after the line end at `at`; -1 when a line feed may still follow. */
function lineEnd(text: string, at: number, end: boolean): number {
  if (at >= text.length) return end ? text.length : -1;
  if (text.charCodeAt(at) === LF) return at + 1;
  if (at + 1 >= text.length) return end ? at + 1 : -1;
  return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** Reads a quoted cell; null when its quote is a letter and no quote, "more" when its end has not arrived. */
function takeQuoted(
  text: string,
  at: number,
  separator: number,
  end: boolean,
): { value: string; next: number } | "more" | null {
  let value = "";
  let from = at + 1;
  while (true) {
    const close = text.indexOf('"', from);
    if (close < 0) return endless(text, at) || end ? null : "more";
    if (close + 1 >= text.length && !end) return endless(text, at) ? null : "more";
    const after = text.charCodeAt(close + 1);
    if (after === QUOTE) {
      value += text.slice(from, close + 1);
      from = close + 2;
      continue;
    }
    if (close + 1 >= text.length || after === separator || after === LF || after === CR) {
      value += text.slice(from, close);
      return tooLong(value) ? null : { value, next: close + 1 };
    }
    // A quote in the middle of a quoted cell, not doubled: a letter if the cell is closed later on the same line, as
    // in "12" monitor"; else the cell was never meant as a quoted one.
    if (!closesOnLine(text, close + 1, separator)) return null;
    value += text.slice(from, close + 1);
    from = close + 1;
  }
}

function closesOnLine(text: string, from: number, separator: number): boolean {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) return false;
    if (code !== QUOTE) continue;
    const after = text.charCodeAt(at + 1);
    if (at + 1 === text.length || after === separator || after === LF || after === CR) return true;
  }
  return false;
}

function endless(text: string, at: number): boolean {
  return text.length - at > MOST_LETTERS_IN_A_CELL || tooLong(text.slice(at));
}

function tooLong(value: string): boolean {
  let lines = 0;
  for (let at = value.indexOf("\n"); at >= 0; at = value.indexOf("\n", at + 1)) {
    if (++lines > MOST_LINES_IN_A_CELL) return true;
  }
  return value.length > MOST_LETTERS_IN_A_CELL;
}
