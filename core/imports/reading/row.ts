import { type Day, parsePostal } from "../../japanese/index.ts";
import { readAddress } from "./address-parts.ts";
import { isFormula, isPlaceholder, unwrapCell } from "./cell-text.ts";
import { type Gathered, takeCell, takeExtensions } from "./cells.ts";
import type { RecognizedColumn } from "./columns.ts";
import { emptyRow, type ImportedRow, type RejectReason, rejectRow } from "./imported-row.ts";
import { isMojibake } from "./mojibake.ts";
import { joinPerson, readPeople, splitKanas } from "./people.ts";
import { type ImportedPhone, readPhones } from "./phones.ts";
import type { SourceRecord } from "./record.ts";
import { rolesIn } from "./roles.ts";
import { createNumberJoiner } from "./split-numbers.ts";

export interface RowContext {
  today?: Day | undefined;
  /** The unit above the table, for amount columns without one. */
  unit: string | null;
  /** Roles that hold for the whole sheet. */
  roles: readonly string[];
}

/** Reads one data record; `cells` are its cells after carrying down, `section` the heading above it. */
export type RowReader = (
  record: SourceRecord,
  cells: readonly string[],
  section: string | null,
) => ImportedRow;

/** Makes the reader of data records for these columns. */
export function createRowReader(columns: readonly RecognizedColumn[], context: RowContext): RowReader {
  const company = columns.find((one) => one.use === "company")?.index;
  const person = columns.find((one) => one.use === "person" || one.use === "lastName")?.index;
  const country = columns.find((one) => one.use === "country")?.index;
  const joinNumbers = createNumberJoiner(columns);
  return (record, given, section) => {
    const cells = joinNumbers(given);
    const row = emptyRow(record);
    row.section = section;
    const reason = unusable(record, cells, company ?? person);
    if (reason) return rejectRow(row, reason);
    const gathered: Gathered = {
      lastName: "",
      firstName: "",
      kanas: [],
      lastKana: "",
      firstKana: "",
      honorific: "",
      behindFirm: null,
      phoneLabel: "",
      mobiles: [],
      home: [],
      isForeign: country !== undefined && isForeign(cells[country] ?? ""),
      address: [],
      extensions: [],
    };
    for (const column of columns) {
      const cell = cells[column.index];
      if (cell === undefined || cell === "") continue;
      const text = unwrapCell(cell);
      if (text !== "" && !isPlaceholder(text, column.use)) takeCell(row, gathered, column, text, context);
    }
    if (gathered.extensions.length > 0) takeExtensions(row, gathered);
    row.phones.push(...gathered.mobiles);
    finishPeople(row, gathered);
    if (gathered.home.length > 0) takeHome(row, gathered);
    if (gathered.address.length > 0) readAddress(row, gathered.address);
    if (record.readings) takeReadings(row, record.readings, company, person);
    if (row.phones.length > 1) orderPhones(row);
    for (const role of context.roles) if (!row.roles.includes(role)) row.roles.push(role);
    if (section) takeSection(row, section);
    const named = row.company !== null || row.persons.length > 0 || row.emails.length > 0;
    return named ? row : rejectRow(row, "no_identity");
  };
}

function unusable(
  record: SourceRecord,
  cells: readonly string[],
  index: number | undefined,
): RejectReason | null {
  const cell = index === undefined ? "" : (cells[index] ?? "");
  if (index === undefined || cell === "") return null;
  if (record.formulas?.[index] || isFormula(cell)) return "formula";
  return isMojibake(cell) ? "mojibake" : null;
}

function isForeign(country: string): boolean {
  const text = unwrapCell(country);
  return text !== "" && !isPlaceholder(text, "country") && !/日本|japan|^jpn?$|国内/i.test(text);
}

function finishPeople(row: ImportedRow, gathered: Gathered): void {
  const { lastName, firstName, lastKana, firstKana, kanas } = gathered;
  const partedKana = [lastKana, firstKana].filter((kana) => kana !== "").join(" ");
  if (lastName !== "" || firstName !== "") {
    const person = joinPerson(lastName, firstName);
    if (person) {
      person.kana = partedKana || person.kana;
      row.persons.unshift(person);
    }
  } else if (partedKana !== "") kanas.push(partedKana);
  if (row.persons.length === 0 && gathered.behindFirm !== null)
    row.persons.push(...readPeople(gathered.behindFirm));
  if (row.persons.length > 1) {
    row.persons = row.persons.filter(
      (one, at) => row.persons.findIndex((two) => two.name === one.name) === at,
    );
  }
  const readings = row.persons.length > 1 ? splitKanas(kanas) : kanas;
  row.persons.forEach((person, index) => {
    person.kana ??= readings[index] ?? null;
  });
  const first = row.persons[0];
  if (!first) return;
  first.title ??= row.title;
  first.department ??= row.department;
  first.honorific ??= gathered.honorific || null;
  row.title ??= first.title;
  row.department ??= first.department;
}

/** Home counts for a person whose row knows no other place. */
function takeHome(row: ImportedRow, { home, address }: Gathered): void {
  const of = (use: string) => home.filter((one) => one.use === use).map((one) => one.text);
  if (address.length === 0 && row.postal === null) {
    row.postal =
      of("homePostal")
        .map(parsePostal)
        .find((one) => one !== null) ?? null;
    address.push(
      ...of("homeAddress").map((text, at) => ({
        use: at === 0 ? ("address" as const) : ("building" as const),
        text,
      })),
    );
  }
  if (row.phones.length === 0) {
    row.phones.push(...of("homePhone").flatMap((text) => readPhones(text, "phone").phones));
  }
}

/** The reading that Excel keeps with a name counts where no column gives one. */
function takeReadings(
  row: ImportedRow,
  readings: Record<number, string>,
  company: number | undefined,
  person: number | undefined,
): void {
  if (company !== undefined && row.company) row.companyKana ??= readings[company] ?? null;
  const only = row.persons.length === 1 ? row.persons[0] : undefined;
  if (person !== undefined && only) only.kana ??= readings[person] ?? null;
}

const KINDS = { phone: 0, mobile: 1, fax: 2 } as const;

function orderPhones(row: ImportedRow): void {
  row.phones.sort((a, b) => KINDS[a.kind] - KINDS[b.kind]);
  row.phones = row.phones.filter(
    (phone, index) => row.phones.findIndex((one) => isSamePhone(one, phone)) === index,
  );
}

function isSamePhone(a: ImportedPhone, b: ImportedPhone): boolean {
  return a.e164 === b.e164 && a.kind === b.kind && a.ext === b.ext;
}

/** 【仕入先】 and 【担当：佐藤】 over some rows say it of each of them. */
function takeSection(row: ImportedRow, section: string): void {
  for (const role of rolesIn(section)) if (!row.roles.includes(role)) row.roles.push(role);
  const owner = /^(?:営業)?担当(?:者)?\s*:\s*(.+)$/.exec(section.normalize("NFKC"));
  if (owner) row.ownerName ??= owner[1]!.trim();
}
