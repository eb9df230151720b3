import {
  type ImportedRow,
  type OpenedList,
  type OpenOptions,
  openList,
  readRows,
} from "../../../core/imports/reading/index.ts";

/** All rows of a list. */
export async function allRows(list: OpenedList): Promise<ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of list.rows()) rows.push(row);
  return rows;
}

/** Opens text as a file would be, UTF-8. */
export function openText(text: string, options: OpenOptions = {}): Promise<OpenedList> {
  return openList({ name: "list.csv", bytes: Buffer.from(text) }, options);
}

/** Rows written as lines with `|` between the cells. */
export function table(text: string): OpenedList {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  return readRows(
    lines.map((line) =>
      line
        .trim()
        .split("|")
        .map((cell) => cell.trim()),
    ),
    { today: "2026-11-22" },
  );
}

/** Why each record was rejected, null for those that were not. */
export async function reasonsOf(list: OpenedList): Promise<(string | null)[]> {
  return (await allRows(list)).map((row) => row.reason);
}

/** Column name → field. */
export function fieldsOf(list: OpenedList): Record<string, string | null> {
  return Object.fromEntries(list.columns.map(({ column, field }) => [column, field]));
}
