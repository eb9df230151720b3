import type { RecognizedColumn } from "./columns.ts";
import { familyOf } from "./family.ts";
import { PLACE, type Use } from "./fields.ts";
import { isGrouped } from "./grouping.ts";
import { isBlank, type SourceRecord } from "./record.ts";

/** Marks that stand for the cell above. */
const DITTO =
  /^[\s\u3000]*[(（]?(〃|″|〟|”|"|''|’’|々|仝|同|同上|同\s上|同じ|上に同じ|上記と?同じ?|↑|⤴|ditto|do\.)[)）]?[\s\u3000]*$/i;

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
  const indexes = (...uses: Use[]) =>
    columns.filter((one) => one.use && uses.includes(one.use)).map((one) => one.index);
  const family = familyOf(rows, {
    names: indexes("company"),
    people: indexes("person", "lastName"),
    sites: indexes("site"),
    emails: indexes("email"),
    rest: company.filter((index) => !indexes("company").includes(index)),
  });
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
      if (family.isBelow(cells, above)) takeBlank(taken, cells, company);
      else if (family.isSiteBelow(cells, above)) takeBlank(taken, cells, family.names);
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
}

function takeBlank(taken: number[], cells: readonly string[], indexes: readonly number[]): void {
  for (const index of indexes) if (isBlank(cells[index] ?? "")) taken.push(index);
}

const GROUPING = new Set<Use>(["owner", "prefecture"]);
const COMPANY_LEVEL = new Set<Use>([
  "company",
  "companyKana",
  "corporateNumber",
  "invoiceNumber",
  "customerCode",
  ...PLACE,
  "url",
]);
