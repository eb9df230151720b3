import type { ExportColumns } from "./list-columns.ts";
import type { ExportedRow } from "./list-rows.ts";

/** A column of the list as people see it. */
export interface SheetColumn {
  header: string;
  cell(row: ExportedRow): string;
}

const SEVERAL = "、";

/**
 * The columns of the list for a spreadsheet, so that Enishi reads it in again as it was. Several values of one kind stand
 * in one cell. What a company has of its own stands in its own row, not in those of its people.
 */
export function sheetColumns(columns: ExportColumns, text: (key: string) => string): SheetColumn[] {
  return [
    ...usual.map(([label, of]) => column(text(`exports.column.${label}`), of)),
    // A code may hold any sign that could part two of them.
    ...columns.codeSystems.flatMap(({ system, most }) =>
      Array.from({ length: most }, (_, at) =>
        column(
          system || text("exports.column.code"),
          (row) => row.codes.filter((code) => code.system === system)[at]?.code,
        ),
      ),
    ),
    ...columns.extras.map((header) => column(header, (row) => row.extra[header])),
  ];
}

type Value = string | readonly string[] | null | undefined;

const usual: readonly (readonly [label: string, of: (row: ExportedRow) => Value])[] = [
  // A site stands behind its company's name, as people write it.
  ["company", (row) => [row.company, row.site].filter((name) => name !== null).join(" ")],
  ["companyKana", (row) => row.companyKana],
  ["department", (row) => row.department],
  ["title", (row) => row.title],
  ["person", (row) => row.person],
  ["personKana", (row) => row.personKana],
  ["phone", (row) => row.phones],
  ["mobile", (row) => row.mobiles],
  ["fax", (row) => row.faxes],
  ["mail", (row) => row.mails],
  ["postal", (row) => row.addresses[0]?.postal],
  ["address", (row) => row.addresses[0]?.value],
  ["url", (row) => row.url],
  ["corporateNumber", (row) => row.corporateNumber],
  ["invoiceNumber", (row) => row.invoiceNumber],
  ["owner", (row) => row.owners],
  ["since", (row) => row.relationSince],
  ["amount", (row) => (row.amount === null ? null : String(row.amount))],
  ["note", (row) => row.note],
];

function column(header: string, of: (row: ExportedRow) => Value): SheetColumn {
  return {
    header,
    cell: (row) => {
      const value = of(row);
      return typeof value === "string" ? value : (value ?? []).join(SEVERAL);
    },
  };
}
