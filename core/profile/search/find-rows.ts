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

/**
 * The ids of a page of hits, in order: an exact code, number or address first, then one's own customers, then by
 * reading. Nothing but the search table is read here, so a search without a hit costs one small statement.
 */
export async function findRows(
  context: QueryContext,
  query: SearchQuery,
  page: { limit: number; after: Place | null; ownerIds: string[] | null },
): Promise<FoundRow[]> {
  const values: unknown[] = [context.workspaceId, context.actor.memberId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = query.words.map((terms) => wordCondition(terms, bind));
  const owners = page.ownerIds ? `and ${ownedBy(bind(page.ownerIds))}` : "";
  const exact = query.exact.map((token) => `s.folded like ${bind(`% ${escapeLike(token)} %`)}`);
  const rank = `case ${exact.length > 0 ? `when ${exact.join(" or ")} then 0` : ""} when ${MINE} then 1 else 2 end`;
  const after = page.after
    ? `where (h.rank, h.sort_key, h.customer_id) > (${bind(page.after[0])}, ${bind(page.after[1])} collate "C", ${bind(page.after[2])}::uuid)`
    : "";
  return context.db.query<FoundRow>(
    `with h as materialized (
       select s.customer_id, s.sort_key collate "C" as sort_key, ${rank} as rank
         from customer_search s
        where s.workspace_id = $1 ${conditions.map((condition) => `and ${condition}`).join(" ")} ${owners}
     )
     select h.customer_id as "customerId", h.sort_key as "sortKey", h.rank,
            (select count(*) from (select from h limit ${COUNTED + 1}) counted) as total
       from h ${after} order by h.rank, h.sort_key, h.customer_id limit ${bind(page.limit)}`,
    values,
  );
}

const MINE = `s.customer_id in (select o.customer_id from ownership o
  where o.workspace_id = $1 and o.member_id = $2 and o.until is null)`;

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
