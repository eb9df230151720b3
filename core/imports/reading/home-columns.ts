import type { RecognizedColumn } from "./columns.ts";
import type { ContentReading } from "./content.ts";
import { fieldOf, PLACE, type Use } from "./fields.ts";

/**
 * A list that knows no place of work (年賀状 lists of 自宅 alone) means the home when it says 自宅住所: it is the address
 * of the row, and so are its phones. Changes `columns`.
 */
export function takeHomesAlone(columns: RecognizedColumn[], contents: readonly ContentReading[]): void {
  const knows = (uses: ReadonlySet<Use>) =>
    columns.some(({ use, index }) => use !== null && uses.has(use) && contents[index]!.filled > 0);
  const give = (column: RecognizedColumn, use: Use) => Object.assign(column, { use, field: fieldOf(use) });
  const noPlace = !knows(PLACE);
  const noPhone = !knows(new Set<Use>(["phone"]));
  let addresses = 0;
  for (const column of columns) {
    if (column.use === "homePhone" && noPhone) give(column, "phone");
    if (!noPlace) continue;
    if (column.use === "homePostal") give(column, "postal");
    if (column.use === "homeAddress") give(column, addresses++ === 0 ? "address" : "building");
  }
}
