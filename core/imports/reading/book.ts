import { isEnishiError } from "../../kernel/errors.ts";
import type { ColumnCorrections } from "./corrections.ts";
import { listFault } from "./fault.ts";
import type { Field } from "./fields.ts";
import type { ImportedRow } from "./imported-row.ts";
import { normalizeLabel } from "./labels.ts";
import { type ListOptions, type OpenedList, openTable } from "./list.ts";
import type { Table } from "./table.ts";
import type { Workbook } from "./workbook.ts";

/** Sheets that are made for the reader of a book and list nobody. */
const ASIDE =
  /目次|表紙|もくじ|集計|サマリ|まとめ|統計|グラフ|ピボット|凡例|使い方|説明|記入例|注意事項|変更履歴|index|summary|pivot|chart|readme|cover/i;

/** What lists of customers say of them beside a name. */
const CONTACT = new Set<Field>([
  "phone",
  "mobile",
  "fax",
  "email",
  "postal",
  "prefecture",
  "city",
  "street",
  "address",
  "url",
  "corporateNumber",
  "customerCode",
  "companyKana",
  "personKana",
  "department",
  "title",
]);

/**
 * Opens the sheet that was asked for, else each visible one that lists customers. Corrections hold for every sheet that has
 * their column. Throws `sheet_not_found`, and what keeps the only sheet from being a list.
 */
export async function openBook(
  book: Workbook,
  options: ListOptions & { sheet?: string | undefined },
  name: string,
): Promise<OpenedList[]> {
  if (options.sheet !== undefined) return [openTable(await book.open(options.sheet), options, name)];
  const visible = book.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);
  const [first] = visible;
  if (first === undefined) {
    throw listFault("sheet_not_found", { sheet: "", known: book.sheets.map((one) => one.name).join(", ") });
  }
  const corrections = options.columns ?? {};
  const lists: OpenedList[] = [];
  let other: OpenedList | null = null;
  for (const sheet of visible) {
    const table = await book.open(sheet).catch(unlessNoList);
    const list = table && tryOpen(() => openTable(table, { ...options, columns: undefined }, name));
    if (!list) continue;
    if (!isCustomerList(list)) other = better(other, list);
    else lists.push(openTable(table, { ...options, columns: correctionsOf(list, corrections) }, name));
  }
  if (lists.length === 0) {
    return [openTable(await book.open(other?.sheet ?? first), options, name)];
  }
  refuseUnknown(lists, corrections);
  // What comes in together is of one kind: customers where there are any.
  const kind = lists.some((list) => list.kind === "customers") ? "customers" : lists[0]!.kind;
  const alike = lists.filter((list) => list.kind === kind);
  const skipped = visible.filter((sheet) => !alike.some((list) => list.sheet === sheet));
  return alike.map((list) => ({ ...list, skipped }));
}

/** A table that a list was put together from, and the preset by which it was read. */
export interface Part {
  table: Table;
  preset: string | null;
}

/** Opens the tables of one list again, each by its own preset (its plugin may be gone since), corrections as above. */
export function openParts(parts: readonly Part[], options: ListOptions, name: string): OpenedList {
  const corrections = options.columns ?? {};
  const open = ({ table, preset }: Part, columns: ColumnCorrections | undefined) => {
    const known = options.presets?.find((one) => one.id === preset)?.id;
    return openTable(table, { ...options, preset: known, columns }, name);
  };
  const [only, ...more] = parts;
  if (only && more.length === 0) return open(only, options.columns);
  const plain = parts.map((part) => open(part, undefined));
  refuseUnknown(plain, corrections);
  return joinLists(plain.map((list, at) => open(parts[at]!, correctionsOf(list, corrections))));
}

/** Several sheets as one list, rows numbered on. What holds for all of them is told of the first. */
export function joinLists(lists: readonly OpenedList[]): OpenedList {
  const [first] = lists as [OpenedList];
  const columns = lists.flatMap((list) => list.columns);
  return {
    ...first,
    sheet: lists.map((list) => list.sheet).join(", "),
    columns: columns.filter((one, at) => columns.findIndex((two) => two.column === one.column) === at),
    parts: () => lists.flatMap((list) => list.parts()),
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
    batches,
  };

  async function* batches(): AsyncGenerator<ImportedRow[]> {
    let before = 0;
    for (const list of lists) {
      let last = 0;
      for await (const rows of list.batches()) {
        last = rows.at(-1)!.row;
        for (const row of rows) row.row += before;
        yield rows;
      }
      before += last;
    }
  }
}

/** A company, a person or a mail, and something by which they are reached or known. */
function isCustomerList({ kind, sheet, headerRow, columns }: OpenedList): boolean {
  if (ASIDE.test(sheet ?? "") || (headerRow === null && columns.length < 3)) return false;
  if (kind !== "customers") return true;
  const fields = new Set(columns.map((one) => one.field));
  const named = fields.has("company") || fields.has("person") || fields.has("lastName");
  const both = fields.has("company") && (fields.has("person") || fields.has("lastName"));
  return both || fields.has("email") || (named && columns.some((one) => one.field && CONTACT.has(one.field)));
}

function better(one: OpenedList | null, two: OpenedList): OpenedList {
  return one === null || (one.headerRow === null && two.headerRow !== null) ? two : one;
}

function has({ columns }: OpenedList, name: string): boolean {
  const wanted = normalizeLabel(name);
  return columns.some(
    (one) =>
      one.column === name ||
      `#${one.index + 1}` === name ||
      (wanted !== "" && normalizeLabel(one.column) === wanted),
  );
}

function correctionsOf(list: OpenedList, corrections: ColumnCorrections): ColumnCorrections {
  return Object.fromEntries(Object.entries(corrections).filter(([name]) => has(list, name)));
}

function refuseUnknown(lists: readonly OpenedList[], corrections: ColumnCorrections): void {
  const column = Object.keys(corrections).find((name) => !lists.some((list) => has(list, name)));
  if (column !== undefined) throw listFault("column_not_found", { column });
}

function tryOpen(open: () => OpenedList): OpenedList | null {
  try {
    return open();
  } catch (fault) {
    return unlessNoList(fault);
  }
}

function unlessNoList(fault: unknown): null {
  if (isEnishiError(fault) && (fault.code === "sheet_is_empty" || fault.code === "file_is_one_column"))
    return null;
  throw fault;
}
