import { keysOf, searchDocument } from "../customers/index.ts";
import { companyKey, foldText } from "../japanese/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Edit, Insert, Move } from "./deed.ts";
import { followPairs } from "./follow-pairs.ts";
import type { Pair } from "./lock-pair.ts";
import { type OwnersSettled, settleOwners } from "./settle-owners.ts";
import type { Surroundings } from "./surroundings.ts";
import { type Choices, type CustomerRow, survivingColumns } from "./surviving.ts";

/** What is to be done beside moving what the tables' rules move. */
export interface Plan {
  edits: Edit[];
  moves: Move[];
  inserts: Insert[];
  owners: OwnersSettled;
  /** Columns of the survivor that become others. */
  columns: Record<string, unknown>;
}

/** Reads nothing and writes nothing. Error: `handover_open`: the two wait in two handovers. */
export function planMerge(
  context: Pick<OperationContext, "now" | "newId" | "actor">,
  { keep, merge }: Pair,
  around: Surroundings,
  choices: Choices = {},
): Plan {
  const columns = survivingColumns(keep, merge, choices);
  const of = (id: string) => around.owners.filter((owner) => owner.customerId === id);
  const owners = settleOwners(of(keep.id), of(merge.id));
  const { now, actor, newId } = context;
  const followed = followPairs(around.pairs, keep.id, merge.id, { now, memberId: actor.memberId });
  return {
    columns,
    owners,
    edits: [
      ...around.primaries.map((id) => isPrimaryNoMore(id)),
      ...owners.ended.map(({ id }) => ended(id, now)),
      ...followed.edits,
      changed(keep, withDerived(keep, columns)),
      changed(merge, { state: "merged", merged_into_id: keep.id }),
    ],
    moves: [
      ...moved("customer", "parent_id", around.children, keep, merge),
      ...moved("customer", "merged_into_id", around.followers, keep, merge),
      ...moved("handover_customer", "customer_id", handoversToMove(around, keep, merge), keep, merge),
    ],
    inserts: [
      ...namesNotTaken(keep, merge, columns, around.aliases).map((name) =>
        spelling(name, keep.id, newId(), now),
      ),
      ...owners.deputies.map((memberId) => deputy(memberId, keep.id, newId(), context)),
      ...followed.inserts,
    ],
  };
}

/** An edit of a customer's own row, which has its values of before at hand. */
export function changed(row: CustomerRow, after: Record<string, unknown>): Edit {
  const before = Object.fromEntries(Object.keys(after).map((column) => [column, row[column] ?? null]));
  return { table: "customer", key: { id: row.id }, before, after };
}

export function moved(
  table: string,
  column: string,
  keys: Move["keys"],
  keep: { id: string },
  merge: { id: string },
): Move[] {
  return keys.length > 0 ? [{ table, column, from: merge.id, to: keep.id, keys }] : [];
}

/** What follows from a customer's name: by what it is matched, and where it stands in a list. */
export function derivedOf(row: { name: string; name_kana: string | null }) {
  return {
    match_key: companyKey(row.name) || foldText(row.name),
    sort_key: searchDocument({ name: row.name, nameKana: row.name_kana }).sortKey,
  };
}

function withDerived(keep: CustomerRow, columns: Record<string, unknown>): Record<string, unknown> {
  if (!("name" in columns) && !("name_kana" in columns)) return columns;
  const { name, name_kana } = { ...keep, ...columns } as CustomerRow;
  return { ...columns, ...derivedOf({ name, name_kana }) };
}

function isPrimaryNoMore(id: string): Edit {
  return { table: "contact_point", key: { id }, before: { is_primary: true }, after: { is_primary: false } };
}

function ended(id: string, now: Date): Edit {
  return { table: "ownership", key: { id }, before: { until: null }, after: { until: now.toISOString() } };
}

/**
 * The name that did not survive stays as another spelling, so that whoever knows the customer by it finds it; so does a
 * reading that would be lost.
 */
function namesNotTaken(
  keep: CustomerRow,
  merge: CustomerRow,
  columns: Record<string, unknown>,
  aliases: readonly string[],
): string[] {
  const { name, name_kana } = { ...keep, ...columns } as CustomerRow;
  const known = new Set([name, name_kana, ...aliases]);
  const keys = new Set([name, name_kana ?? ""].flatMap(keysOf));
  const readings = [keep.name_kana, merge.name_kana].filter(
    (kana) => kana !== null && !keysOf(kana).every((key) => keys.has(key)),
  );
  const lost = [keep.name, merge.name, ...readings].filter((text) => text !== null && !known.has(text));
  return [...new Set(lost as string[])];
}

function spelling(name: string, customerId: string, id: string, now: Date): Insert {
  const key = keysOf(name)[0] ?? foldText(name);
  const row = { id, customer_id: customerId, kind: "spelling", name, key, created_at: now.toISOString() };
  return { table: "customer_name", key: { id }, row };
}

function deputy(
  memberId: string,
  customerId: string,
  id: string,
  { now, actor }: Pick<OperationContext, "now" | "actor">,
): Insert {
  const row = {
    id,
    customer_id: customerId,
    member_id: memberId,
    role: "deputy",
    proposer_id: actor.memberId,
    since: now.toISOString(),
  };
  return { table: "ownership", key: { id }, row };
}

/** An open handover goes on with the survivor; a customer waits in one at most. */
function handoversToMove(
  { handovers }: Surroundings,
  keep: CustomerRow,
  merge: CustomerRow,
): { handover_id: string }[] {
  const of = (id: string) => handovers.filter((one) => one.customerId === id);
  const there = of(keep.id);
  const theirs = of(merge.id).filter((one) => !there.some((other) => other.handoverId === one.handoverId));
  const [first] = theirs;
  if (first && there.length > 0) {
    throw new EnishiError("handover_open", { customer: merge.name, handoverId: first.handoverId });
  }
  return theirs.map((one) => ({ handover_id: one.handoverId }));
}
