import { foldText, parseDate } from "../japanese/index.ts";
import { domainsOf, type MatchPlace, type MatchRecord, matchRecord } from "./record.ts";
import { urlDomain } from "./url-domain.ts";

/** What the matching needs of a row of a list; what the reader of lists gives (`ImportedRow`) fits as it is. */
export interface RowFacts {
  company: string | null;
  companyKana: string | null;
  site: string | null;
  department: string | null;
  persons: readonly {
    name: string;
    family: string | null;
    given: string | null;
    kana: string | null;
  }[];
  emails: readonly string[];
  phones: readonly { e164: string }[];
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  street: string | null;
  url: string | null;
  corporateNumber: string | null;
  invoiceNumber: string | null;
  codes: readonly { system: string; code: string }[];
  extra: Readonly<Record<string, string>>;
}

/** The company of a row, or null when the row names none. */
export function companyOfRow(row: RowFacts, id: string): MatchRecord | null {
  if (row.company === null) return null;
  const domain = urlDomain(row.url ?? "");
  const { company: name, companyKana, site, department, corporateNumber, invoiceNumber, codes } = row;
  return matchRecord({
    id,
    kind: "company",
    name,
    nameKana: companyKana,
    site,
    department,
    places: placesOf(row),
    phones: row.phones.map((phone) => phone.e164),
    mails: row.emails,
    domains: [...new Set([...domainsOf(row.emails), ...(domain === null ? [] : [domain])])],
    corporateNumber,
    invoiceNumber,
    codes,
    persons: row.persons.map((person) => person.name),
  });
}

/** The first person of a row, or the one behind its mail address; null when it names neither. */
export function personOfRow(row: RowFacts, id: string): MatchRecord | null {
  const person = row.persons[0];
  const name = person?.name ?? row.emails[0];
  if (name === undefined) return null;
  return matchRecord({
    id,
    kind: "person",
    name,
    nameKana: person?.kana ?? null,
    family: person?.family ?? null,
    given: person?.given ?? null,
    employer: row.company,
    department: row.department,
    places: placesOf(row),
    phones: row.phones.map((phone) => phone.e164),
    mails: row.emails,
    codes: row.company === null ? row.codes : [],
    ...papersOf(row.extra),
  });
}

/** Day of birth and numbers of a person, from columns that nobody knows (その他). */
export function papersOf(
  extra: Readonly<Record<string, string>>,
): Pick<MatchRecord, "birthDate" | "identifiers"> {
  return {
    birthDate: told(extra, BIRTH).map(([, value]) => dayOf(value))[0] ?? null,
    identifiers: told(extra, IDENTIFIER).map(([label, value]) => ({
      label: foldText(label),
      value: foldText(value),
    })),
  };
}

const BIRTH = /生年月日|誕生日|birth|\bdob\b/i;
const IDENTIFIER =
  /soc_?sec|social.?security|\bssn\b|passport|旅券|免許証|保険証|会員番号|診察券|member.?(?:id|no)/i;
const POSTAL = /^(?:post_?\s?code|zip(?:_?\s?code)?|postal_?\s?code)$/i;

/** Columns that nobody knows keep what foreign lists say: their postal codes are none of ours. */
function told(extra: Readonly<Record<string, string>>, label: RegExp): [string, string][] {
  return Object.entries(extra).filter(([name, value]) => label.test(name) && value.trim() !== "");
}

function placesOf(row: RowFacts): MatchPlace[] {
  const { prefecture, city, street } = row;
  const postal = row.postal ?? told(row.extra, POSTAL)[0]?.[1] ?? null;
  return (postal ?? prefecture ?? city ?? street) ? [{ postal, prefecture, city, street }] : [];
}

/** The day as ISO where it is one, else its letters, so that a slip of the keys can still be seen. */
function dayOf(value: string): string {
  const read = parseDate(value);
  return read && "date" in read && read.precision === "day" ? read.date.replaceAll("-", "") : foldText(value);
}
