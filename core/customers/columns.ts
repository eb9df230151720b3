import { parseCorporateNumber, parseInvoiceNumber, prefectureOf } from "../japanese/index.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { CustomerFields } from "./shapes.ts";

/** The columns of one customer row as stored; only those that were given. */
export type CustomerColumns = Partial<Record<(typeof columnOf)[keyof typeof columnOf], unknown>> & {
  name_kana?: string | null;
};

const columnOf = {
  name: "name",
  nameKana: "name_kana",
  parentId: "parent_id",
  roles: "roles",
  department: "department",
  title: "title",
  honorific: "honorific",
  corporateNumber: "corporate_number",
  invoiceNumber: "invoice_number",
  prefecture: "prefecture",
  city: "city",
  url: "url",
  note: "note",
  relationSince: "relation_since",
  amount: "amount",
  extra: "extra",
  purpose: "purpose",
  source: "source",
} as const;

export const customerFieldNames = Object.keys(columnOf) as (keyof typeof columnOf)[];

/**
 * Fields as typed → columns as stored: empty text is null, numbers of registers are checked, a prefecture is written out
 * (大阪 → 大阪府). Errors: `invalid_corporate_number`, `invalid_invoice_number`.
 */
export function customerColumns(fields: Partial<CustomerFields>): CustomerColumns {
  const columns: Record<string, unknown> = {};
  for (const field of customerFieldNames) {
    const value = fields[field];
    if (value !== undefined) columns[columnOf[field]] = value === "" ? null : value;
  }
  if (fields.roles) columns.roles = [...new Set(fields.roles)];
  if (fields.corporateNumber) {
    columns.corporate_number = checked(
      fields.corporateNumber,
      parseCorporateNumber,
      "corporateNumber",
      "corporate_number",
    );
  }
  if (fields.invoiceNumber) {
    columns.invoice_number = checked(
      fields.invoiceNumber,
      parseInvoiceNumber,
      "invoiceNumber",
      "invoice_number",
    );
  }
  if (fields.prefecture) columns.prefecture = prefectureOf(fields.prefecture) ?? fields.prefecture;
  return columns;
}

function checked(value: string, parse: (text: string) => string | null, field: string, word: string): string {
  const read = parse(value);
  if (!read) throw new EnishiError(`invalid_${word}`, { value }, { field });
  return read;
}
