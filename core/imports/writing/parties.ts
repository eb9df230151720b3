import type { Contact } from "../matching/match-people.ts";
import { blockOf, domainsOf, nameKeyOf, type Party, partyName } from "../matching/party.ts";
import type { ImportedRow } from "../reading/index.ts";
import type { Draft } from "./draft.ts";

/** Whom a row is about, as the matching sees it; `id` is the one it gets when it is new. */
export function partyOfRow(row: ImportedRow, id: string): Party {
  const mails = new Set(row.emails);
  const block = blockOf(row.city, row.street);
  return {
    id,
    kind: row.company ? "company" : "person",
    names: [partyName(row.company ?? row.persons[0]?.name ?? row.emails[0]!)],
    corporateNumber: row.corporateNumber,
    codes: [...row.codes],
    branch: row.company !== null && row.site !== null,
    prefecture: row.prefecture,
    city: row.city,
    blocks: new Set(block ? [block] : []),
    phones: new Set(row.phones.map((phone) => phone.e164)),
    mails,
    domains: domainsOf(mails, row.url ? [row.url] : []),
  };
}

/** A company, or a person on their own, as the matching sees it; a code of a site finds its company. */
export function partyOfDraft(draft: Draft, children: readonly Draft[]): Party {
  const blocks = draft.points
    .filter((point) => point.kind === "address")
    .map((point) => blockOf(point.parts?.city ?? null, point.parts?.street ?? null));
  const phones = ["phone", "mobile", "fax"].flatMap((kind) => valuesOf(draft.points, kind));
  return {
    id: draft.id,
    kind: draft.kind === "person" ? "person" : "company",
    names: [draft.name, ...draft.names.map((one) => one.name)].map(partyName),
    corporateNumber: draft.corporate_number,
    codes: [...draft.codes, ...children.flatMap((child) => (child.kind === "site" ? child.codes : []))],
    branch: false,
    prefecture: draft.prefecture,
    city: draft.city,
    blocks: new Set(blocks.filter((block) => block !== null)),
    phones: new Set(phones),
    mails: new Set(valuesOf(draft.points, "mail")),
    domains: new Set(draft.domains),
  };
}

interface Person {
  id: string;
  name: string;
  department?: string | null;
  points: readonly { kind: string; normalized: string }[];
}

export function contactOf(person: Person): Contact {
  return {
    id: person.id,
    name: person.name,
    key: nameKeyOf(person.name),
    mails: valuesOf(person.points, "mail"),
    mobiles: valuesOf(person.points, "mobile"),
    department: person.department ?? null,
  };
}

/** A person under each of their names. */
export function contactsOf(draft: Draft): Contact[] {
  const own = contactOf(draft);
  return keysOf(draft).map((key) => ({ ...own, key }));
}

export function keysOf(draft: Draft): string[] {
  return [...new Set([draft.match_key, ...draft.names.map((one) => one.key)])];
}

export function valuesOf(points: readonly { kind: string; normalized: string }[], kind: string): string[] {
  return points.filter((point) => point.kind === kind).map((point) => point.normalized);
}
