import type { QueryContext } from "../../kernel/context.ts";
import type { Place } from "./cursor.ts";
import type { SearchQuery, Term } from "./parse-query.ts";

/** One row of the search table that meets the query. */
export interface FoundRow {
  customerId: string;
  sortKey: string;
  /** 0: exactly what was typed · 1: one's own · 2: somebody else's. */
  rank: number;
  total: number;
}

/** How many hits are counted; more are "and more". */
export const COUNTED = 100;

/** Up to so many hits each is asked whose it is; for more it is cheaper to gather all that are one's own first. */
const FEW = 200;

/**
 * The ids of a page of hits, in order: an exact code, number or address first, then one's own customers (people and
 * sites of one's companies included), then by reading. A search without a hit reads nothing but the search table.
 */
export async function findRows(
  context: QueryContext,
  query: SearchQuery,
  page: { limit: number; after: Place | null; ownerIds: string[] | null },
): Promise<FoundRow[]> {
  const values: unknown[] = [context.workspaceId, context.actor.memberId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = query.words.map((terms) => wordCondition(terms, bind));
  if (page.ownerIds) conditions.push(ownedBy(bind(page.ownerIds)));
  const exact = query.exact.map((token) => `s.folded like ${bind(`% ${escapeLike(token)} %`)}`);
  const after = page.after
    ? `where (r.rank, r.sort_key, r.customer_id)
             > (${bind(page.after[0])}::int, ${bind(page.after[1])}::text, ${bind(page.after[2])}::uuid)`
    : "";
  return context.db.query<FoundRow>(
    `with h as materialized (
       select s.customer_id, s.sort_key collate "C" as sort_key, ${exact.length > 0 ? exact.join(" or ") : "false"} as exact
         from customer_search s
        where s.workspace_id = $1 ${conditions.map((condition) => `and ${condition}`).join(" ")}
     ), n as materialized (
       select count(*) as seen from (select 1 from h limit ${FEW + 1}) few
     ), r as (
       select h.*, case when h.exact then 0 when ${ASKED_EACH} then 1 else 2 end as rank
         from h where (select seen from n) <= ${FEW}
       union all
       select h.*, case when h.exact then 0 when ${GATHERED} then 1 else 2 end as rank
         from h where (select seen from n) > ${FEW}
     )
     select r.customer_id as "customerId", r.sort_key as "sortKey", r.rank, (select seen from n) as total
       from r ${after} order by r.rank, r.sort_key, r.customer_id limit ${bind(page.limit)}`,
    values,
  );
}

const ASKED_EACH = `exists (
  select 1 from ownership o
   where o.workspace_id = $1 and o.until is null and o.member_id = $2 and o.customer_id = any(array(
     select h.customer_id
      union all
     select a.id from customer c cross join lateral (values (c.parent_id), ((
       select p.parent_id from customer p where p.workspace_id = $1 and p.id = c.parent_id))) a (id)
      where c.workspace_id = $1 and c.id = h.customer_id and c.parent_id is not null)))`;

const GATHERED = `h.customer_id in (
  with own as materialized (
    select o.customer_id as id from ownership o where o.workspace_id = $1 and o.member_id = $2 and o.until is null
  ), child as materialized (
    select c.id from customer c where c.workspace_id = $1 and c.parent_id = any(array(select id from own))
  )
  select id from own union all select id from child union all
  select c.id from customer c where c.workspace_id = $1 and c.parent_id = any(array(select id from child)))`;

function ownedBy(memberIds: string): string {
  return `s.customer_id in (select o.customer_id from ownership o
    where o.workspace_id = $1 and o.member_id = any(${memberIds}::uuid[]) and o.until is null and o.role = 'owner')`;
}

function wordCondition(terms: readonly Term[], bind: (value: unknown) => string): string {
  // Typed, but nothing that any name is made of.
  if (terms.length === 0) return "false";
  const alternatives = terms.map((term) =>
    [
      `s.grams @> ${bind(term.grams)}::text[]`,
      ...term.pieces.map((piece) => `s.folded like ${bind(`%${escapeLike(piece)}%`)}`),
    ].join(" and "),
  );
  return alternatives.length === 1
    ? alternatives[0]!
    : `(${alternatives.map((one) => `(${one})`).join(" or ")})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
