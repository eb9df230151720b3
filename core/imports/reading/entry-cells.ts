import { type Day, parseAmount, parseDate, type ReadDate } from "../../japanese/index.ts";
import { isPlaceholder, unwrapCell } from "./cell-text.ts";
import type { RecognizedColumn } from "./columns.ts";
import type { Use } from "./fields.ts";
import type { ImportedRow, RowIssueCode } from "./imported-row.ts";

/** The cells of one row that speak of its entry. What cannot be read is an issue on the row, and is told with the entry. */
export class EntryCells {
  readonly #row: ImportedRow;
  readonly #cells: { column: RecognizedColumn; text: string }[] = [];
  /** Lines that stand below the text of the entry: 「場所: 本社」 */
  readonly aside: string[] = [];

  constructor(row: ImportedRow, columns: readonly RecognizedColumn[], cells: readonly string[]) {
    this.#row = row;
    for (const column of columns) {
      const text = unwrapCell(cells[column.index] ?? "");
      if (text !== "" && !isPlaceholder(text, column.use)) this.#cells.push({ column, text });
    }
  }

  text(use: Use): string | null {
    return this.#of(use)?.text ?? null;
  }

  /** All columns of a use: the first as it stands, the others with their headers. */
  texts(use: Use): string[] {
    const found = this.#cells.filter(({ column }) => column.use === use);
    return found.map(({ column, text }, at) =>
      at === 0 ? text : `${column.name ?? column.column}: ${text}`,
    );
  }

  date(use: Use, today: Day | undefined): ReadDate | null {
    const cell = this.#of(use);
    if (!cell) return null;
    const read = parseDate(cell.text, { today });
    if (read && !("error" in read)) return read;
    this.refuse(use, read ? "no_such_date" : "date_unreadable");
    return null;
  }

  amount(use: Use, unit: string | null): number | null {
    const cell = this.#of(use);
    if (!cell) return null;
    const amount = parseAmount(cell.text, { unit: cell.column.unit ?? unit ?? undefined });
    if (amount === null) this.refuse(use, "amount_unreadable");
    return amount;
  }

  header(use: Use): string {
    return this.#of(use)?.column.column ?? "";
  }

  refuse(use: Use, code: RowIssueCode, value = this.text(use) ?? ""): void {
    const column = this.header(use) || null;
    this.#row.issues.push({ code, column, value });
    if (code !== "amount_differs") this.aside.push(`${column}: ${value}`);
  }

  #of(use: Use) {
    return this.#cells.find(({ column }) => column.use === use);
  }
}
