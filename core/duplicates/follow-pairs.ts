import type { Edit, Insert } from "./deed.ts";
import type { StoredPair } from "./surroundings.ts";

interface Decision {
  now: Date;
  memberId: string | null;
}

/**
 * What people were asked and what they answered of a record that is merged now holds of its survivor: nobody is asked
 * twice. The question whether these two are the same is answered with it.
 */
export function followPairs(
  pairs: readonly StoredPair[],
  keepId: string,
  mergeId: string,
  { now, memberId }: Decision,
): { edits: Edit[]; inserts: Insert[] } {
  const edits: Edit[] = [];
  const inserts: Insert[] = [];
  const find = (one: string, other: string) => pairs.find((pair) => isOf(pair, one, other));
  const own = find(keepId, mergeId);
  if (own && own.state !== "same") {
    edits.push(answered(own, { state: "same", decided_at: now.toISOString(), decided_by_id: memberId }));
  }
  for (const pair of pairs) {
    const other = pair.a_id === mergeId ? pair.b_id : pair.b_id === mergeId ? pair.a_id : null;
    if (other === null || other === keepId || pair.state === "same") continue;
    const there = find(keepId, other);
    if (!there) inserts.push(copied(pair, keepId, other));
    else if (there.state === "open" && pair.state !== "open") {
      const { state, decided_at, decided_by_id } = pair;
      edits.push(answered(there, { state, decided_at, decided_by_id }));
    }
  }
  return { edits, inserts };
}

export function orderedPair(one: string, other: string): { a_id: string; b_id: string } {
  return one < other ? { a_id: one, b_id: other } : { a_id: other, b_id: one };
}

type Answer = Pick<StoredPair, "state" | "decided_at" | "decided_by_id">;

function answered(pair: StoredPair, after: Answer): Edit {
  const { state, decided_at, decided_by_id } = pair;
  return {
    table: "duplicate_pair",
    key: keyOf(pair),
    before: { state, decided_at, decided_by_id },
    after: { ...after },
  };
}

function copied(pair: StoredPair, keepId: string, other: string): Insert {
  const row = { ...pair, ...orderedPair(keepId, other) };
  return { table: "duplicate_pair", key: keyOf(row), row };
}

function keyOf({ a_id, b_id }: StoredPair) {
  return { a_id, b_id };
}

function isOf(pair: StoredPair, one: string, other: string): boolean {
  const { a_id, b_id } = orderedPair(one, other);
  return pair.a_id === a_id && pair.b_id === b_id;
}
