import { domainsOf, type MatchPlace, type MatchRecord, matchRecord, papersOf } from "../matching/index.ts";
import type { CustomerKind } from "./shapes.ts";

/** What the matching needs of a customer that is kept here. */
export interface KnownCustomer {
  id: string;
  kind: CustomerKind;
  name: string;
  nameKana: string | null;
  department: string | null;
  /** Former names, nicknames, other spellings. */
  aliases: readonly string[];
  prefecture: string | null;
  city: string | null;
  corporateNumber: string | null;
  invoiceNumber: string | null;
  points: readonly { kind: string; normalized: string; parts: Partial<MatchPlace> | null }[];
  codes: readonly { system: string; code: string }[];
  domains: readonly string[];
  extra: Readonly<Record<string, string>>;
  /** Names of the people of a company. */
  people?: readonly string[];
}

/** The company that a site or a person belongs to, and the name of the site that it is or stands under. */
export interface House {
  id: string;
  name: string;
  site: string | null;
}

/**
 * A customer as the matching sees it. With a house it is a record by which that company is known: a phone of its site and
 * a mail address of one of its people tell of the company, and bear its id.
 */
export function matchRecordOf(customer: KnownCustomer, house: House | null = null): MatchRecord {
  const ofKind = (...kinds: string[]) =>
    customer.points.filter((point) => kinds.includes(point.kind)).map((point) => point.normalized);
  const mails = ofKind("mail");
  const reach = {
    places: placesOf(customer),
    phones: ofKind("phone", "mobile", "fax"),
    mails,
    domains: [...new Set([...customer.domains, ...domainsOf(mails)])],
  };
  if (house) {
    const { id, name, site } = house;
    const persons = customer.kind === "person" ? [customer.name] : [];
    const codes = customer.kind === "site" ? customer.codes : [];
    return matchRecord({ id, kind: "company", name, site, persons, codes, ...reach });
  }
  const { id, name, nameKana, aliases, department, corporateNumber, invoiceNumber, codes } = customer;
  const own = { id, name, nameKana, aliases, department, corporateNumber, invoiceNumber, codes, ...reach };
  if (customer.kind !== "person")
    return matchRecord({ ...own, kind: "company", persons: customer.people ?? [] });
  return matchRecord({ ...own, kind: "person", ...papersOf(customer.extra) });
}

function placesOf({ points, prefecture, city }: KnownCustomer): MatchPlace[] {
  const nowhere = { postal: null, prefecture: null, city: null, street: null };
  const places = points
    .filter((point) => point.kind === "address" && point.parts !== null)
    .map(({ parts }) => {
      const { postal = null, prefecture = null, city = null, street = null } = parts!;
      return { postal, prefecture, city, street };
    });
  if (places.length > 0 || (prefecture === null && city === null)) return places;
  return [{ ...nowhere, prefecture, city }];
}
