import { type MatchRecord, matchRecord, personEvidence } from "../../matching/index.ts";
import type { Draft } from "./draft.ts";
import type { Facts } from "./facts.ts";

/** A person of a company, as a row names them, ready to be held against those whom the company has. */
export function contactOf(facts: Facts, companyId: string): MatchRecord {
  return matchRecord({
    id: "",
    kind: "person",
    name: facts.name,
    nameKana: facts.columns.name_kana ?? null,
    department: facts.columns.department ?? null,
    employer: companyId,
    phones: valuesOf(facts.points, "mobile"),
    mails: valuesOf(facts.points, "mail"),
  });
}

/**
 * The one among the people of a company whom a row names, or undefined. Two with one family name and nothing else are two
 * when they sit in two departments.
 */
export function findContact(wanted: MatchRecord, people: readonly Draft[]): Draft | undefined {
  let best: Draft | undefined;
  let bestScore = 0;
  for (const person of people) {
    const known = recordOf(person, wanted.employer!);
    const { verdict, score } = personEvidence(wanted, known);
    if (verdict !== "same" || score <= bestScore || sitElsewhere(wanted, known)) continue;
    best = person;
    bestScore = score;
  }
  return best;
}

function sitElsewhere(one: MatchRecord, other: MatchRecord): boolean {
  if (one.department === null || other.department === null || one.department === other.department)
    return false;
  return !isFullName(one.name) && !one.mails.some((mail) => other.mails.includes(mail));
}

function isFullName(name: string): boolean {
  return /\S\s+\S/.test(name) || [...name].length >= 4;
}

/** Read once for each state of a person: rows of one company follow each other. */
function recordOf(person: Draft, companyId: string): MatchRecord {
  const kept = records.get(person);
  if (kept?.changes === person.changes) return kept.record;
  const record = matchRecord({
    id: person.id,
    kind: "person",
    name: person.name,
    nameKana: person.name_kana,
    aliases: person.names.map((one) => one.name),
    department: person.department,
    employer: companyId,
    phones: valuesOf(person.points, "mobile"),
    mails: valuesOf(person.points, "mail"),
  });
  records.set(person, { changes: person.changes, record });
  return record;
}

const records = new WeakMap<Draft, { changes: number; record: MatchRecord }>();

export function valuesOf(points: readonly { kind: string; normalized: string }[], kind: string): string[] {
  return points.filter((point) => point.kind === kind).map((point) => point.normalized);
}
