import type { CandidateKeys } from "../matching/candidates.ts";
import { nameKeyOf } from "../matching/party.ts";
import type { ReadyRow } from "./compose.ts";

/** What some hundred rows ask the database for, each thing once. */
export function chunkKeys(rows: readonly ReadyRow[]): CandidateKeys {
  const sets = {
    companies: new Set<string>(),
    persons: new Set<string>(),
    contacts: new Set<string>(),
    sites: new Set<string>(),
    corporateNumbers: new Set<string>(),
    codes: new Set<string>(),
    ids: new Set<string>(),
  };
  for (const { data, known } of rows) {
    const people = data.persons.map((person) => nameKeyOf(person.name));
    if (data.company) {
      sets.companies.add(nameKeyOf(data.company));
      for (const key of people) sets.contacts.add(key);
    } else sets.persons.add(people[0] ?? nameKeyOf(data.emails[0]!));
    if (data.site) sets.sites.add(nameKeyOf(data.site));
    if (data.corporateNumber) sets.corporateNumbers.add(data.corporateNumber);
    for (const { code } of data.codes) sets.codes.add(code);
    for (const id of known) sets.ids.add(id);
  }
  const lists = Object.entries(sets).map(([name, set]) => [name, [...set]]);
  return Object.fromEntries(lists) as unknown as CandidateKeys;
}
