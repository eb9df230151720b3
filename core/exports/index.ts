export { listExportColumns } from "./list-columns.ts";
export { type ExportedRow, listExportRows } from "./list-rows.ts";
export { sheetColumns } from "./sheet.ts";
export { strings } from "./strings.ts";
