import type { Day } from "../../japanese/index.ts";
import { createCarrier } from "./carry.ts";
import { createClassifier, sectionName } from "./classify.ts";
import { type ColumnCorrections, type RecognizedColumn, recognizeColumns } from "./columns.ts";
import { listFault } from "./fault.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type ImportedRow, rejectedRow } from "./imported-row.ts";
import { bodyOf, findLayout } from "./layout.ts";
import { createRowReader } from "./row.ts";
import type { SheetInfo, Table } from "./table.ts";

export interface ListOptions {
  /** Corrections of recognised columns, by header or `#3`. */
  columns?: ColumnCorrections | undefined;
  /** For dates without a year or with two digits of it. */
  today?: Day | undefined;
}

/** A list that was looked at: its shape is known, its rows can be read. */
export interface OpenedList {
  encoding: string | null;
  delimiter: string | null;
  sheets: SheetInfo[];
  sheet: string | null;
  /** Record number of the (first) header record, or null. */
  headerRow: number | null;
  headers: string[];
  columns: RecognizedColumn[];
  fingerprint: string;
  /** Every record of the file in order, rejected ones included. Can be called again where the source can. */
  rows(): AsyncIterable<ImportedRow>;
}

/** Looks at a table and makes it a list. Throws `file_is_one_column` for text that is no table of anything. */
export function openTable(table: Table, options: ListOptions, name: string): OpenedList {
  const layout = findLayout(table.sample);
  const body = bodyOf(table.sample, layout);
  const columns = recognizeColumns(layout.headers, body, options.columns);
  if (layout.headers.length <= 1 && columns.every((one) => one.use === null)) {
    throw listFault("file_is_one_column", { name });
  }
  const roles = table.sheets.find((one) => one.name === table.sheet)?.roles ?? [];
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    headerRow: layout.headerRow,
    headers: layout.headers,
    columns,
    fingerprint: fingerprintOf(layout.headers, columns),
    async *rows() {
      const classify = createClassifier(layout, columns);
      const carry = createCarrier(columns, body);
      const read = createRowReader(columns, { today: options.today, unit: layout.unit, roles });
      let section: string | null = null;
      for await (const record of table.records()) {
        const kind = classify(record);
        if (kind === "section") section = sectionName(record.cells);
        yield kind === "data" ? read(record, carry(record), section) : rejectedRow(record, kind);
      }
    },
  };
}
