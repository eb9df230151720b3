import { EnishiError } from "../../kernel/errors.ts";

/** Why a file cannot be read as a customer list. Each code is the key of its text in the catalogues. */
export type ListFaultCode =
  | "file_not_found"
  | "file_is_locked"
  | "file_is_empty"
  | "file_is_binary"
  | "file_is_image"
  | "file_is_pdf"
  | "file_is_html"
  | "file_is_json"
  | "file_is_archive"
  | "file_is_document"
  | "file_is_old_excel"
  | "file_is_binary_excel"
  | "file_is_open_document"
  | "file_is_encrypted"
  | "file_is_excel_lock"
  | "file_is_broken"
  | "file_is_one_column"
  | "record_too_long"
  | "sheet_not_found"
  | "sheet_is_empty"
  | "unknown_encoding"
  | "unknown_field"
  | "column_not_found"
  | "preset_not_found"
  | "source_already_read";

/** The error for a list that cannot be read at all. Faults of single rows are no errors: they stand on the row. */
export function listFault(
  code: ListFaultCode,
  params: Record<string, string> = {},
  cause?: unknown,
): EnishiError {
  return new EnishiError(code, params, cause === undefined ? {} : { cause });
}
