import { z } from "zod";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { orderedPair } from "./follow-pairs.ts";
import { pairStates } from "./list.ts";
import { makeSite } from "./make-site.ts";
import { mergeCustomers } from "./merging.ts";
import { pickHouse, pickKeep } from "./pick-keep.ts";
import { answerRest, countRest } from "./rest.ts";
import { loadSides } from "./sides.ts";

export const answers = ["same", "site", "different", "unsure"] as const;
export type PairAnswer = (typeof answers)[number];

const input = z.object({
  aId: z.uuid(),
  bId: z.uuid(),
  answer: z.enum(answers),
  /** At `same` the one that stays, at `site` the company; left out, the list's own proposal. */
  keepId: z.uuid().optional(),
  /** The pair as the person saw it: who says so may change 別 or わからない that was answered before. */
  version: z.int().optional(),
  /** Answers every other open pair with the same reasons likewise; `same` and `site` in the background. */
  alsoSameReason: z.boolean().default(false),
});

/**
 * Answers whether two records are the same: 同じ merges them, 同じ会社の別拠点 makes one a site of the other, 別 and
 * わからない are remembered. Nobody is asked twice, and a pair that was answered is not answered again by a second press:
 * `isNew` is false and the answer that holds is given. Split a merge back with the `mergeId`.
 * Errors: `pair_not_found`, `customer_merged`, `customer_not_found`, and those of `duplicates.merge`;
 * `site_needs_companies`.
 */
export const decideDuplicate = defineOperation({
  name: "duplicates.decide",
  summary: "Answer whether two customers are the same, a site of one company, or different.",
  input,
  output: z.object({
    state: z.enum(pairStates),
    isNew: z.boolean(),
    /** Of 同じ and 別拠点: what `duplicates.split` takes back. */
    mergeId: z.uuid().nullable(),
    keptId: z.uuid().nullable(),
    reasonKey: z.string(),
    /** Other open pairs with the same reasons: those that are left, or that are being answered. */
    rest: z.int(),
  }),
  permission: "duplicates.write",
  http: { method: "post", path: "/v1/duplicates/{aId}/{bId}/decide" },
  async run(context, asked) {
    const pair = await holdPair(context, asked.aId, asked.bId);
    const isOpen = pair.state === "open" || pair.state === "unsure";
    const isChange = pair.state === "different" && asked.version === pair.version;
    if (!isOpen && !isChange) {
      // A second thought: the answer stands, and holds for the rest as well.
      const likewise = asked.alsoSameReason && pair.state === asked.answer;
      const rest = likewise ? await answerRest(context, pair, asked.answer) : 0;
      return { ...(await answeredBefore(context, pair)), rest };
    }
    const done = await answer(context, pair, asked);
    const rest = asked.alsoSameReason
      ? await answerRest(context, pair, asked.answer)
      : await countRest(context, pair);
    return { ...done, state: asked.answer, isNew: true, reasonKey: pair.reasonKey, rest };
  },
});

type Asked = z.output<typeof input>;

export interface HeldPair {
  aId: string;
  bId: string;
  state: (typeof pairStates)[number];
  reasonKey: string;
  importId: string | null;
  version: number;
}

/** Customers first, in the order of their ids, as every merge holds them. Error: `pair_not_found`. */
async function holdPair(context: OperationContext, one: string, other: string): Promise<HeldPair> {
  const { a_id, b_id } = orderedPair(one, other);
  await context.db.query(
    "select 1 from customer where workspace_id = $1 and id in ($2, $3) order by id for update",
    [context.workspaceId, a_id, b_id],
  );
  const [pair] = await context.db.query<HeldPair>(
    `select a_id as "aId", b_id as "bId", state, reason_key as "reasonKey", import_id as "importId", version
       from duplicate_pair where workspace_id = $1 and a_id = $2 and b_id = $3 for update`,
    [context.workspaceId, a_id, b_id],
  );
  if (!pair) throw new EnishiError("pair_not_found", {}, { field: "aId" });
  return pair;
}

async function answeredBefore(context: OperationContext, { aId, bId, state, reasonKey }: HeldPair) {
  const [merge] = await context.db.query<{ mergeId: string; keptId: string }>(
    `select id as "mergeId", kept_id as "keptId" from customer_merge
      where workspace_id = $1 and undone_at is null
        and ((kept_id = $2 and merged_id = $3) or (kept_id = $3 and merged_id = $2))`,
    [context.workspaceId, aId, bId],
  );
  return { state, isNew: false, mergeId: merge?.mergeId ?? null, keptId: merge?.keptId ?? null, reasonKey };
}

async function answer(
  context: OperationContext,
  pair: HeldPair,
  { answer: said, keepId }: Asked,
): Promise<{ mergeId: string | null; keptId: string | null }> {
  if (said === "different" || said === "unsure") {
    await remember(context, pair, said);
    return { mergeId: null, keptId: null };
  }
  const keptId = keepId ?? (await proposal(context, pair, said));
  if (keptId !== pair.aId && keptId !== pair.bId) {
    throw new EnishiError("customer_not_found", {}, { field: "keepId" });
  }
  const otherId = keptId === pair.aId ? pair.bId : pair.aId;
  if (said === "same") {
    const { id } = await mergeCustomers(context, { keepId: keptId, mergeId: otherId });
    return { mergeId: id, keptId };
  }
  const made = await makeSite(context, keptId, otherId);
  if (!made) await remember(context, pair, "site");
  return { mergeId: made?.id ?? null, keptId };
}

async function proposal(
  context: OperationContext,
  { aId, bId }: HeldPair,
  said: "same" | "site",
): Promise<string> {
  const sides = await loadSides(context.db, context.workspaceId, [aId, bId]);
  const a = sides.get(aId);
  const b = sides.get(bId);
  if (!a || !b) throw new EnishiError("customer_not_found");
  return (said === "same" ? pickKeep(a, b) : pickHouse(a, b)).id;
}

async function remember(context: OperationContext, pair: HeldPair, state: PairAnswer): Promise<void> {
  const { aId, bId } = pair;
  await context.db.query(
    `update duplicate_pair set state = $4, decided_at = $5, decided_by_id = $6, version = version + 1
      where workspace_id = $1 and a_id = $2 and b_id = $3`,
    [context.workspaceId, aId, bId, state, context.now, context.actor.memberId],
  );
  context.changed({
    entity: "duplicate_pair",
    entityId: `${aId} ${bId}`,
    customerId: aId,
    before: { state: pair.state },
    after: { state, bId },
  });
}
