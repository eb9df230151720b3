import type { Day } from "../../japanese/index.ts";
import type { ImportPreset } from "../../kernel/import-preset.ts";
import { createCarrier } from "./carry.ts";
import { createClassifier, sectionName } from "./classify.ts";
import { type RecognizedColumn, recognizeColumns } from "./columns.ts";
import type { ColumnCorrections } from "./corrections.ts";
import { listFault } from "./fault.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type ImportedRow, rejectedRow } from "./imported-row.ts";
import { findLayout, type Layout } from "./layout.ts";
import { findPreset } from "./presets.ts";
import { lastFilled, type SourceRecord } from "./record.ts";
import { createRowReader } from "./row.ts";
import type { SheetInfo, Table } from "./table.ts";

export interface ListOptions {
  /** How exports of other products are read; the one that fits is used. */
  presets?: readonly ImportPreset[] | undefined;
  /** Id of the preset that must be used. */
  preset?: string | undefined;
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
  /** Visible sheets that hold no list (目次, 集計) and were left out. */
  skipped: string[];
  /** Record number of the (first) header record, or null. */
  headerRow: number | null;
  headers: string[];
  columns: RecognizedColumn[];
  fingerprint: string;
  /** Id of the preset by which its columns were known, or null. */
  preset: string | null;
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
  const columns = recognizeColumns(layout.headers, body, options.columns, {
    preset,
    ownLabels: layout.ownLabels,
  });
  if (layout.headers.length <= 1 && columns.every((one) => one.use === null)) {
    throw listFault("file_is_one_column", { name });
  }
  const roles = table.sheets.find((one) => one.name === table.sheet)?.roles ?? [];
  return {
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
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
    batches,
  };

  async function* batches(): AsyncGenerator<ImportedRow[]> {
    const read = createReader();
    for await (const records of table.batches()) if (records.length > 0) yield records.map(read);
  }

  /** What is carried from row to row begins anew with each reading. */
  function createReader(): (record: SourceRecord) => ImportedRow {
    const classify = createClassifier(layout, columns);
    // A program writes every row in full: what is blank there is blank.
    const carry = createCarrier(preset ? [] : columns, body);
    const read = createRowReader(columns, { today: options.today, unit: layout.unit, roles });
    let section: string | null = null;
    return (record) => {
      const kind = classify(record);
      if (kind === "section") section = sectionName(record.cells);
      return kind === "data" ? read(record, carry(record), section) : rejectedRow(record, kind);
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
