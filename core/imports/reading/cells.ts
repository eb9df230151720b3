import {
  parseAmount,
  parseCorporateNumber,
  parseDate,
  parseEmails,
  parseInvoiceNumber,
  parsePostal,
} from "../../japanese/index.ts";
import { isFormula } from "./cell-text.ts";
import type { RecognizedColumn } from "./columns.ts";
import { readCompany } from "./company-cell.ts";
import { looksLikeFullName } from "./content.ts";
import type { CustomerUse, Use } from "./fields.ts";
import type { ImportedRow, RowIssueCode } from "./imported-row.ts";
import { isMojibake } from "./mojibake.ts";
import { readPeople } from "./people.ts";
import { type ImportedPhone, readPhones } from "./phones.ts";
import { isMark, rolesIn } from "./roles.ts";
import type { RowContext } from "./row.ts";

/** What several cells of a row say together; made into values when all are read. */
export interface Gathered {
  lastName: string;
  firstName: string;
  kanas: string[];
  lastKana: string;
  firstKana: string;
  honorific: string;
  /** Who stands behind the firm in its own cell; counts where no other column names anybody. */
  behindFirm: string | null;
  /** What the cell before a number says of it: Mobile, Work Fax. */
  phoneLabel: string;
  /** Numbers of columns for mobiles. */
  mobiles: ImportedPhone[];
  /** Where a private person lives; used where the row says nothing of a company's place. */
  home: { use: "homePostal" | "homeAddress" | "homePhone"; text: string }[];
  /** The row's country column names another one than Japan. */
  isForeign: boolean;
  address: { use: Use; text: string }[];
  /** 内線 in a column of its own, which may stand before the number. */
  extensions: { column: RecognizedColumn; text: string }[];
}

/** Puts one cell where its column says. What cannot be read is an issue on the row and stays as extra: nothing is lost. */
export function takeCell(
  row: ImportedRow,
  gathered: Gathered,
  column: RecognizedColumn,
  text: string,
  context: RowContext,
): void {
  // A formula that a program wrote is nobody's name; in a note it is a text like any other.
  if (isMojibake(text)) row.issues.push({ code: "mojibake", column: column.column, value: text });
  if (column.use === null || (NAMES.has(column.use) && isFormula(text))) keepExtra(row, column, text);
  else TAKE[column.use as CustomerUse]({ row, gathered, column, text, context });
}

const NAMES: ReadonlySet<Use> = new Set<Use>([
  "person",
  "lastName",
  "firstName",
  "owner",
  "companyKana",
  "personKana",
]);

interface Cell {
  row: ImportedRow;
  gathered: Gathered;
  column: RecognizedColumn;
  text: string;
  context: RowContext;
}

const TAKE: Record<CustomerUse, (cell: Cell) => void> = {
  company: takeCompany,
  companyKana: ({ row, text }) => {
    row.companyKana ??= text;
  },
  site: ({ row, text }) => {
    row.site ??= text;
  },
  person: ({ row, text }) => {
    row.persons.push(...readPeople(text));
  },
  personKana: ({ gathered, text }) => {
    gathered.kanas.push(text);
  },
  lastName: ({ gathered, text }) => {
    gathered.lastName ||= text;
  },
  firstName: ({ gathered, text }) => {
    gathered.firstName ||= text;
  },
  lastNameKana: ({ gathered, text }) => {
    gathered.lastKana ||= text;
  },
  firstNameKana: ({ gathered, text }) => {
    gathered.firstKana ||= text;
  },
  honorific: ({ gathered, text }) => {
    // 御中 is for the firm.
    if (text !== "御中") gathered.honorific = text;
  },
  department: ({ row, text }) => {
    row.department = text;
  },
  title: ({ row, text }) => {
    row.title = text;
  },
  email: (cell) => {
    const emails = parseEmails(cell.text);
    if (emails.length === 0) refuse(cell, "email_unreadable");
    for (const email of emails) if (!cell.row.emails.includes(email)) cell.row.emails.push(email);
  },
  phone: takePhone,
  mobile: takePhone,
  fax: takePhone,
  phoneLabel: ({ gathered, text }) => {
    gathered.phoneLabel = text;
  },
  homePostal: takeHome,
  homeAddress: takeHome,
  homePhone: takeHome,
  extension: ({ gathered, column, text }) => {
    gathered.extensions.push({ column, text });
  },
  postal: (cell) => {
    const postal = parsePostal(cell.text);
    if (cell.gathered.isForeign) keepExtra(cell.row, cell.column, cell.text);
    else if (postal) cell.row.postal ??= postal;
    else refuse(cell, "postal_unreadable");
  },
  prefecture: takeAddress,
  city: takeAddress,
  street: takeAddress,
  building: takeAddress,
  address: takeAddress,
  url: ({ row, text }) => {
    row.url ??= text;
  },
  corporateNumber: takeNumber,
  invoiceNumber: takeNumber,
  customerCode: ({ row, column, text }) => {
    // 10234.0 is what a program made of 10234 on the way.
    row.codes.push({ system: column.column, code: text.replace(/^(\d+)\.0$/, "$1") });
  },
  owner: ({ row, text }) => {
    row.ownerName ??= text;
  },
  role: ({ row, column, text }) => {
    for (const role of rolesIn(isMark(text) ? column.column : text))
      if (!row.roles.includes(role)) row.roles.push(role);
    keepExtra(row, column, text);
  },
  country: ({ row, column, text }) => keepExtra(row, column, text),
  date: (cell) => {
    const read = parseDate(cell.text, { today: cell.context.today });
    if (!read || "error" in read || read.date >= NEVER)
      return refuse(cell, read ? "no_such_date" : "date_unreadable");
    cell.row.date ??= read.date;
    cell.row.datePrecision ??= read.precision;
  },
  amount: (cell) => {
    const unit = cell.column.unit ?? cell.context.unit ?? undefined;
    const amount = parseAmount(cell.text, { unit });
    if (amount === null) refuse(cell, "amount_unreadable");
    else cell.row.amount ??= amount;
  },
  note: ({ row, text }) => {
    row.note = row.note === null ? text : `${row.note}\n${text}`;
  },
};

