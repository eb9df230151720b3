import { companyKey, foldText } from "../japanese/index.ts";
import { keysOfFeatures } from "./blocking-keys.ts";
import { isWithin } from "./edit.ts";
import { featuresOf } from "./evidence.ts";
import type { MatchRecord } from "./record.ts";

/** What a record is looked for by: whoever shares one of these with it may be the same, nobody else. */
export interface SearchKeys {
  /** Names folded and without the legal form, as `customer.match_key` has them; also without the word of trade. */
  names: string[];
  /** E.164. */
  phones: string[];
  mails: string[];
  domains: string[];
  codes: string[];
  corporateNumbers: string[];
  /** Hashes of all other keys, and of the names once more. */
  hashes: number[];
  /** Of half the name in one town: worth a look only where the other half is nearly the same (`isNearName`). */
  faintHashes: number[];
}

/** The keys to look for. */
export function searchKeys(record: MatchRecord): SearchKeys {
  const keys = keysOfFeatures(featuresOf(record));
  const ofSort = (sort: string) => keys.filter((key) => key.startsWith(sort)).map((key) => key.slice(2));
  const others = keys.filter((key) => !STORED_ELSEWHERE.test(key));
  const isFaint = (key: string) => key.startsWith("h:");
  const number = record.corporateNumber ?? record.invoiceNumber?.slice(1);
  return {
    names: [...new Set([...namesOf(record), ...ofSort("n:"), ...ofSort("N:")])],
    phones: [...record.phones],
    mails: [...record.mails],
    domains: record.kind === "company" ? [...record.domains] : [],
    codes: record.codes.map(({ code }) => code),
    corporateNumbers: record.kind === "company" && number ? [number] : [],
    hashes: others.filter((key) => !isFaint(key)).map(hashOf),
    faintHashes: others.filter(isFaint).map(hashOf),
  };
}

/**
 * The hashes under which a record is kept to be found: of the keys that no column of its own answers. Whole names are
 * such columns; a name without its word of trade is not.
 */
export function storedHashes(record: MatchRecord): number[] {
  const names = new Set(namesOf(record).map((name) => `n:${name}`));
  const keys = keysOfFeatures(featuresOf(record)).filter(
    (key) => !STORED_ELSEWHERE.test(key) && !names.has(key),
  );
  return [...new Set(keys.map(hashOf))];
}

/** Phones, mails, domains, codes and numbers of registers. */
const STORED_ELSEWHERE = /^[pmdkKc]:/;

function namesOf(record: MatchRecord): string[] {
  return [record.name, ...record.aliases].map((name) => companyKey(name) || foldText(name));
}

/** Two folded names (`names[0]` of a record, `customer.match_key`) that a slip of the keys may part. */
export function isNearName(one: string, other: string): boolean {
  return isWithin(one, other, Math.min(one.length, other.length) >= 8 ? 2 : 1);
}

/** FNV-1a over the letters, as a signed integer of 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash | 0;
}
