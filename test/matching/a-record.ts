import { type MatchPlace, type MatchRecord, matchRecord } from "../../core/matching/index.ts";

let last = 0;

/** A company of that name and what is told of it; its place as parts. */
export function aCompany(
  name: string,
  told: Partial<MatchRecord> & { place?: Partial<MatchPlace> } = {},
): MatchRecord {
  return aRecord("company", name, told);
}

export function aPerson(
  name: string,
  told: Partial<MatchRecord> & { place?: Partial<MatchPlace> } = {},
): MatchRecord {
  return aRecord("person", name, told);
}

function aRecord(
  kind: MatchRecord["kind"],
  name: string,
  { place, ...told }: Partial<MatchRecord> & { place?: Partial<MatchPlace> },
): MatchRecord {
  const places = place ? [{ postal: null, prefecture: null, city: null, street: null, ...place }] : [];
  last++;
  return matchRecord({ id: `m${String(last).padStart(5, "0")}`, kind, name, places, ...told });
}
