import { joinLists, openBook } from "./book.ts";
import { type ListOptions, type OpenedList, openTable } from "./list.ts";
import { fileKind } from "./refuse.ts";
import { type ListBytes, openSource } from "./source.ts";
import { openDelimited, tableOfRows } from "./table.ts";
import { openWorkbook } from "./workbook.ts";

export type { RecognizedColumn } from "./columns.ts";
export type { ColumnCorrections } from "./corrections.ts";
export { ENCODINGS } from "./decode.ts";
export type { ListFaultCode } from "./fault.ts";
export { FIELDS, type Field, isField } from "./fields.ts";
export type { ImportedActivity, ImportedPurchase } from "./imported-entry.ts";
export {
  type ImportedRow,
  primaryPhone,
  type RejectReason,
  type RowIssue,
  type RowIssueCode,
} from "./imported-row.ts";
export type { ListOptions, ListPart, OpenedList } from "./list.ts";
export { type ListKind, listKinds } from "./list-kinds.ts";
export type { ImportedPerson } from "./people.ts";
export type { ImportedPhone } from "./phones.ts";
export { defineImportPreset } from "./presets.ts";
export { type ListBytes, unreadable } from "./source.ts";
export type { SheetInfo } from "./table.ts";

export interface OpenOptions extends ListOptions {
  /** Overrides what was found by looking; see ENCODINGS, usual aliases are understood. */
  encoding?: string | undefined;
  delimiter?: string | undefined;
  /** Name of a sheet of a workbook; every one that holds a list unless given. */
  sheet?: string | undefined;
}

/**
 * Opens a customer list (CSV, TSV, `;`, xlsx, xlsm) and finds its encoding, shape and columns; rows are read as
 * they are asked for. Of a workbook it is the first sheet that holds a list, unless `sheet` names one. A path and bytes can
 * be read again and again, arriving bytes once. Throws an `EnishiError` with a `ListFaultCode` for what is no list.
 */
export async function openList(
  source: { name: string; bytes: ListBytes },
  options: OpenOptions = {},
): Promise<OpenedList> {
  return (await openSheets(source, options))[0]!;
}

/** The same with all sheets of a workbook that hold lists as one: rows are numbered on from sheet to sheet. */
export async function openWhole(
  source: { name: string; bytes: ListBytes },
  options: OpenOptions = {},
): Promise<OpenedList> {
  const lists = await openSheets(source, options);
  return lists.length === 1 ? lists[0]! : joinLists(lists);
}

/**
 * Opens every visible sheet of a workbook that holds a list, in the order of the tabs; any other file is one list. Where no
 * sheet looks like a list of customers it is the first that is a table of something.
 */
export async function openSheets(
  source: { name: string; bytes: ListBytes },
  options: OpenOptions = {},
): Promise<OpenedList[]> {
  const bytes = await openSource(source.bytes);
  return fileKind(source.name, bytes.head) === "workbook"
    ? openBook(await openWorkbook(bytes, source.name), options, source.name)
    : [openTable(openDelimited(bytes, options), options, source.name)];
}

/** The same for rows that a surface read itself, such as the cells of a spreadsheet. */
export function readRows(
  records: readonly (readonly string[])[],
  options: ListOptions & { name?: string } = {},
): OpenedList {
  return openTable(tableOfRows(records), options, options.name ?? "");
}
