import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { carryOut } from "./carry-out.ts";
import type { Edit } from "./deed.ts";
import { orderedPair } from "./follow-pairs.ts";
import { lockPair } from "./lock-pair.ts";
import type { Done } from "./merging.ts";
import { changed, moved } from "./plan-merge.ts";
import { readSurroundings } from "./surroundings.ts";

/**
 * Makes one company a site (拠点) of another, inside the caller's transaction: it keeps its people, its history, its owner
 * and its code; its sites become sites of the company, and its mail domains tell of the company. Taken back by
 * `duplicates.split`. Null: it is a site of that company already.
 * Errors: those of `lockPair`, `site_needs_companies`.
 */
export async function makeSite(
  context: OperationContext,
  companyId: string,
  siteId: string,
): Promise<Done | null> {
  const pair = await lockPair(context, companyId, siteId);
  const { keep: company, merge: site } = pair;
  if (site.kind === "site" && site.parent_id === company.id) return null;
  if (company.kind !== "company" || site.kind !== "company") {
    throw new EnishiError("site_needs_companies", {}, { field: "keepId" });
  }
  const around = await readSurroundings(context, companyId, siteId);
  const sites = await context.db.query<{ id: string }>(
    "select id from customer where workspace_id = $1 and parent_id = $2 and kind = 'site'",
    [context.workspaceId, siteId],
  );
  const edits: Edit[] = [
    changed(site, { kind: "site", parent_id: company.id }),
    ...around.pairs.filter((one) => isBetween(one, companyId, siteId)).map((one) => answered(context, one)),
  ];
  const plan = { edits, moves: moved("customer", "parent_id", sites, company, site), inserts: [] };
  const domains = context.tables.filter((rule) => rule.table === "customer_domain");
  const done = await carryOut(context, "site", pair, plan, domains);
  context.changed({
    entity: "customer",
    entityId: siteId,
    customerId: siteId,
    before: { kind: "company", parentId: null },
    after: { kind: "site", parentId: companyId, mergeId: done.id },
  });
  context.emit("customers.updated", { customerId: siteId, fields: ["kind", "parentId"] });
  return done;
}

type Pair = Awaited<ReturnType<typeof readSurroundings>>["pairs"][number];

function isBetween(pair: Pair, one: string, other: string): boolean {
  const { a_id, b_id } = orderedPair(one, other);
  return pair.a_id === a_id && pair.b_id === b_id;
}

function answered(context: OperationContext, pair: Pair): Edit {
  const { a_id, b_id, state, decided_at, decided_by_id } = pair;
  return {
    table: "duplicate_pair",
    key: { a_id, b_id },
    before: { state, decided_at, decided_by_id },
    after: { state: "site", decided_at: context.now.toISOString(), decided_by_id: context.actor.memberId },
  };
}
