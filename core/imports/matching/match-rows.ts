import { type Comparison, compareCompanies, comparePeople } from "./compare.ts";
import type { Party } from "./party.ts";

/** What a row brings to the matching. `known`: customers that the same row of the same file became before. */
export interface MatchRow {
  row: number;
  party: Party;
  known: readonly string[];
}

/** Which customer a row is about. `same` may name one that an earlier row of this call makes. */
export type Decision =
  | { verdict: "new" }
  | { verdict: "same"; id: string; reasons: readonly string[] }
  | { verdict: "review"; ids: readonly string[]; reasons: readonly string[] };

/**
 * Decides for each row, in order, whether it is a customer that is there, one of an earlier row, a new one, or one that
 * people must look at. `candidates` are the customers that any row could be; nothing is asked of the database.
 */
export function matchRows(rows: readonly MatchRow[], candidates: readonly Party[]): Decision[] {
  const index = new PartyIndex();
  for (const candidate of candidates) index.add(candidate);
  return rows.map(({ party, known }) => {
    const again = known.map((id) => index.byId(id)).find((one) => one?.kind === party.kind);
    const decision: Decision = again
      ? { verdict: "same", id: again.id, reasons: ["same_file"] }
      : decide(party, index.near(party));
    if (decision.verdict === "same") index.enrich(decision.id, party);
    else index.add({ ...party, branch: false, ...(party.branch ? noPlace() : {}) });
    return decision;
  });
}

function decide(party: Party, near: readonly Party[]): Decision {
  const compare = party.kind === "company" ? compareCompanies : comparePeople;
  const found = near
    .map((candidate) => ({ candidate, ...compare(party, candidate) }))
    .filter((one) => one.verdict !== "different");
  const same = found.filter((one) => one.verdict === "same").sort((a, b) => weight(b) - weight(a));
  const [best, second] = same;
  if (best && (!second || weight(best) > weight(second))) {
    return { verdict: "same", id: best.candidate.id, reasons: best.shared };
  }
  const [first] = found;
  if (!first) return { verdict: "new" };
  const unsure = best ? same : found;
  return {
    verdict: "review",
    ids: unsure.map((one) => one.candidate.id),
    reasons: best ? ["several_alike"] : [...first.shared, ...first.apart.map((fact) => `other_${fact}`)],
  };
}

/** What outweighs what when several are alike: numbers of registers, then ways to reach them, then their number. */
function weight({ shared, apart }: Comparison): number {
  const points = shared.map((fact) => (fact === "corporate_number" ? 100 : fact === "code" ? 10 : 2));
  return points.reduce((sum, one) => sum + one, 0) - apart.length;
}

/** Finds the few parties that are worth comparing. */
class PartyIndex {
  readonly #byId = new Map<string, Party>();
  readonly #byFact = new Map<string, Set<Party>>();

  byId(id: string): Party | undefined {
    return this.#byId.get(id);
  }

  add(party: Party): void {
    this.#byId.set(party.id, party);
    for (const fact of factsOf(party)) {
      const there = this.#byFact.get(fact);
      if (there) there.add(party);
      else this.#byFact.set(fact, new Set([party]));
    }
  }

  near(party: Party): Party[] {
    return [...new Set(factsOf(party).flatMap((fact) => [...(this.#byFact.get(fact) ?? [])]))];
  }

  /** The next row is compared with what this one told, too. */
  enrich(id: string, more: Party): void {
    const party = this.#byId.get(id);
    if (!party) return;
    for (const name of more.names) {
      if (!party.names.some((one) => one.typed === name.typed)) party.names.push(name);
    }
    party.corporateNumber ??= more.corporateNumber;
    party.codes.push(...more.codes);
    for (const domain of more.domains) party.domains.add(domain);
    if (!more.branch) enrichPlace(party, more);
    this.add(party);
  }
}

function noPlace() {
  return { prefecture: null, city: null, blocks: new Set<string>(), phones: new Set<string>() };
}

function enrichPlace(party: Party, more: Party): void {
  party.prefecture ??= more.prefecture;
  party.city ??= more.city;
  for (const set of ["blocks", "phones", "mails"] as const) {
    for (const value of more[set]) party[set].add(value);
  }
}

function factsOf(party: Party): string[] {
  return [
    ...party.names.map((name) => `${party.kind} ${name.key}`),
    ...(party.corporateNumber ? [`number ${party.corporateNumber}`] : []),
    ...party.codes.map((code) => `code ${party.kind} ${code.system} ${code.code}`),
  ];
}
