import type { CustomerKind } from "../../customers/index.ts";
import type { QueryContext } from "../../kernel/context.ts";

/** What a line of the result shows, and what is needed to say why it is there. */
export interface HitRow {
  /** The record that the search found; another one than `customerId` when that was merged. */
  foundId: string;
  customerId: string;
  kind: CustomerKind;
  name: string;
  parentName: string | null;
  prefecture: string | null;
  ownerNames: string[];
  lastContactAt: Date | null;
  mine: boolean;
  foundName: string;
  foundKana: string | null;
  aliases: string[];
  codes: string[];
  points: { kind: string; value: string; normalized: string }[];
}

/** Loads the rows of one page, in any order; a merged record answers with the customer it became. */
export function loadHits(context: QueryContext, foundIds: readonly string[]): Promise<HitRow[]> {
  return context.db.query<HitRow>(
    `select f.id as "foundId", c.id as "customerId", c.kind, c.name, p.name as "parentName",
            coalesce(c.prefecture, p.prefecture) as prefecture,
            coalesce(own.names, parent_own.names, house_own.names, '{}') as "ownerNames",
            coalesce($3 = any(coalesce(own.ids, parent_own.ids, house_own.ids)), false) as mine,
            f.name as "foundName", f.name_kana as "foundKana",
            array(select n.name from customer_name n
                   where n.workspace_id = $1 and n.customer_id = f.id order by n.id) as aliases,
            array(select k.code from customer_code k
                   where k.workspace_id = $1 and k.customer_id = f.id order by k.id) as codes,
            (select coalesce(jsonb_agg(jsonb_build_object('kind', t.kind, 'value', t.value, 'normalized', t.normalized)), '[]')
               from contact_point t where t.workspace_id = $1 and t.customer_id = f.id) as points,
            (select max(l.at) from (
               select c.id union all
               select k.id from customer k where k.workspace_id = $1 and k.parent_id = c.id limit 200
             ) around (id)
             cross join lateral (
               select e.occurred_at as at from history_entry e
                where e.workspace_id = $1 and e.customer_id = around.id and e.cancelled_at is null
                  and e.kind not in ('note', 'handover')
                order by e.occurred_at desc limit 1) l) as "lastContactAt"
       from unnest($2::uuid[]) as wanted (id)
       join customer f on f.workspace_id = $1 and f.id = wanted.id
       join customer c on c.workspace_id = $1 and c.id = coalesce(f.merged_into_id, f.id) and c.state = 'active'
       left join customer p on p.workspace_id = $1 and p.id = c.parent_id
       left join lateral (${ownersOf("c.id")}) own on true
       left join lateral (${ownersOf("c.parent_id")}) parent_own on true
       left join lateral (${ownersOf("p.parent_id")}) house_own on true`,
    [context.workspaceId, foundIds, context.actor.memberId],
  );
}

/** No row for a customer without an owner, so that its company's owner counts. */
function ownersOf(customerId: string): string {
  return `select array_agg(m.name order by o.role <> 'owner', o.since) filter (where o.role in ('owner', 'interim')) as names,
                 array_agg(m.id) as ids
            from ownership o join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
           where o.workspace_id = $1 and o.customer_id = ${customerId} and o.until is null having count(*) > 0`;
}
