import type { RecognizedColumn } from "./columns.ts";
import type { Use } from "./fields.ts";
import { isGrouped } from "./grouping.ts";
import { isBlank, type SourceRecord } from "./record.ts";

/** Marks that stand for the cell above. */
const DITTO =
  /^[\s\u3000]*(〃|″|〟|”|"|''|’’|々|仝|同|同上|同\s上|同じ|上に同じ|上記と?同じ?|↑|⤴|ditto|do\.)[\s\u3000]*$/i;

/**
 * Makes the reader of what a record leaves to the one above it: 〃 and 同上, cells that a merged cell covers, columns
 * that are written once per group, and a company named once for several of its people. `rows` is the sample.
 */
export function createCarrier(
  columns: readonly RecognizedColumn[],
  rows: readonly (readonly string[])[],
): (record: SourceRecord) => string[] {
  const grouped = columns
    .filter((one) => one.use && GROUPING.has(one.use) && isGrouped(rows, one.index))
    .map((one) => one.index);
  const company = columns.filter((one) => one.use && COMPANY_LEVEL.has(one.use)).map((one) => one.index);
  const people = columns.filter((one) => one.use && PERSON_LEVEL.has(one.use)).map((one) => one.index);
  const names = columns.filter((one) => one.use === "company").map((one) => one.index);
  const sparse = names.length > 0 && people.length > 0 && isSparse(rows, names, people);
  let above: string[] = [];

  return (record) => {
    const { cells, covered } = record;
    const taken: number[] = [];
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      if (cell.length <= 6 && cell !== "" && DITTO.test(cell)) taken.push(index);
    }
    if (covered) takeBlank(taken, cells, covered);
    if (above.length > 0) {
      if (grouped.length > 0) takeBlank(taken, cells, grouped);
      if (belongsAbove(cells)) takeBlank(taken, cells, company);
    }
    if (taken.length === 0) {
      above = cells;
      return cells;
    }
    const filled = [...cells];
    for (const index of taken) filled[index] = above[index] ?? "";
    above = filled;
    return filled;
  };

  /** No company here but one above, a person of its own, and nothing else that speaks of a company. */
  function belongsAbove(cells: readonly string[]): boolean {
    if (names.length === 0 || !names.every((index) => isBlank(cells[index] ?? ""))) return false;
    if (!names.some((index) => !isBlank(above[index] ?? ""))) return false;
    if (!people.some((index) => !isBlank(cells[index] ?? ""))) return false;
    if (!company.every((index) => isBlank(cells[index] ?? ""))) return false;
    return sparse || company.some((index) => !names.includes(index) && !isBlank(above[index] ?? ""));
  }
}

function takeBlank(taken: number[], cells: readonly string[], indexes: readonly number[]): void {
  for (const index of indexes) if (isBlank(cells[index] ?? "")) taken.push(index);
}

const GROUPING = new Set<Use>(["owner", "prefecture", "company", "department"]);
const COMPANY_LEVEL = new Set<Use>([
  "company",
  "companyKana",
  "corporateNumber",
  "invoiceNumber",
  "customerCode",
  "postal",
  "prefecture",
  "city",
  "street",
  "building",
  "address",
  "url",
]);
const PERSON_LEVEL = new Set<Use>(["person", "lastName"]);

/** Many people without a company of their own, in a list whose other rows have one. */
function isSparse(
  rows: readonly (readonly string[])[],
  names: readonly number[],
  people: readonly number[],
): boolean {
  const named = rows.filter((row) => names.some((index) => !isBlank(row[index] ?? ""))).length;
  const alone = rows.filter(
    (row) =>
      names.every((index) => isBlank(row[index] ?? "")) && people.some((index) => !isBlank(row[index] ?? "")),
  );
  return named >= 1 && alone.length >= rows.length * 0.25;
}
