import type { Day } from "../../japanese/index.ts";
import type { RecordKind } from "./classify.ts";
import type { ImportedActivity, ImportedPurchase } from "./imported-entry.ts";
import type { ImportedPerson } from "./people.ts";
import type { ImportedPhone } from "./phones.ts";
import type { SourceRecord } from "./record.ts";

export type RejectReason =
  | Exclude<RecordKind, "data">
  | "no_identity"
  | "formula"
  | "mojibake"
  // Of past activities and purchases only.
  | "no_date"
  | "no_item";

/** Something on a row that could not be taken as it stands; the rest of the row is good. */
export interface RowIssue {
  code: RowIssueCode;
  column: string | null;
  value: string | null;
}
export type RowIssueCode =
  | "no_such_date"
  | "date_unreadable"
  | "amount_unreadable"
  | "phone_unreadable"
  | "email_unreadable"
  | "postal_unreadable"
  | "corporate_number_wrong"
  | "invoice_number_wrong"
  | "quantity_unreadable"
  | "amount_differs"
  | "date_in_future"
  | "mojibake";

/** One record of a list with typed values. Texts are as typed, outer white space off; nothing is guessed. */
export interface ImportedRow {
  row: number;
  raw: string[];
  status: "data" | "rejected";
  reason: RejectReason | null;
  issues: RowIssue[];
  /** The company without site and department; `companyTyped` is the whole cell. */
  company: string | null;
  companyTyped: string | null;
  companyKana: string | null;
  companyKey: string | null;
  site: string | null;
  department: string | null;
  title: string | null;
  persons: ImportedPerson[];
  emails: string[];
  /** In order of use: fixed line, mobile, fax. */
  phones: ImportedPhone[];
  rawPhones: string[];
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  street: string | null;
  building: string | null;
  address: string | null;
  url: string | null;
  corporateNumber: string | null;
  invoiceNumber: string | null;
  codes: { system: string; code: string }[];
  ownerName: string | null;
  /** 得意先, 仕入先 … as written in a column, over a section or as the sheet's name. */
  roles: string[];
  date: Day | null;
  datePrecision: "day" | "month" | "year" | null;
  amount: number | null;
  note: string | null;
  /** The heading above this row (関東地区), or null. */
  section: string | null;
  /** Columns nobody knows, by their header. */
  extra: Record<string, string>;
  /** What the row tells beside its customer, in a list of past activities or of purchases. */
  activity: ImportedActivity | null;
  purchase: ImportedPurchase | null;
}

/** The phone one would dial: a fixed line, else a mobile, never a fax. */
export function primaryPhone(row: ImportedRow): ImportedPhone | null {
  return row.phones.find((phone) => phone.kind !== "fax") ?? null;
}

/** A record that is no data: kept with its cells and the reason. */
export function rejectedRow(record: SourceRecord, reason: RejectReason): ImportedRow {
  return rejectRow(emptyRow(record), reason);
}

/** Marks a row as rejected; what was read of it stays for the one who mends it. */
export function rejectRow(row: ImportedRow, reason: RejectReason): ImportedRow {
  row.status = "rejected";
  row.reason = reason;
  return row;
}

/** A row of which nothing is known yet. */
export function emptyRow(record: SourceRecord): ImportedRow {
  return {
    row: record.row,
    raw: record.cells,
    status: "data",
    reason: null,
    issues: [],
    company: null,
    companyTyped: null,
    companyKana: null,
    companyKey: null,
    site: null,
    department: null,
    title: null,
    persons: [],
    emails: [],
    phones: [],
    rawPhones: [],
    postal: null,
    prefecture: null,
    city: null,
    street: null,
    building: null,
    address: null,
    url: null,
    corporateNumber: null,
    invoiceNumber: null,
    codes: [],
    ownerName: null,
    roles: [],
    date: null,
    datePrecision: null,
    amount: null,
    note: null,
    section: null,
    extra: {},
    activity: null,
    purchase: null,
  };
}
