import { SaxesParser } from "saxes";
import { type CellFormat, formatNumber } from "./number-format.ts";
import type { SourceRecord } from "./record.ts";
import { createTextGatherer, localName, type SharedText, unescapeText } from "./workbook-parts.ts";

export interface SheetContext {
  strings: readonly SharedText[];
  formats: readonly CellFormat[];
  date1904: boolean;
  /** Columns that a merged cell covers from above, by row number; see `readMerges`. */
  covered: ReadonlyMap<number, number[]>;
}

/**
 * Makes the reader of a sheet's XML: `write` takes it piece by piece and gives the rows that are complete. Rows that
 * the sheet leaves out are blank records, so that numbers are those of Excel; blank rows at the end are none.
 */
export function createSheetReader(context: SheetContext): { write(xml: string): SourceRecord[] } {
  const parser = new SaxesParser();
  const gatherer = createTextGatherer();
  let ready: SourceRecord[] = [];
  let record: SourceRecord | null = null;
  let lastRow = 0;
  let lastIndex = -1;
  let cell: CellState = emptyCell(0);
  let part: "v" | "f" | "is" | null = null;

  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    const attributes = tag.attributes as Record<string, string>;
    if (name === "row") {
      record = { row: attributes.r ? Number(attributes.r) : lastRow + 1, cells: [] };
      lastIndex = -1;
    } else if (name === "c") {
      const index = attributes.r ? columnOf(attributes.r) : lastIndex + 1;
      cell = { ...emptyCell(index), type: attributes.t ?? "n", style: Number(attributes.s ?? 0) };
      lastIndex = index;
    } else if (name === "v" || name === "f") {
      part = name;
      if (name === "f") cell.isFormula = true;
    } else if (name === "is") part = "is";
    else if (part === "is") gatherer.open(name, attributes);
  });
  const take = (text: string) => {
    if (part === "v") cell.value += text;
    else if (part === "f") cell.formula += text;
    else if (part === "is") gatherer.add(text);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", (tag) => {
    const name = localName(tag.name);
    if (name === "is") cell.shared = gatherer.take();
    else if (part === "is") gatherer.close(name);
    if (name === "v" || name === "f" || name === "is") part = null;
    if (name === "c" && record) putCell(record, cell, context);
    if (name === "row" && record) finish(record);
  });

  return {
    write(xml) {
      parser.write(xml);
      const rows = ready;
      ready = [];
      return rows;
    },
  };

  function finish(done: SourceRecord): void {
    record = null;
    // Formatted rows without a letter in them run to the end of many a sheet.
    const covered = context.covered.get(done.row);
    if (!done.cells.some((text) => text !== "") && !covered) return;
    for (let row = lastRow + 1; row < done.row; row++) ready.push({ row, cells: [] });
    if (covered) done.covered = covered;
    lastRow = done.row;
    ready.push(done);
  }
}

interface CellState {
  index: number;
  type: string;
  style: number;
  value: string;
  formula: string;
  isFormula: boolean;
  shared: SharedText | null;
}

function emptyCell(index: number): CellState {
  return { index, type: "n", style: 0, value: "", formula: "", isFormula: false, shared: null };
}

// A column beyond this is a stray cell, and would make every record as long.
const MOST_COLUMNS = 1000;

function putCell(record: SourceRecord, cell: CellState, context: SheetContext): void {
  if (cell.index >= MOST_COLUMNS) return;
  const { text, reading } = textOf(cell, context);
  if (cell.isFormula) {
    record.formulas ??= {};
    record.formulas[cell.index] = /\b(SUM|SUBTOTAL|SUMIFS?|COUNTA?|AVERAGE|AGGREGATE)\(/i.test(cell.formula)
      ? "sum"
      : "formula";
  }
  if (text === "") return;
  while (record.cells.length < cell.index) record.cells.push("");
  record.cells[cell.index] = text;
  if (reading) {
    record.readings ??= {};
    record.readings[cell.index] = reading;
  }
}

function textOf(cell: CellState, context: SheetContext): SharedText {
  const plain = (text: string) => ({ text, reading: null });
  if (cell.shared) return cell.shared;
  // A program that writes formulas need not write what they come to.
  if (cell.isFormula && cell.value === "") return plain(cell.formula === "" ? "" : `=${cell.formula}`);
  switch (cell.type) {
    case "s":
      return context.strings[Number(cell.value)] ?? plain("");
    case "str":
      return plain(unescapeText(cell.value));
    case "b":
      return plain(cell.value === "1" ? "TRUE" : "FALSE");
    case "d":
      return plain(cell.value.slice(0, 10));
    case "n":
      return plain(
        formatNumber(cell.value, context.formats[cell.style] ?? { kind: "general" }, context.date1904),
      );
    default:
      return plain(cell.value);
  }
}

/** "AB12" → 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Adds the cells that one merge ("B3:B7") covers from above. Merges of whole columns and of titles are left out. */
export function addMerge(covered: Map<number, number[]>, reference: string): void {
  const [from, to] = reference.split(":");
  if (!from || !to) return;
  const first = Number(from.replace(/\D/g, ""));
  const last = Number(to.replace(/\D/g, ""));
  if (last <= first || last - first > 10_000) return;
  for (let row = first + 1; row <= last; row++) {
    const columns = covered.get(row) ?? [];
    for (let column = columnOf(from); column <= columnOf(to); column++) columns.push(column);
    covered.set(row, columns);
  }
}
