import type { RecognizedColumn } from "./columns.ts";
import { listFault } from "./fault.ts";
import { type Field, isField, MANY } from "./fields.ts";
import { normalizeLabel } from "./labels.ts";

/** Corrections by header text or `#3`; null is その他. */
export type ColumnCorrections = Record<string, Field | null>;

/** Puts what people said in the place of what was recognised. Throws `unknown_field` and `column_not_found`. */
export function correctColumns(
  columns: RecognizedColumn[],
  corrections: ColumnCorrections,
): RecognizedColumn[] {
  for (const [name, field] of Object.entries(corrections)) {
    if (field !== null && !isField(field)) throw listFault("unknown_field", { field, column: name });
    const wanted = normalizeLabel(name);
    const column =
      columns.find((one) => one.column === name || `#${one.index + 1}` === name) ??
      columns.find((one) => wanted !== "" && normalizeLabel(one.column) === wanted);
    if (!column) throw listFault("column_not_found", { column: name });
    if (column.field !== field) {
      column.field = field;
      column.use = field;
    }
    column.confidence = 1;
    column.ask = false;
    // A field that people gave to one column leaves the column that only seemed to be it.
    for (const other of columns) {
      const rival = other !== column && field !== null && other.use === field && !MANY.has(field);
      if (rival && other.confidence < 1) Object.assign(other, { field: null, use: null, confidence: 0.5 });
    }
  }
  return columns;
}
