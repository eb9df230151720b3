import {
  companyKey,
  type Day,
  parseAddress,
  parseAmount,
  parseCorporateNumber,
  parseDate,
  parseEmails,
  parseInvoiceNumber,
  parsePostal,
  prefectureOf,
  splitSite,
} from "../../japanese/index.ts";
import type { RecordKind } from "./classify.ts";
import type { RecognizedColumn } from "./columns.ts";
import type { Use } from "./fields.ts";
import { isMojibake } from "./mojibake.ts";
import { type ImportedPerson, joinPerson, readPeople } from "./people.ts";
import { type ImportedPhone, readPhones } from "./phones.ts";
import { isBlank, type SourceRecord } from "./record.ts";

export type RejectReason = Exclude<RecordKind, "data"> | "no_identity" | "formula" | "mojibake";

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
}

export interface RowContext {
  today?: Day | undefined;
  /** The unit above the table, for amount columns without one. */
  unit: string | null;
  /** Roles that hold for the whole sheet. */
  roles: readonly string[];
}

/** Makes the reader of data records for these columns. `cells` are the cells after carrying down. */
export function createRowReader(
  columns: readonly RecognizedColumn[],
  context: RowContext,
): (record: SourceRecord, cells: readonly string[], section: string | null) => ImportedRow {
  const plan = planOf(columns);
  return (record, cells, section) => {
    const row = emptyRow(record);
    row.section = section;
    const reason = unreadable(record, cells, plan);
    if (reason) return rejectRow(row, reason);
    const values: Values = {
      lasts: [],
      firsts: [],
      kanas: [],
      lastKana: "",
      firstKana: "",
      honorific: "",
      parts: [],
    };
    for (const column of columns) {
      const cell = cells[column.index];
      if (cell === undefined || cell === "") continue;
      const text = clean(cell);
      if (text === "" || isPlaceholder(text)) continue;
      takeCell(row, values, column, text, context);
    }
    readReadings(row, record, plan);
    finishPeople(row, values);
    finishAddress(row, values);
    finishPhones(row);
    row.roles.push(...context.roles.filter((role) => !row.roles.includes(role)));
    if (section) applySection(row, section);
    if (!row.company && row.persons.length === 0 && row.emails.length === 0)
      return rejectRow(row, "no_identity");
    return row;
  };
}

/** A record that is no data: kept with its cells and the reason. */
export function rejectedRow(record: SourceRecord, reason: RejectReason): ImportedRow {
  return rejectRow(emptyRow(record), reason);
}

/** The phone one would dial: a fixed line, else a mobile, never a fax. */
export function primaryPhone(row: ImportedRow): ImportedPhone | null {
  return row.phones.find((phone) => phone.kind !== "fax") ?? null;
}

interface Values {
  lasts: string[];
  firsts: string[];
  kanas: string[];
  lastKana: string;
  firstKana: string;
  honorific: string;
  parts: { use: Use; text: string }[];
}

interface Plan {
  company: number | undefined;
  person: number | undefined;
  companyKana: boolean;
  /** Where a formula or broken letters make the whole row unusable. */
  identity: number[];
}

function planOf(columns: readonly RecognizedColumn[]): Plan {
  const at = (use: Use) => columns.find((one) => one.use === use)?.index;
  const company = at("company");
  const person = at("person") ?? at("lastName");
  return {
    company,
    person,
    companyKana: at("companyKana") !== undefined,
    identity: [company ?? person].filter((index) => index !== undefined),
  };
}

