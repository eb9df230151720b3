import {
  companyKey,
  parseAmount,
  parseCorporateNumber,
  parseDate,
  parseEmails,
  parseInvoiceNumber,
  parsePostal,
  splitSite,
} from "../../japanese/index.ts";
import type { RecognizedColumn } from "./columns.ts";
import type { Use } from "./fields.ts";
import type { ImportedRow, RowIssueCode } from "./imported-row.ts";
import { readPeople } from "./people.ts";
import { readPhones } from "./phones.ts";
import type { RowContext } from "./row.ts";

/** What several cells of a row say together; made into values when all are read. */
export interface Gathered {
  lastName: string;
  firstName: string;
  kanas: string[];
  lastKana: string;
  firstKana: string;
  honorific: string;
  /** The row's country column names another one than Japan. */
  isForeign: boolean;
  address: { use: Use; text: string }[];
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
  if (column.use === null || (NAMES.has(column.use) && isFormula(text))) keepExtra(row, column, text);
  else TAKE[column.use]({ row, gathered, column, text, context });
}

const NAMES: ReadonlySet<Use> = new Set<Use>([
  "person",
  "lastName",
  "firstName",
  "owner",
  "companyKana",
  "personKana",
]);

/** `="田中商事"` is how a program writes a text; a minus or at sign alone begins many a name. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}

const FORMULA = /^\s*(=(?!"[^"]*"\s*$)|[+\-@][^\s|!]*[(|!].*)/;

interface Cell {
  row: ImportedRow;
  gathered: Gathered;
  column: RecognizedColumn;
  text: string;
  context: RowContext;
}

const TAKE: Record<Use, (cell: Cell) => void> = {
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
  extension: ({ row, column, text }) => {
    const phone = row.phones.find((one) => one.kind === "phone");
    const digits = text.normalize("NFKC").replace(/\D/g, "");
    if (phone && !phone.ext && digits !== "") phone.ext = digits;
    else keepExtra(row, column, text);
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
    for (const role of rolesIn(text)) if (!row.roles.includes(role)) row.roles.push(role);
    keepExtra(row, column, text);
  },
  country: ({ row, column, text }) => keepExtra(row, column, text),
  date: (cell) => {
    const read = parseDate(cell.text, { today: cell.context.today });
    if (!read || "error" in read) return refuse(cell, read ? "no_such_date" : "date_unreadable");
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

function takeAddress({ gathered, column, text }: Cell): void {
  gathered.address.push({ use: column.use!, text });
}

function takePhone(cell: Cell): void {
  // A number of another country is read by our rules only if it says which.
  if (cell.gathered.isForeign && !/^\s*[+＋]/.test(cell.text)) {
    cell.row.rawPhones.push(cell.text);
    return;
  }
  const { phones, unread } = readPhones(cell.text, cell.column.use as "phone" | "mobile" | "fax");
  cell.row.phones.push(...phones);
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

const READING_IN_NAME =
  /^(.*\S)\s*[(（[［【]\s*([\p{sc=Katakana}\p{sc=Hiragana}ー・ｰﾞﾟ\s]{3,})\s*[)）\]］】]$/su;

function takeCompany({ row, text }: Cell): void {
  if (row.companyTyped !== null) return;
  row.companyTyped = text;
  let name = text.includes("\n") ? text.replace(/\s*[\r\n]+\s*/g, " ") : text;
  const reading = /[)）\]］】]$/.test(name) ? READING_IN_NAME.exec(name) : null;
  if (reading && /\p{sc=Han}|[A-Za-z]/u.test(reading[1]!)) {
    name = reading[1]!;
    row.companyKana ??= reading[2]!.trim();
  }
  if (name.endsWith("御中")) name = name.replace(/[\s\u3000]*御中$/, "");
  const { company, site, department } = splitSite(name);
  row.company = site === null && department === null ? name : typedHead(name, company);
  row.site ??= site;
  row.department ??= department;
  row.companyKey = companyKey(row.company) || null;
}

/** The front of `typed` that has the letters of `head`, white space as typed. */
function typedHead(typed: string, head: string): string {
  const letters = head.replace(/\s/g, "").length;
  let seen = 0;
  for (let at = 0; at < typed.length; at++) {
    if (!/[\s\u200b]/.test(typed[at]!)) seen++;
    if (seen === letters) return typed.slice(0, at + 1);
  }
  return head;
}

function refuse(cell: Cell, code: RowIssueCode): void {
  note(cell, code);
  keepExtra(cell.row, cell.column, cell.text);
}

function note({ row, column, text }: Cell, code: RowIssueCode): void {
  row.issues.push({ code, column: column.column, value: text });
}

function keepExtra(row: ImportedRow, column: RecognizedColumn, text: string): void {
  let key = column.column;
  for (let n = 2; key in row.extra; n++) key = `${column.column} ${n}`;
  row.extra[key] = text;
}

const ROLES = ["得意先", "仕入先", "納入先", "請求先", "見込", "取引停止"] as const;

/** The roles that a text names, in the words of the ledger. */
export function rolesIn(text: string): string[] {
  const plain = text.normalize("NFKC").replaceAll("納品先", "納入先").replaceAll("請求書送付先", "請求先");
  return ROLES.filter((role) => plain.includes(role));
}

const NOTHING =
  /^([-‐‑‒–—―−ー－*＊・.\s]+|n\/?a|null|none|nil|nan|undefined|#(n\/a|value!|ref!|name\?|div\/0!|null!|num!))$/i;
const NOTHING_IN_WORDS = /^(なし|無し|ナシ|無|不明|未定|未登録|未設定|未入力|該当なし|同左|[x×✕✖])$/i;

/** What people and programs write where there is nothing to write. Words and crosses may mean something in a free column. */
export function isPlaceholder(text: string, use: Use | null): boolean {
  if (text.length > 9) return false;
  return (
    NOTHING.test(text) || (use !== null && use !== "note" && use !== "role" && NOTHING_IN_WORDS.test(text))
  );
}

/** Outer white space off, the wrapping of `="…"` and of a text apostrophe too. */
export function unwrapCell(cell: string): string {
  const first = cell.charCodeAt(0);
  const text = first === 61 ? cell.replace(/^="(.*)"$/s, "$1") : first === 39 ? cell.slice(1) : cell;
  const last = text.charCodeAt(text.length - 1);
  // Ideographic and zero-width spaces count; everything written in between stays as typed.
  return isEdge(text.charCodeAt(0)) || isEdge(last) ? text.replace(EDGES, "") : text;
}

function isEdge(code: number): boolean {
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff;
}

const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
