import type { OperationContext } from "../kernel/context.ts";
import type { RowKey } from "./deed.ts";
import type { PresentOwner } from "./settle-owners.ts";

export interface StoredPair {
  a_id: string;
  b_id: string;
  score: number;
  reasons: unknown;
  reason_key: string;
  state: "open" | "same" | "site" | "different" | "unsure";
  import_id: string | null;
  created_at: string;
  decided_at: string | null;
  decided_by_id: string | null;
}

/** What stands around two customers that become one, as far as it cannot simply move. */
export interface Surroundings {
  owners: (PresentOwner & { customerId: string })[];
  /** Open handovers that either of them waits in. */
  handovers: { customerId: string; handoverId: string; name: string }[];
  /** Primary contact points of the merged one whose kind has a primary one at the survivor. */
  primaries: string[];
  /** Names that either of them is also known by. */
  aliases: string[];
  pairs: StoredPair[];
  /** People and sites of the merged one, in whatever state. */
  children: (RowKey & { id: string })[];
  /** Records that were merged into the merged one. */
  followers: (RowKey & { id: string })[];
}

/** One statement; the caller holds both customers. */
export async function readSurroundings(
  context: OperationContext,
  keepId: string,
  mergeId: string,
): Promise<Surroundings> {
  const [row] = await context.db.query<Surroundings>(statement, [context.workspaceId, keepId, mergeId], {
    prepared: true,
  });
  return row!;
}

const list = (object: string, from: string) => `coalesce((select json_agg(${object}) from ${from}), '[]')`;

const statement = `
  with recursive below as (
    select m.merged_id as id from customer_merge m
     where m.workspace_id = $1 and m.kept_id = $3 and m.undone_at is null
    union
    select m.merged_id from below b
      join customer_merge m on m.workspace_id = $1 and m.kept_id = b.id and m.undone_at is null
  )
  select ${list(
    `json_build_object('id', o.id, 'customerId', o.customer_id, 'memberId', o.member_id, 'role', o.role,
                       'active', m.status <> 'former')`,
    `ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
       where o.workspace_id = $1 and o.customer_id in ($2, $3) and o.until is null`,
  )} as owners,
  ${list(
    "json_build_object('customerId', hc.customer_id, 'handoverId', h.id, 'name', c.name)",
    `handover_customer hc
       join handover h on h.workspace_id = $1 and h.id = hc.handover_id and h.state in ('proposed', 'asked')
       join customer c on c.workspace_id = $1 and c.id = hc.customer_id
      where hc.workspace_id = $1 and hc.customer_id in ($2, $3)`,
  )} as handovers,
  ${list(
    "t.id",
    `contact_point t where t.workspace_id = $1 and t.customer_id = $3 and t.is_primary and exists (
        select 1 from contact_point o
         where o.workspace_id = $1 and o.customer_id = $2 and o.kind = t.kind and o.is_primary)`,
  )} as primaries,
  ${list("n.name", "customer_name n where n.workspace_id = $1 and n.customer_id in ($2, $3)")} as aliases,
  ${list(
    "p",
    `(select d.a_id, d.b_id, d.score, d.reasons, d.reason_key, d.state, d.import_id, d.created_at, d.decided_at,
             d.decided_by_id
        from duplicate_pair d where d.workspace_id = $1 and (d.a_id in ($2, $3) or d.b_id in ($2, $3))) p`,
  )} as pairs,
  ${list("json_build_object('id', c.id)", "customer c where c.workspace_id = $1 and c.parent_id = $3")} as children,
  ${list(
    "json_build_object('id', c.id)",
    "below b join customer c on c.workspace_id = $1 and c.id = b.id and c.merged_into_id = $3",
  )} as followers`;
