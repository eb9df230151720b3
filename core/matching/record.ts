import { isFreeMailDomain } from "../japanese/index.ts";

/** A place where somebody can be found; each part as typed, or null. */
export interface MatchPlace {
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  /** Town and block: 丸の内1-1-1. */
  street: string | null;
}

/**
 * What tells one company (or one person on their own) from another: the same shape for a row of a list and for a
 * customer. Values are as the readers of `core/japanese` give them; names stay as typed.
 */
export interface MatchRecord {
  id: string;
  kind: "company" | "person";
  /** The company without its site, legal form included; the full name of a person. */
  name: string;
  nameKana: string | null;
  /** Former names, nicknames, other spellings. */
  aliases: readonly string[];
  /** 大阪支店: what this record stands for is that part of the company. */
  site: string | null;
  department: string | null;
  places: readonly MatchPlace[];
  /** E.164, fax included. */
  phones: readonly string[];
  mails: readonly string[];
  /** Domains of their own, never those of free mail. */
  domains: readonly string[];
  corporateNumber: string | null;
  invoiceNumber: string | null;
  codes: readonly { system: string; code: string }[];
  /** Names of the people of a company. */
  persons: readonly string[];
  /**
   * Of a person: parts of the name where they are known, the company they belong to (its name, or the id of its cluster
   * where that is known), the day of birth, numbers of theirs.
   */
  family: string | null;
  given: string | null;
  employer: string | null;
  birthDate: string | null;
  identifiers: readonly { label: string; value: string }[];
}

/** A record with everything that is not told left empty; domains follow from the mails unless they are given. */
export function matchRecord(
  told: Partial<MatchRecord> & Pick<MatchRecord, "id" | "kind" | "name">,
): MatchRecord {
  return {
    nameKana: null,
    aliases: [],
    site: null,
    department: null,
    places: [],
    phones: [],
    mails: [],
    domains: domainsOf(told.mails ?? []),
    corporateNumber: null,
    invoiceNumber: null,
    codes: [],
    persons: [],
    family: null,
    given: null,
    employer: null,
    birthDate: null,
    identifiers: [],
    ...told,
  };
}

/** The domains of mail addresses that say something about a company. */
export function domainsOf(mails: readonly string[]): string[] {
  const domains = mails.map((mail) => mail.slice(mail.lastIndexOf("@") + 1).toLowerCase());
  return [...new Set(domains.filter((domain) => domain !== "" && !isFreeMailDomain(domain)))];
}
