import { foldText, splitLegalForm } from "../japanese/index.ts";
import {
  companyVerdict,
  compareCompanies,
  hasWitness,
  isHardApart,
  isSoftApart,
  type Verdict,
} from "./company-evidence.ts";
import { type CompanyFeatures, companyFeatures } from "./company-features.ts";
import { codesOf, type ReasonCode, weigh } from "./evidence-codes.ts";
import { comparePeople, hasPersonWitness, isPersonApart, personVerdict } from "./person-evidence.ts";
import { type PersonFeatures, personFeatures } from "./person-features.ts";
import { reasonParams } from "./reason-params.ts";
import type { MatchRecord } from "./record.ts";

export type { Verdict };

/** Why: a code (its text is `duplicates.reason.<code>`), what it counts (−1 to 1), and what people may see of it. */
export interface Reason {
  code: ReasonCode | "name_spelling" | "several_alike" | "same_file";
  weight: number;
  params: Record<string, string>;
}

export interface Evidence {
  /** 0 to 1: the sum of the weights. */
  score: number;
  /** What counts most for it first, what counts most against it last. */
  reasons: Reason[];
  /** `site`: a part of the same company; `review`: people must look. A veto outranks the score. */
  verdict: Verdict;
}

export type Features = CompanyFeatures | PersonFeatures;

/** Reads a record once, for any number of comparisons. */
export function featuresOf(record: MatchRecord): Features {
  const known = read.get(record);
  if (known) return known;
  const features = record.kind === "company" ? companyFeatures(record) : personFeatures(record);
  read.set(record, features);
  return features;
}

/** A record is looked for, held against others and kept: three times the same reading. */
const read = new WeakMap<MatchRecord, Features>();

/** Weighs two records against each other. Symmetric; a company and a person are never the same. */
export function evidenceOf(a: MatchRecord, b: MatchRecord): Evidence {
  const left = featuresOf(a);
  const right = featuresOf(b);
  return explain(left, right, compare(left, right));
}

/** The same of people, whatever their records say of their kind. */
export function personEvidence(a: MatchRecord, b: MatchRecord): Evidence {
  const left = personFeatures(a);
  const right = personFeatures(b);
  return explain(left, right, comparePeople(left, right));
}

/** What two records have in common, as bits of their kind's codes; 0 across kinds. */
export function compare(a: Features, b: Features): number {
  if (a.kind === "company") return b.kind === "company" ? compareCompanies(a, b) : 0;
  return b.kind === "person" ? comparePeople(a, b) : 0;
}

export function verdictOf(kind: Features["kind"], bits: number): Verdict {
  return kind === "company" ? companyVerdict(bits) : personVerdict(bits);
}

/** True when the two may not stand in one cluster. `weak`: only names without a witness would bring them together. */
export function isApart(kind: Features["kind"], bits: number, weak: boolean): boolean {
  if (kind === "person") return isPersonApart(bits) || (weak && personVerdict(bits) === "different");
  return isHardApart(bits) || (weak && isSoftApart(bits));
}

export function isWitnessed(kind: Features["kind"], bits: number): boolean {
  return kind === "company" ? hasWitness(bits) : hasPersonWitness(bits);
}

/** Bits in words that a catalogue knows. */
export function explain(a: Features, b: Features, bits: number): Evidence {
  const reasons = codesOf(bits, a.kind).map(({ code, weight }): Reason => {
    const spelled = code === "name_same" && !isSpelledAlike(a.record, b.record) ? "name_spelling" : code;
    return { code: spelled, weight: weight / 100, params: reasonParams(code, a, b) };
  });
  return {
    score: scoreOf(a.kind, bits),
    reasons,
    verdict: verdictOf(a.kind, bits),
  };
}

export function scoreOf(kind: Features["kind"], bits: number): number {
  return Math.min(Math.max(weigh(bits, kind), 0), 100) / 100;
}

function isSpelledAlike(a: MatchRecord, b: MatchRecord): boolean {
  const plain = (name: string) =>
    splitLegalForm(name).core.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  const all = (record: MatchRecord) => [record.name, ...record.aliases].map(plain);
  return all(a).some((one) => all(b).includes(one)) || foldText(a.name) === "";
}