const FORMULA = /^\s*(=(?!"[^"]*"\s*$)|[+\-@][^\s|!]*[(|!].*)/;

function unreadable(record: SourceRecord, cells: readonly string[], plan: Plan): RejectReason | null {
  for (const index of plan.identity) {
    const cell = cells[index];
    if (!cell) continue;
    if (record.formulas?.[index] || FORMULA.test(cell)) return "formula";
    if (isMojibake(cell)) return "mojibake";
  }
  return null;
}

const PLACEHOLDER =
  /^([-‐‑–—―−ー－*＊・\s]+|なし|無し|無|不明|未定|未登録|未設定|該当なし|n\/?a|null|none|nil|nan|undefined|#(n\/a|value!|ref!|name\?|div\/0!|null!|num!)|[x×✕]+)$/i;

/** What people write where there is nothing to write. */
export function isPlaceholder(text: string): boolean {
  return text.length <= 9 && PLACEHOLDER.test(text);
}

/** Outer white space off, the wrapping of `="…"` and of a text apostrophe too. */
export function clean(cell: string): string {
  let text = cell;
  const first = text.charCodeAt(0);
  if (first === 61) text = text.replace(/^="(.*)"$/s, "$1");
  else if (first === 39) text = text.slice(1);
  return text.replace(EDGES, "");
}

const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;

function takeCell(
  row: ImportedRow,
  values: Values,
  column: RecognizedColumn,
  text: string,
  context: RowContext,
): void {
  const { use } = column;
  // What cannot be read is not lost: it follows the customer as it stands.
  const issue = (code: RowIssueCode) => {
    row.issues.push({ code, column: column.column, value: text });
    if (code !== "phone_unreadable") keepExtra(row, column, text);
  };
  switch (use) {
    case "company":
      return takeCompany(row, text);
    case "companyKana":
      row.companyKana ??= text;
      return;
    case "site":
      row.site ??= text;
      return;
    case "person":
      row.persons.push(...readPeople(text));
      return;
    case "personKana":
      values.kanas.push(text);
      return;
    case "lastName":
      values.lasts.push(text);
      return;
    case "firstName":
      values.firsts.push(text);
      return;
    case "lastNameKana":
      values.lastKana = text;
      return;
    case "firstNameKana":
      values.firstKana = text;
      return;
    case "honorific":
      values.honorific = text;
      return;
    case "department":
      row.department = text;
      return;
    case "title":
      row.title = text;
      return;
    case "email": {
      const emails = parseEmails(text);
      if (emails.length === 0) issue("email_unreadable");
      for (const email of emails) if (!row.emails.includes(email)) row.emails.push(email);
      return;
    }
    case "phone":
    case "mobile":
    case "fax": {
      const { phones, unread } = readPhones(text, use);
      row.phones.push(...phones);
      if (unread.length > 0) issue("phone_unreadable");
      row.rawPhones.push(...unread);
      return;
    }
    case "extension": {
      const phone = row.phones.find((one) => one.kind === "phone");
      const digits = text.normalize("NFKC").replace(/\D/g, "");
      if (phone && !phone.ext && digits) phone.ext = digits;
      else keepExtra(row, column, text);
      return;
    }
    case "postal":
      row.postal ??= parsePostal(text);
      if (!row.postal) issue("postal_unreadable");
      return;
    case "prefecture":
    case "city":
    case "street":
    case "building":
    case "address":
      values.parts.push({ use, text });
      return;
    case "url":
      row.url ??= text;
      return;
    case "corporateNumber":
    case "invoiceNumber":
      return takeNumber(row, text, use, issue);
    case "customerCode":
      row.codes.push({ system: column.column, code: text.replace(/^(\d+)\.0$/, "$1") });
      return;
    case "owner":
      row.ownerName ??= text;
      return;
    case "role": {
      const roles = rolesIn(text);
      for (const role of roles) if (!row.roles.includes(role)) row.roles.push(role);
      keepExtra(row, column, text);
      return;
    }
    case "date": {
      const read = parseDate(text, { today: context.today });
      if (read && "date" in read) {
        row.date ??= read.date;
        row.datePrecision ??= read.precision;
      } else issue(read ? "no_such_date" : "date_unreadable");
      return;
    }
    case "amount": {
      const amount = parseAmount(text, { unit: column.unit ?? context.unit ?? undefined });
      if (amount === null) issue("amount_unreadable");
      else row.amount ??= amount;
      return;
    }
    case "note":
      row.note = row.note === null ? text : `${row.note}\n${text}`;
      return;
    case null:
      keepExtra(row, column, text);
  }
}

function keepExtra(row: ImportedRow, column: RecognizedColumn, text: string): void {
  let key = column.column;
  for (let n = 2; key in row.extra; n++) key = `${column.column} ${n}`;
  row.extra[key] = text;
}

const READING_IN_NAME =
  /^(.*\S)\s*[(（[［【]\s*([\p{sc=Katakana}\p{sc=Hiragana}ー・ｰﾞﾟ\s]{3,})\s*[)）\]］】]$/su;

function takeCompany(row: ImportedRow, text: string): void {
  if (row.companyTyped !== null) return;
  row.companyTyped = text;
  let name = text.replace(/\s*[\r\n]+\s*/g, " ");
  const reading = READING_IN_NAME.exec(name);
  if (reading && /\p{sc=Han}|[A-Za-z]/u.test(reading[1]!)) {
    name = reading[1]!;
    row.companyKana ??= reading[2]!.trim();
  }
  name = name.replace(/[\s\u3000]*御中$/, "");
  const parts = splitSite(name);
  row.company = parts.company === "" ? name : parts.company;
  row.site ??= parts.site;
  if ("department" in parts && parts.department) row.department ??= parts.department as string;
  row.companyKey = companyKey(row.company) || null;
}

function takeNumber(
  row: ImportedRow,
  text: string,
  use: "corporateNumber" | "invoiceNumber",
  issue: (code: RowIssueCode) => void,
): void {
  const invoice = parseInvoiceNumber(text);
  const number = parseCorporateNumber(text.replace(/^[TtＴｔ]/, ""));
  if (use === "invoiceNumber") row.invoiceNumber ??= invoice ?? (number ? `T${number}` : null);
  else if (invoice) row.invoiceNumber ??= invoice;
  if (number) row.corporateNumber ??= number;
  else issue(use === "invoiceNumber" ? "invoice_number_wrong" : "corporate_number_wrong");
}

const ROLES = ["得意先", "仕入先", "納入先", "請求先", "見込", "取引停止"] as const;

/** The roles that a text names. */
export function rolesIn(text: string): string[] {
  const plain = text.normalize("NFKC").replaceAll("納品先", "納入先").replaceAll("請求書送付先", "請求先");
  return ROLES.filter((role) => plain.includes(role));
}

/** The reading that Excel keeps with a name counts where no column gives one. */
function readReadings(row: ImportedRow, record: SourceRecord, plan: Plan): void {
  const { readings } = record;
  if (!readings) return;
  if (plan.company !== undefined && row.company) row.companyKana ??= readings[plan.company] ?? null;
  const person = row.persons[0];
  if (plan.person !== undefined && row.persons.length === 1 && person)
    person.kana ??= readings[plan.person] ?? null;
}

function finishPeople(row: ImportedRow, values: Values): void {
  if (values.lasts.length > 0 || values.firsts.length > 0) {
    const person = joinPerson(values.lasts[0] ?? "", values.firsts[0] ?? "");
    if (person) {
      person.kana = [values.lastKana, values.firstKana].filter(Boolean).join(" ") || person.kana;
      row.persons.unshift(person);
    }
  } else if (values.lastKana || values.firstKana) {
    values.kanas.push([values.lastKana, values.firstKana].filter(Boolean).join(" "));
  }
  const kanas =
    row.persons.length > 1 ? values.kanas.flatMap((text) => text.split(/[・、,，/／\n]/)) : values.kanas;
  const seen = new Set<string>();
  row.persons = row.persons.filter((person) => !seen.has(person.name) && seen.add(person.name));
  row.persons.forEach((person, index) => {
    person.kana ??= kanas[index]?.replace(/[\s\u3000]*(様|さま|サマ|ｻﾏ)$/, "").trim() || null;
    if (index > 0) return;
    person.title ??= row.title;
    person.department ??= row.department;
    person.honorific ??= values.honorific || null;
  });
  row.title ??= row.persons[0]?.title ?? null;
}

const ORDER: Use[] = ["prefecture", "city", "address", "street", "building"];

function finishAddress(row: ImportedRow, values: Values): void {
  if (values.parts.length === 0) return;
  if (values.parts.every(({ text }) => LATIN.test(text))) return finishLatinAddress(row, values);
  const parts = [...values.parts].sort((a, b) => ORDER.indexOf(a.use) - ORDER.indexOf(b.use));
  let whole = "";
  for (const { use, text } of parts) {
    // A prefecture column beside a full address says it twice.
    if (whole !== "" && text.startsWith(whole)) whole = text;
    else whole += use === "building" && whole !== "" ? ` ${text}` : text;
  }
  row.address = whole;
  const read = parseAddress(whole);
  const own = (use: Use) => values.parts.filter((part) => part.use === use).map((part) => part.text);
  const prefecture = own("prefecture")[0];
  row.prefecture = (prefecture ? prefectureOf(prefecture) : null) ?? read.prefecture;
  row.city = own("city")[0] ?? read.city;
  row.street = read.street ?? own("street")[0] ?? null;
  row.building = own("building")[0] ?? read.building;
  row.postal ??= read.postal;
}

const LATIN = /^[\x20-\x7e\u00a0-\u024f\n]*$/;
const LATIN_ORDER: Use[] = ["street", "address", "building", "city", "prefecture"];

/** Western addresses run from the house to the state; Japanese rules would only tear them apart. */
function finishLatinAddress(row: ImportedRow, values: Values): void {
  const parts = [...values.parts].sort((a, b) => LATIN_ORDER.indexOf(a.use) - LATIN_ORDER.indexOf(b.use));
  const of = (...uses: Use[]) => parts.filter((part) => uses.includes(part.use)).map((part) => part.text);
  row.address = parts.map((part) => part.text).join(", ");
  row.prefecture = of("prefecture")[0] ?? null;
  row.city = of("city")[0] ?? null;
  row.street = of("street", "address").join(" ") || null;
  row.building = of("building")[0] ?? null;
}

const KINDS = { phone: 0, mobile: 1, fax: 2 } as const;

function finishPhones(row: ImportedRow): void {
  if (row.phones.length < 2) return;
  row.phones.sort((a, b) => KINDS[a.kind] - KINDS[b.kind]);
  row.phones = row.phones.filter(
    (phone, index) =>
      row.phones.findIndex((one) => one.e164 === phone.e164 && one.kind === phone.kind) === index,
  );
}

function applySection(row: ImportedRow, section: string): void {
  for (const role of rolesIn(section)) if (!row.roles.includes(role)) row.roles.push(role);
  const owner = /^(?:営業)?担当(?:者)?\s*[::]\s*(.+)$/.exec(section);
  if (owner) row.ownerName ??= owner[1]!.trim();
}

function rejectRow(row: ImportedRow, reason: RejectReason): ImportedRow {
  row.status = "rejected";
  row.reason = reason;
  return row;
}

function emptyRow(record: SourceRecord): ImportedRow {
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
  };
}

/** True when nothing but white space stands in a record. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every(isBlank);
}
