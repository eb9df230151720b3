import type { Day } from "../../japanese/index.ts";
import type { ImportPreset } from "../../kernel/import-preset.ts";
import { createCarrier } from "./carry.ts";
import { createClassifier, sectionName } from "./classify.ts";
import { type RecognizedColumn, recognizeColumns } from "./columns.ts";
import type { ColumnCorrections } from "./corrections.ts";
import { isOfEntry } from "./entry-columns.ts";
import { listFault } from "./fault.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type ImportedRow, rejectedRow } from "./imported-row.ts";
import { findLayout, type Layout } from "./layout.ts";
import type { ListKind } from "./list-kinds.ts";
import { findPreset } from "./presets.ts";
import { createEntryReader } from "./read-entry.ts";
import { lastFilled, type SourceRecord } from "./record.ts";
import { createRowReader } from "./row.ts";
import type { SheetInfo, Table } from "./table.ts";
import { tellKind } from "./tell-kind.ts";

export interface ListOptions {
  /** What its rows are; told by its headers unless given. */
  kind?: ListKind | undefined;
  /** How exports of other products are read; the one that fits is used. */
  presets?: readonly ImportPreset[] | undefined;
  /** Id of the preset that must be used. */
  preset?: string | undefined;
  /** Corrections of recognised columns, by header or `#3`. */
  columns?: ColumnCorrections | undefined;
  /** For dates without a year or with two digits of it. */
  today?: Day | undefined;
}

/** A sheet of a list, what its name says of the companies on it, how many records it has, and by which preset it is read. */
export interface ListPart {
  sheet: string;
  roles: string[];
  rows: number;
  preset: string | null;
}

/** A list that was looked at: its shape is known, its rows can be read. */
export interface OpenedList {
  kind: ListKind;
  encoding: string | null;
  delimiter: string | null;
  sheets: SheetInfo[];
  sheet: string | null;
  /** Visible sheets that hold no list (目次, 集計) and were left out. */
  skipped: string[];
  /** Record number of the (first) header record, or null. */
  headerRow: number | null;
  headers: string[];
  columns: RecognizedColumn[];
  fingerprint: string;
  /** Id of the preset by which its columns were known, or null. */
  preset: string | null;
  /** The sheets it is put together from; empty for what has none. Known once its rows were read. */
  parts(): ListPart[];
  /** Every record of the file in order, rejected ones included. Can be called again where the source can. */
  rows(): AsyncIterable<ImportedRow>;
  /** The same some hundred at a time, for those who write them away. */
  batches(): AsyncIterable<ImportedRow[]>;
}

/** Looks at a table and makes it a list. Throws `file_is_one_column` for text that is no table of anything, and `preset_not_found`. */
export function openTable(table: Table, options: ListOptions, name: string): OpenedList {
  const preset = findPreset(table.sample, options.presets ?? [], options.preset);
  const layout = findLayout(table.sample, preset?.headerAt);
  const body = readBody(table.sample, layout);
  const kind = options.kind ?? (preset ? "customers" : tellKind(layout.headers, body));
  const columns = recognizeColumns(layout.headers, body, options.columns, {
    preset,
    ownLabels: layout.ownLabels,
    kind,
  });
  if (layout.headers.length <= 1 && columns.every((one) => one.use === null)) {
    throw listFault("file_is_one_column", { name });
  }
  let count = 0;
  const roles = table.sheets.find((one) => one.name === table.sheet)?.roles ?? [];
  return {
    kind,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    skipped: [],
    headerRow: layout.headerRow,
    headers: layout.headers,
    columns,
    fingerprint: fingerprintOf(layout.headers, columns),
    preset: preset?.preset.id ?? null,
    parts: () =>
      table.sheet === null
        ? []
        : [{ sheet: table.sheet, roles, rows: count, preset: preset?.preset.id ?? null }],
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
    batches,
  };

  async function* batches(): AsyncGenerator<ImportedRow[]> {
    const read = createReader();
    count = 0;
    for await (const records of table.batches()) {
      if (records.length === 0) continue;
      count = records.at(-1)!.row;
      yield records.map(read);
    }
  }

  /** What is carried from row to row begins anew with each reading. */
  function createReader(): (record: SourceRecord) => ImportedRow {
    const classify = createClassifier(layout, columns);
    // A program writes every row in full: what is blank there is blank.
    const carry = createCarrier(preset ? [] : columns, body);
    const context = { today: options.today, unit: layout.unit, roles };
    const ofCustomer = columns.filter((column) => !isOfEntry(kind, column.use));
    const read = createRowReader(ofCustomer, context);
    const readEntry = createEntryReader(kind, columns, context);
    let section: string | null = null;
    return (record) => {
      const is = classify(record);
      if (is === "section") section = sectionName(record.cells);
      if (is !== "data") return rejectedRow(record, is);
      const cells = carry(record);
      return readEntry(read(record, cells, section), cells);
    };
  }
}

/** The data records of the sample with what they leave to the record above, for recognising columns. */
function readBody(sample: readonly SourceRecord[], layout: Layout): string[][] {
  const classify = createClassifier(layout, []);
  const carry = createCarrier([], []);
  const least = Math.min(1, layout.headers.length - 1);
  return sample
    .filter((record) => classify(record) === "data" && lastFilled(record.cells) >= least)
    .map(carry);
}
