import type { CompanyFeatures, NameFeatures } from "./company-features.ts";
import { type Features, featuresOf } from "./evidence.ts";
import type { PersonFeatures } from "./person-features.ts";
import type { MatchRecord } from "./record.ts";

/**
 * The keys under which a record is looked for: two records that share none are never the same, so only records that
 * share one are compared. About ten of them, each a letter for its sort and the folded value; fit for an index of text
 * arrays. A key that very many share (a chain's name, a building's phone) is for the caller to bound.
 */
export function blockingKeys(record: MatchRecord): readonly string[] {
  return keysOfFeatures(featuresOf(record));
}

export function keysOfFeatures(features: Features): readonly string[] {
  const known = made.get(features);
  if (known) return known;
  const keys = [...new Set(features.kind === "company" ? companyKeys(features) : personKeys(features))];
  made.set(features, keys);
  return keys;
}

/** A row is looked for, held against others and kept by the same keys. */
const made = new WeakMap<Features, readonly string[]>();

function companyKeys(company: CompanyFeatures): string[] {
  const keys: string[] = [];
  for (const { key, trade, reading } of company.names) {
    keys.push(`n:${key}`);
    if (key.length - trade.length >= 3 && trade !== "") keys.push(`n:${key.slice(0, -trade.length)}`);
    if (reading) keys.push(`r:${reading.loose}`);
  }
  if (company.reading) keys.push(`r:${company.reading.loose}`);
  for (const phone of company.phones) keys.push(`p:${phone}`);
  for (const mail of company.mails) keys.push(`m:${mail}`);
  for (const domain of company.domains) keys.push(`d:${domain}`);
  for (const code of company.codes) keys.push(`k:${code}`);
  if (company.number) keys.push(`c:${company.number}`);
  for (const { city, street, postal } of company.places) {
    if (street !== null) keys.push(`b:${street}`);
    const area = postal ?? city;
    if (area !== null) for (const end of endsOf(company.names[0]!)) keys.push(`h:${end}\u0000${area}`);
  }
  return keys;
}

/**
 * The beginning and the end of a name, about half of it each: one edit leaves one of them as it is. A trade at the end is
 * no part of that half: hundreds share it. Of names in one place these lead to a question at most, never to a join.
 */
function endsOf({ key, trade }: NameFeatures): string[] {
  if (key.length < 4) return [];
  const half = key.length < 6 ? 2 : key.length < 9 ? 3 : key.length < 12 ? 4 : 5;
  return [`${key.slice(0, half)}-`, `-${key.slice(-Math.max(half, trade.length + 2))}`];
}

function personKeys(person: PersonFeatures): string[] {
  const keys: string[] = [];
  if (person.full !== "") keys.push(`N:${person.full}`);
  for (const alias of person.aliases) keys.push(`N:${alias}`);
  if (person.reading) keys.push(`R:${person.reading.loose}`);
  for (const phone of person.mobiles) keys.push(`p:${phone}`);
  for (const phone of person.phones) keys.push(`p:${phone}`);
  for (const mail of person.mails) keys.push(`m:${mail}`);
  for (const code of person.codes) keys.push(`K:${code}`);
  for (const { label, value } of person.identifiers) keys.push(`i:${label}\u0000${value}`);
  if (person.birth) keys.push(`y:${person.birth}`);
  const parts = [person.family, person.given].filter((one) => one !== null);
  for (const { street, postal, city } of person.places) {
    if (street !== null) keys.push(`B:${street}`);
    for (const area of [postal, city]) {
      if (area !== null) for (const one of parts) keys.push(`a:${one}\u0000${area}`);
    }
  }
  return keys;
}
