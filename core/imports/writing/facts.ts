import type { ContactPointColumns } from "../../customers/index.ts";
import { foldText } from "../../japanese/index.ts";
import type { ImportedPerson, ImportedPhone, ImportedRow } from "../reading/index.ts";

/** What a row says of one customer: its company, the site, a person. */
export interface Facts {
  name: string;
  /** Further names: of a household whose members stand in one cell. */
  aliases: string[];
  columns: FactColumns;
  roles: string[];
  extra: Record<string, string>;
  note: string | null;
  points: ContactPointColumns[];
  codes: { system: string; code: string }[];
}

/** Columns of the customer's own row that a list can fill. */
export interface FactColumns {
  name_kana?: string | null;
  honorific?: string | null;
  department?: string | null;
  title?: string | null;
  corporate_number?: string | null;
  invoice_number?: string | null;
  prefecture?: string | null;
  city?: string | null;
  url?: string | null;
  relation_since?: string | null;
  amount?: number | null;
}

export interface RowFacts {
  company: Facts | null;
  site: Facts | null;
  people: Facts[];
}

/**
 * Parts a row into what belongs to the company, its site and its people. Fixed lines, fax and address are the house's,
 * mobiles and mail the person's; codes, 取引額 and the like belong to whom we do business with: the site, else the company,
 * else the person. The company of a site keeps only what is true of all of it.
 */
export function factsOf(row: ImportedRow): RowFacts {
  const people = peopleOf(row);
  const company = row.company ? emptyFacts(row.company) : null;
  const site = company && row.site ? emptyFacts(row.site) : null;
  const house = site ?? company;
  const party = house ?? people[0]!;
  if (company) {
    company.columns.name_kana = row.companyKana;
    company.columns.corporate_number = row.corporateNumber;
    company.columns.invoice_number = row.invoiceNumber;
    company.columns.url = row.url;
  } else party.columns.url = row.url;
  if (house && people.length === 0) {
    house.columns.department = row.department;
    house.columns.title = row.title;
  }
  Object.assign(party.columns, {
    prefecture: row.prefecture,
    city: row.city,
    relation_since: row.date,
    amount: row.amount,
  });
  party.roles = row.roles.map((role) => roleOf[role]).filter((role) => role !== undefined);
  party.extra = row.extra;
  party.note = row.note;
  party.codes = row.codes;
  const address = addressOf(row);
  if (address) party.points.push(address);
  for (const phone of row.phones) placePhone(phone, house, people);
  placeMails(row.emails, house, people);
  return { company, site, people };
}

const roleOf: Record<string, string | undefined> = {
  得意先: "customer",
  仕入先: "supplier",
  納入先: "ship_to",
  請求先: "bill_to",
  見込: "lead",
  見込み: "lead",
  見込客: "lead",
  見込み客: "lead",
  取引停止: "on_hold",
};

function peopleOf(row: ImportedRow): Facts[] {
  const people = row.persons.map((person) => ({
    ...emptyFacts(person.name),
    columns: personColumns(person),
  }));
  if (!row.company && people.length > 1) {
    const [first, ...others] = people;
    return [{ ...first!, aliases: others.map((person) => person.name) }];
  }
  // A mail address alone is somebody, too.
  if (people.length === 0 && !row.company) return [emptyFacts(row.emails[0]!)];
  return people;
}

function personColumns(person: ImportedPerson): FactColumns {
  return {
    name_kana: person.kana,
    honorific: person.honorific,
    department: person.department,
    title: person.title,
  };
}

function placePhone(phone: ImportedPhone, house: Facts | null, people: readonly Facts[]): void {
  const point = { ...emptyPoint, kind: phone.kind, value: phone.raw, normalized: phone.e164 };
  const own = house === null || (phone.kind === "mobile" && people.length === 1);
  if (own) people[0]!.points.push({ ...point, extension: phone.ext });
  else if (phone.ext && people.length === 1) {
    house.points.push(point);
    people[0]!.points.push({ ...point, extension: phone.ext });
  } else house.points.push({ ...point, extension: phone.ext });
}

/** info@ and its kin belong to the house; as many addresses as people are one for each. */
function placeMails(mails: readonly string[], house: Facts | null, people: readonly Facts[]): void {
  mails.forEach((mail, index) => {
    const point = { ...emptyPoint, kind: "mail" as const, value: mail, normalized: mail };
    const paired = people.length === mails.length ? people[index] : people[0];
    const shared = house !== null && (people.length === 0 || sharedBox.test(mail));
    (shared ? house : paired!).points.push(point);
  });
}

const sharedBox =
  /^(?:info|contact|office|mail|sales|eigyo|eigyou|soumu|somu|keiri|support|inquiry|toiawase|order|webmaster|admin|postmaster|jimu|honsha|kobai|shop|recruit|pr)@/;

function addressOf(row: ImportedRow): ContactPointColumns | null {
  const { postal, prefecture, city, street, building } = row;
  const typed = row.address ?? [prefecture, city, street, building].filter((part) => part !== null).join("");
  const value = typed || (postal ? `〒${postal}` : "");
  if (value === "") return null;
  return {
    ...emptyPoint,
    kind: "address",
    value,
    normalized: foldText(value) || value,
    parts: { postal, prefecture, city, street, building },
  };
}

const emptyPoint = { extension: null, label: null, parts: null };

function emptyFacts(name: string): Facts {
  return { name, aliases: [], columns: {}, roles: [], extra: {}, note: null, points: [], codes: [] };
}
