import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { reindexPair } from "./carry-out.ts";
import type { Deed } from "./deed.ts";
import { derivedOf } from "./plan-merge.ts";
import { type CustomerRow, survivingRules } from "./surviving.ts";
import { type Kept, takeBack } from "./take-back.ts";

const keptShape = z.object({
  /** The table's name. */
  entity: z.string(),
  entityId: z.string(),
  /** What was changed since and stays; null when the row itself has gone elsewhere, or is gone. */
  field: z.string().nullable(),
});

/**
 * Takes a merge back (元に分ける), also 同じ会社の別拠点: what moved returns, values return. What somebody changed since stays
 * as it is and is named in `kept`; what was written to the survivor since stays there. Merges that build on each other are
 * taken back in the opposite order.
 * Errors: `merge_not_found`, `merge_already_split`, `split_later_first` (with the `id` of that merge), `customer_not_found`
 * (one of the two was erased).
 */
export const splitDuplicates = defineOperation({
  name: "duplicates.split",
  summary: "Take a merge back: both customers stand as before, but for what was changed since.",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    customerId: z.uuid(),
    mergedId: z.uuid(),
    /** What a person should know was left as it is. */
    kept: z.array(keptShape),
  }),
  permission: "duplicates.write",
  http: { method: "post", path: "/v1/merges/{id}/split" },
  async run(context, { id }) {
    const { deed, keptId, mergedId } = await holdMerge(context, id);
    const kept = (await takeBack(context, deed)).map(toldOf);
    await settleDerived(context, deed);
    await context.db.query(
      "update customer_merge set undone_at = $3, undone_by_id = $4 where workspace_id = $1 and id = $2",
      [context.workspaceId, id, context.now, context.actor.memberId],
    );
    const rows = { keep: deed.kept as CustomerRow, merge: deed.merged as CustomerRow };
    await reindexPair(context, rows.keep, rows.merge);
    for (const customerId of [keptId, mergedId]) {
      context.changed({
        entity: "customer",
        entityId: customerId,
        customerId,
        before: { mergeId: id, as: deed.as },
        after: { splitFrom: customerId === keptId ? mergedId : keptId, kept },
      });
    }
    context.emit("customers.split", { mergeId: id, customerId: keptId, mergedId });
    return { id, customerId: keptId, mergedId, kept };
  },
});

/**
 * Holds the merge and both of its customers, in the order in which a merge holds them; another split of it waits and then
 * finds it done.
 */
async function holdMerge(
  context: OperationContext,
  id: string,
): Promise<{ deed: Deed; keptId: string; mergedId: string }> {
  const find = () =>
    context.db.query<{ keptId: string; mergedId: string; deed: Deed; isUndone: boolean }>(
      `select kept_id as "keptId", merged_id as "mergedId", before as deed, undone_at is not null as "isUndone"
         from customer_merge where workspace_id = $1 and id = $2`,
      [context.workspaceId, id],
    );
  const [asked] = await find();
  if (!asked) throw new EnishiError("merge_not_found", {}, { field: "id" });
  const { keptId, mergedId } = asked;
  const customers = await context.db.query<{ state: string }>(
    "select state from customer where workspace_id = $1 and id in ($2, $3) order by id for update",
    [context.workspaceId, keptId, mergedId],
  );
  const [held] = await find();
  if (held!.isUndone) throw new EnishiError("merge_already_split", {}, { field: "id" });
  if (customers.length < 2 || customers.some((customer) => customer.state === "erased")) {
    throw new EnishiError("customer_not_found", {}, { field: "id" });
  }
  await requireLast(context, id, held!);
  return held!;
}

/** A later merge with one of these two, or with one of those that moved between them, builds on this one. */
async function requireLast(
  context: OperationContext,
  id: string,
  { deed, keptId, mergedId }: { deed: Deed; keptId: string; mergedId: string },
): Promise<void> {
  const children = deed.moves
    .filter((move) => move.table === "customer" && move.column === "parent_id")
    .flatMap((move) => move.keys.map((key) => key.id!));
  const [later] = await context.db.query<{ id: string; name: string; into: string }>(
    `select m.id, c.name, k.name as into from customer_merge m
       join customer c on c.workspace_id = $1 and c.id = m.merged_id
       join customer k on k.workspace_id = $1 and k.id = m.kept_id
      where m.workspace_id = $1 and m.undone_at is null and m.id > $2
        and (m.kept_id = any($3::uuid[]) or m.merged_id = any($3::uuid[]))
      order by m.id desc limit 1`,
    [context.workspaceId, id, [keptId, mergedId, ...children]],
  );
  if (later) {
    throw new EnishiError("split_later_first", { id: later.id, name: later.name, into: later.into });
  }
}

/** Order and matching follow from the name that stands now. */
async function settleDerived(context: OperationContext, deed: Deed): Promise<void> {
  for (const before of [deed.kept, deed.merged] as CustomerRow[]) {
    const [now] = await context.db.query<{ name: string; name_kana: string | null }>(
      "select name, name_kana from customer where workspace_id = $1 and id = $2",
      [context.workspaceId, before.id],
    );
    if (!now) continue;
    const isAsBefore = now.name === before.name && now.name_kana === before.name_kana;
    const { match_key, sort_key } = isAsBefore ? before : derivedOf(now);
    await context.db.query(
      `update customer set match_key = $3, sort_key = $4
        where workspace_id = $1 and id = $2 and (match_key, sort_key) is distinct from ($3, $4)`,
      [context.workspaceId, before.id, match_key, sort_key],
    );
  }
}

function toldOf({ table, key, column }: Kept): z.output<typeof keptShape> {
  const field = Object.entries(survivingRules).find(
    ([, rule]) => table === "customer" && rule.column === column,
  );
  return { entity: table, entityId: Object.values(key).join(" "), field: field?.[0] ?? column };
}
