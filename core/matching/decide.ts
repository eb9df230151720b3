import { keysOfFeatures } from "./blocking-keys.ts";
import {
  compare,
  explain,
  type Features,
  featuresOf,
  isApart,
  isWitnessed,
  type Reason,
  verdictOf,
} from "./evidence.ts";
import { BIT, weigh } from "./evidence-codes.ts";
import type { MatchRecord } from "./record.ts";

/** What a row brings to the matching. `known`: customers that the same row of the same file became before. */
export interface IncomingRow {
  row: number;
  /** Its `id` is the one it gets when it is new. */
  record: MatchRecord;
  known: readonly string[];
}

/** Which customer a row is about. `same` (or a site of it) may name one that an earlier row of this call makes. */
export type RowDecision =
  | { verdict: "new" }
  | { verdict: "same"; id: string; isSite: boolean; score: number; reasons: readonly Reason[] }
  | { verdict: "review"; ids: readonly string[]; score: number; reasons: readonly Reason[] };

/**
 * Decides for each row, in order, whether it is a customer that is there, one of an earlier row, a new one, or one that
 * people must look at. `candidates` are the customers that share a blocking key with any row. What a row tells is
 * remembered for those behind it: each is held against every record its customer was known by (the first 40, and those
 * that share a key with it), and a contradiction of any of them keeps it out.
 */
export function decideRows(rows: readonly IncomingRow[], candidates: readonly MatchRecord[]): RowDecision[] {
  return [...decidingRows(rows, candidates)];
}

/**
 * The same, one decision at a time, for a caller that lets others have their turn between them. `postpones`: whoever is to
 * be asked about will come again when more is known, and until then is nobody whom another row could be.
 */
export function* decidingRows<Row extends IncomingRow>(
  rows: readonly Row[],
  candidates: readonly MatchRecord[],
  postpones: (row: Row) => boolean = () => false,
): Generator<RowDecision> {
  const book = new Book();
  for (const candidate of candidates) book.add(candidate.id, featuresOf(candidate));
  for (const row of rows) {
    const { record, known } = row;
    const features = featuresOf(record);
    const again = known.find((id) => book.kindOf(id) === record.kind);
    if (again !== undefined) {
      book.add(again, features);
      yield { verdict: "same", id: again, isSite: record.site !== null, score: 1, reasons: [SAME_FILE] };
      continue;
    }
    const decision = decide(features, book);
    if (decision.verdict !== "review" || !postpones(row))
      book.add(decision.verdict === "same" ? decision.id : record.id, features);
    yield decision;
  }
}

const SAME_FILE: Reason = { code: "same_file", weight: 1, params: {} };

interface Found {
  id: string;
  known: Features;
  bits: number;
  score: number;
  verdict: "same" | "site" | "review";
  isWitnessed: boolean;
}

function decide(features: Features, book: Book): RowDecision {
  const found = book.near(features).flatMap((id) => bestOf(features, id, book) ?? []);
  found.sort(bySurety);
  const joining = found.filter((one) => one.verdict !== "review");
  const [best, second] = joining;
  if (best && !(second && isTie(best, second))) {
    const { score, reasons } = explain(features, best.known, best.bits);
    return { verdict: "same", id: best.id, isSite: best.verdict === "site", score, reasons };
  }
  const unsure = best ? joining : found;
  const [first] = unsure;
  if (!first) return { verdict: "new" };
  const { score, reasons } = explain(features, first.known, first.bits);
  if (best) reasons.push({ code: "several_alike", weight: 0, params: {} });
  return { verdict: "review", ids: unsure.map((one) => one.id), score, reasons };
}

/**
 * The record of a customer that says most. Where another of its records contradicts, a name alone means nothing, and a
 * witness makes it a question.
 */
function bestOf(features: Features, id: string, book: Book): Found | null {
  const { kind } = features;
  let best: Found | null = null;
  const records = book.recordsFor(features, id);
  for (const known of records) {
    const bits = compare(features, known);
    const verdict = bits === 0 ? "different" : verdictOf(kind, bits);
    if (verdict === "different") continue;
    const one = { id, known, bits, score: weigh(bits, kind), verdict, isWitnessed: isWitnessed(kind, bits) };
    if (!best || bySurety(one, best) < 0) best = one;
  }
  if (!best || best.verdict === "review") return best;
  const weak = !best.isWitnessed;
  const isBoth = records.some((known) => standsAlike(features, known));
  const isOpposed = records.some((known) => {
    const bits = compare(features, known);
    return isApart(kind, isBoth ? bits & ~BIT.other_form_position : bits, weak);
  });
  if (!isOpposed) return best;
  return weak ? null : { ...best, verdict: "review" };
}

/** A customer that is written 前株 here and 後株 there says nothing by either. */
function standsAlike(one: Features, known: Features): boolean {
  if (one.kind !== "company" || known.kind !== "company") return false;
  const { form, position } = one.names[0]!;
  const other = known.names[0]!;
  return position !== null && position === other.position && form === other.form;
}

/** Two customers that a name alone could mean, or that are as sure as each other. */
function isTie(best: Found, second: Found): boolean {
  return best.isWitnessed === second.isWitnessed && best.score === second.score;
}

function bySurety(a: Found, b: Found): number {
  const rank = (one: Found) => (one.verdict === "review" ? 0 : one.isWitnessed ? 2 : 1);
  return rank(b) - rank(a) || b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** A chain of a thousand shops has said what it is called long before its last one. */
const TOLD_AT_MOST = 40;

/** The different records by which customers are known, found by their keys. */
class Book {
  readonly #records = new Map<string, Features[]>();
  readonly #told = new Set<string>();
  /** For each key the customers that have it, and the record that brought it. */
  readonly #byKey = new Map<string, Map<string, Features>>();

  add(id: string, features: Features): void {
    const said = JSON.stringify({ ...features.record, id });
    if (this.#told.has(said)) return;
    this.#told.add(said);
    const there = this.#records.get(id);
    if (!there) this.#records.set(id, [features]);
    else if (there.length < TOLD_AT_MOST) there.push(features);
    for (const key of keysOfFeatures(features)) {
      const there = this.#byKey.get(key);
      if (!there) this.#byKey.set(key, new Map([[id, features]]));
      else if (!there.has(id)) there.set(id, features);
    }
  }

  kindOf(id: string): Features["kind"] | undefined {
    return this.#records.get(id)?.[0]?.kind;
  }

  /** Those of a customer that another record is held against. */
  recordsFor(other: Features, id: string): readonly Features[] {
    const told = this.#records.get(id) ?? [];
    if (told.length < TOLD_AT_MOST) return told;
    const near = keysOfFeatures(other).flatMap((key) => this.#byKey.get(key)?.get(id) ?? []);
    return [...new Set([...told, ...near])];
  }

  near(features: Features): string[] {
    return [...new Set(keysOfFeatures(features).flatMap((key) => [...(this.#byKey.get(key)?.keys() ?? [])]))];
  }
}
