import { isEnishiError } from "../../kernel/errors.ts";
import { type ListOptions, type OpenedList, openTable } from "./list.ts";
import { fileKind } from "./refuse.ts";
import { type ChunkSource, type ListBytes, openSource, readableAgain } from "./source.ts";
import { openDelimited, tableOfRows } from "./table.ts";
import { openWorkbook } from "./workbook.ts";

export type { RecognizedColumn } from "./columns.ts";
export type { ColumnCorrections } from "./corrections.ts";
export { ENCODINGS } from "./decode.ts";
export type { ListFaultCode } from "./fault.ts";
export { FIELDS, type Field, isField } from "./fields.ts";
export {
  type ImportedRow,
  primaryPhone,
  type RejectReason,
  type RowIssue,
  type RowIssueCode,
} from "./imported-row.ts";
export type { ListOptions, OpenedList } from "./list.ts";
export type { ImportedPerson } from "./people.ts";
export type { ImportedPhone } from "./phones.ts";
export { defineImportPreset } from "./presets.ts";
export type { ListBytes } from "./source.ts";
export type { SheetInfo } from "./table.ts";

export interface OpenOptions extends ListOptions {
  /** Overrides what was found by looking; see ENCODINGS, usual aliases are understood. */
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Name of the sheet of a workbook; the first that holds a list unless given. */
  sheet?: string | undefined;
}

/**
 * Opens a customer list (CSV, TSV, `;`, xlsx, xlsm) and finds its encoding, shape and columns; rows are read as
 * they are asked for. A path and bytes can be read again and again, arriving bytes once. Throws an `EnishiError` with
 * a `ListFaultCode` for what is no list.
 */
export async function openList(
  source: { name: string; bytes: ListBytes },
  options: OpenOptions = {},
): Promise<OpenedList> {
  return openFrom(await openSource(source.bytes), source.name, options);
}

/**
 * Opens every visible sheet of a workbook that holds a list, in the order of the tabs; any other file is one list. A
 * sheet that is empty or has no header is left out, unless none is left: then it throws as `openList` does.
 */
export async function openSheets(
  source: { name: string; bytes: ListBytes },
  options: OpenOptions = {},
): Promise<OpenedList[]> {
  const arriving = await openSource(source.bytes);
  if (fileKind(source.name, arriving.head) !== "workbook" || options.sheet !== undefined) {
    return [await openFrom(arriving, source.name, options)];
  }
  const bytes = await readableAgain(arriving);
  const first = await openFrom(bytes, source.name, options);
  const lists: OpenedList[] = [];
  for (const { name, hidden } of first.sheets) {
    if (hidden) continue;
    if (name === first.sheet) lists.push(first);
    else {
      const list = await openFrom(bytes, source.name, { ...options, sheet: name }).catch(unlessNoList);
      if (list && list.headerRow !== null) lists.push(list);
    }
  }
  return lists;
}

function unlessNoList(fault: unknown): null {
  if (isEnishiError(fault) && (fault.code === "sheet_is_empty" || fault.code === "file_is_one_column"))
    return null;
  throw fault;
}

async function openFrom(bytes: ChunkSource, name: string, options: OpenOptions): Promise<OpenedList> {
  const table =
    fileKind(name, bytes.head) === "workbook"
      ? await openWorkbook(bytes, name, options.sheet)
      : openDelimited(bytes, options);
  return openTable(table, options, name);
}

/** The same for rows that a surface read itself, such as the cells of a spreadsheet. */
export function readRows(
  records: readonly (readonly string[])[],
  options: ListOptions & { name?: string } = {},
): OpenedList {
  return openTable(tableOfRows(records), options, options.name ?? "");
}
