import type { Party, PartyName } from "./party.ts";

export type Shared = "corporate_number" | "code" | "phone" | "mail" | "domain" | "address" | "name";
export type Apart =
  | "corporate_number"
  | "legal_form"
  | "form_position"
  | "prefecture"
  | "city"
  | "address"
  | "phone";

/** Two parties held against each other: what they share, what speaks against them. */
export interface Comparison {
  verdict: "same" | "maybe" | "different";
  shared: Shared[];
  apart: Apart[];
}

/**
 * Companies are the same when their names meet without the legal form and nothing contradicts it, or when a register's
 * number is the same. 有限 and 株式 are never the same; 前株 and 後株, and two prefectures, are the same only with something
 * else in common. A code of another system is a key that people type: it needs a second witness.
 */
export function compareCompanies(a: Party, b: Party): Comparison {
  const shared = sharedOf(a, b);
  const apart = apartOf(a, b);
  const is = (verdict: Comparison["verdict"]): Comparison => ({ verdict, shared, apart });
  if (apart.includes("corporate_number")) return is("different");
  if (shared.includes("corporate_number")) return is("same");
  const named = shared.includes("name");
  const witness = shared.some((fact) => fact !== "name" && fact !== "code");
  if (shared.includes("code")) return is(named || witness ? "same" : "maybe");
  if (!named || apart.includes("legal_form")) return is("different");
  if (witness) return is("same");
  if (apart.includes("form_position") || apart.includes("prefecture")) return is("different");
  const elsewhere = apart.includes("city") || apart.includes("address");
  // Two numbers of one house are nothing strange; two numbers are all that is known of two houses.
  const neighbours = a.city !== null && a.city === b.city;
  return is(elsewhere || (apart.includes("phone") && !neighbours) ? "maybe" : "same");
}

/**
 * People who stand on their own are the same by name and one way to reach them. A name alone joins only what is a name
 * alone on both sides: there are many 山田太郎.
 */
export function comparePeople(a: Party, b: Party): Comparison {
  const shared = sharedOf(a, b);
  const apart = apartOf(a, b);
  const is = (verdict: Comparison["verdict"]): Comparison => ({ verdict, shared, apart });
  const named = shared.includes("name");
  const witness = shared.some((fact) => fact === "mail" || fact === "phone" || fact === "address");
  if (shared.includes("code")) return is(named || witness ? "same" : "maybe");
  if (!named) return is("different");
  if (witness) return is("same");
  if (apart.length > 0) return is("different");
  return is(isBare(a) && isBare(b) ? "same" : "maybe");
}

function sharedOf(a: Party, b: Party): Shared[] {
  const shared: Shared[] = [];
  if (a.corporateNumber && a.corporateNumber === b.corporateNumber) shared.push("corporate_number");
  if (a.codes.some((one) => b.codes.some((two) => one.code === two.code && one.system === two.system))) {
    shared.push("code");
  }
  if (meets(a.phones, b.phones)) shared.push("phone");
  if (meets(a.mails, b.mails)) shared.push("mail");
  if (meets(a.domains, b.domains)) shared.push("domain");
  if (meets(a.blocks, b.blocks)) shared.push("address");
  if (pairsOf(a, b).length > 0) shared.push("name");
  return shared;
}

function apartOf(a: Party, b: Party): Apart[] {
  const apart: Apart[] = [];
  if (a.corporateNumber && b.corporateNumber && a.corporateNumber !== b.corporateNumber) {
    apart.push("corporate_number");
  }
  const pairs = pairsOf(a, b);
  const formed = pairs.filter(([one, two]) => one.form && two.form);
  if (formed.length > 0 && formed.every(([one, two]) => one.form !== two.form)) apart.push("legal_form");
  else if (formed.length > 0 && formed.every(([one, two]) => one.position !== two.position)) {
    apart.push("form_position");
  }
  if (a.branch || b.branch) return apart;
  if (a.prefecture && b.prefecture && a.prefecture !== b.prefecture) apart.push("prefecture");
  else if (a.city && b.city && a.city !== b.city) apart.push("city");
  else if (a.blocks.size > 0 && b.blocks.size > 0 && !meets(a.blocks, b.blocks)) apart.push("address");
  if (a.phones.size > 0 && b.phones.size > 0 && !meets(a.phones, b.phones)) apart.push("phone");
  return apart;
}

/** The spellings of both that meet. */
function pairsOf(a: Party, b: Party): [PartyName, PartyName][] {
  return a.names.flatMap((one) =>
    b.names.filter((two) => one.key === two.key).map((two): [PartyName, PartyName] => [one, two]),
  );
}

function isBare(party: Party): boolean {
  return !party.prefecture && party.blocks.size + party.phones.size + party.mails.size === 0;
}

function meets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const one of few) if (many.has(one)) return true;
  return false;
}
