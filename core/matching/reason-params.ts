import type { Features } from "./evidence.ts";
import type { ReasonCode } from "./evidence-codes.ts";
import type { MatchRecord } from "./record.ts";

/** What a text may show of a reason: the shared value as `value`, else what stands on either side as `a` and `b`. */
export function reasonParams(code: ReasonCode, a: Features, b: Features): Record<string, string> {
  const shared = SHARED[code];
  if (shared) {
    const there = new Set(shared(b.record));
    const value = shared(a.record).find((one) => there.has(one));
    return value === undefined ? {} : { value };
  }
  const told = TOLD[code] ?? (/name|form|word|arm/.test(code) ? nameOf : null);
  return told ? { a: told(a.record) ?? "", b: told(b.record) ?? "" } : {};
}

type Listed = (record: MatchRecord) => readonly string[];
type Told = (record: MatchRecord) => string | null | undefined;

const nameOf: Told = (record) => record.name;

const SHARED: Partial<Record<ReasonCode, Listed>> = {
  phone: (record) => record.phones,
  mobile: (record) => record.phones,
  mail: (record) => record.mails,
  domain: (record) => record.domains,
  code: (record) => record.codes.map(({ code }) => code),
  postal: (record) => record.places.flatMap(({ postal }) => postal ?? []),
  city: (record) => record.places.flatMap(({ city }) => city ?? []),
  prefecture: (record) => record.places.flatMap(({ prefecture }) => prefecture ?? []),
  person: (record) => record.persons,
  birth: (record) => (record.birthDate ? [record.birthDate] : []),
};

const TOLD: Partial<Record<ReasonCode, Told>> = {
  corporate_number: (record) => record.corporateNumber ?? record.invoiceNumber?.slice(1),
  other_corporate_number: (record) => record.corporateNumber ?? record.invoiceNumber?.slice(1),
  other_prefecture: (record) => record.places[0]?.prefecture,
  other_city: (record) => record.places[0]?.city,
  other_place: (record) => record.places[0]?.city,
  other_phone: (record) => record.phones[0],
  other_mail: (record) => record.mails[0],
  other_domain: (record) => record.domains[0],
  other_site: (record) => record.site,
  other_reading: (record) => record.nameKana,
  other_birth: (record) => record.birthDate,
  employer: (record) => record.employer,
  other_employer: (record) => record.employer,
};