/** 9999/12/31 is how programs write that there is no date. */
const NEVER = "2200-01-01";

/** Puts extensions behind the first fixed line; what belongs to no number is kept. */
export function takeExtensions(row: ImportedRow, { extensions }: Gathered): void {
  for (const { column, text } of extensions) {
    const phone = row.phones.find((one) => one.kind === "phone");
    const digits = text.normalize("NFKC").replace(/\D/g, "");
    if (phone && !phone.ext && digits !== "") phone.ext = digits;
    else keepExtra(row, column, text);
  }
}

function takeAddress({ gathered, column, text }: Cell): void {
  gathered.address.push({ use: column.use!, text });
}

function takeHome({ row, gathered, column, text }: Cell): void {
  gathered.home.push({ use: column.use as "homePostal", text });
  keepExtra(row, column, text);
}

function kindOfPhone({ gathered, column }: Cell): "phone" | "mobile" | "fax" {
  const label = gathered.phoneLabel;
  gathered.phoneLabel = "";
  if (/fax|ファックス|ファクス/i.test(label)) return "fax";
  return column.use as "phone" | "mobile" | "fax";
}

function takePhone(cell: Cell): void {
  // A number of another country is read by our rules only if it says which.
  if (cell.gathered.isForeign && !/^\s*[+＋]/.test(cell.text)) {
    cell.row.rawPhones.push(cell.text);
    return;
  }
  const { phones, unread } = readPhones(cell.text, kindOfPhone(cell));
  // What stands in a column for mobiles comes after the number that was written as the phone.
  (cell.column.use === "mobile" ? cell.gathered.mobiles : cell.row.phones).push(...phones);
  cell.row.rawPhones.push(...unread);
  if (unread.length > 0) note(cell, "phone_unreadable");
}

function takeNumber(cell: Cell): void {
  const { row, text, column } = cell;
  const invoice = parseInvoiceNumber(text);
  const number = parseCorporateNumber(text.replace(/^[TtＴｔ]/, ""));
  if (invoice) row.invoiceNumber ??= invoice;
  else if (number && column.use === "invoiceNumber") row.invoiceNumber ??= `T${number}`;
  if (number) row.corporateNumber ??= number;
  else refuse(cell, column.use === "invoiceNumber" ? "invoice_number_wrong" : "corporate_number_wrong");
}

function takeCompany({ row, gathered, column, text }: Cell): void {
  if (row.companyTyped !== null) return;
  if (column.mixed && looksLikeFullName(text)) {
    row.persons.push(...readPeople(text));
    return;
  }
  const { company, key, kana, site, department, person } = readCompany(text);
  row.companyTyped = text;
  row.company = company;
  row.companyKey = key;
  row.companyKana ??= kana;
  row.site ??= site;
  row.department ??= department;
  gathered.behindFirm = person;
}

function refuse(cell: Cell, code: RowIssueCode): void {
  note(cell, code);
  keepExtra(cell.row, cell.column, cell.text);
}

function note({ row, column, text }: Cell, code: RowIssueCode): void {
  row.issues.push({ code, column: column.column, value: text });
}

function keepExtra(row: ImportedRow, column: RecognizedColumn, text: string): void {
  const name = column.name ?? column.column;
  let key = name;
  for (let n = 2; key in row.extra; n++) key = `${name} ${n}`;
  row.extra[key] = text;
}
