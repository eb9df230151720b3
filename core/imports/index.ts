/** Lists that come in: read and checked, applied to the customers chunk by chunk, taken back as a whole. */
export { addImportRows } from "./add-rows.ts";
export { beginImport } from "./begin.ts";
export { type CheckOptions, checkFile, checkImport, checkRows, type Door } from "./check.ts";
export { commitImport } from "./commit.ts";
export { getImport, listImports } from "./get.ts";
export { jobs, on } from "./jobs.ts";
export {
  defineImportPreset,
  type ListKind,
  listKinds,
  type OpenedList,
  openList,
  unreadable,
} from "./reading/index.ts";
export { measureImport, nameCustomers } from "./report.ts";
export { listImportRows } from "./rows.ts";
export { runImport } from "./run.ts";
export { runUndo } from "./run-undo.ts";
export { type ColumnView, Corrections, ImportView, ListKindName, type RowView } from "./shapes.ts";
export { sizeLimit } from "./size-limit.ts";
export { type EquationPart, equationOf, type Outcome, outcomes } from "./statuses.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
export { listKeptCustomers, undoImport } from "./undo.ts";
