import { isBlank } from "./record.ts";

/** Written once and left blank below: no value comes twice, and most cells are blank. */
export function isGrouped(rows: readonly (readonly string[])[], index: number): boolean {
  if (rows.length < 4 || isBlank(rows[0]?.[index] ?? "")) return false;
  const values = rows.map((row) => row[index]?.trim() ?? "").filter((cell) => cell !== "");
  if (values.length < 2 || values.length > rows.length * 0.6) return false;
  return new Set(values).size === values.length;
}
