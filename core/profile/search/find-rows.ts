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
 * Up to so many hits each is asked whose it is, by way of the company it belongs to as well. Of more, those that are
 * one's own by name come first: whoever looks through hundreds of hits types another letter.
 */
const FEW = COUNTED;

/**
 * The ids of a page of hits, in order: an exact code, number or address first, then one's own customers (people and
 * sites of one's companies too), then by reading. A search without a hit reads nothing but the search table.
 */
export async function findRows(
  context: QueryContext,
  query: SearchQuery,
  page: { limit: number; after: Place | null; ownerIds: string[] | null },
): Promise<FoundRow[]> {
  const values: unknown[] = [context.workspaceId, context.actor.memberId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = wordConditions(query.words, bind);
  if (page.ownerIds) conditions.push(ownedBy(bind(page.ownerIds)));
  // Somebody's customers without another word are a list of work: what is promised first stands first.
  const byDue = page.ownerIds !== null && query.words.length === 0;
  const exact = query.exact.map((token) => `s.folded like ${bind(`% ${escapeLike(token)} %`)}`);
  const after = page.after
    ? `where (r.rank, r.sort_key, r.customer_id)
             > (${bind(page.after[0])}::int, ${bind(page.after[1])}::text, ${bind(page.after[2])}::uuid)`
    : "";
  return context.db.query<FoundRow>(
    `with h as materialized (
       select s.customer_id, ${byDue ? DUE_KEY : 's.sort_key collate "C"'} as sort_key, ${exact.length > 0 ? exact.join(" or ") : "false"} as exact
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

const OWN = `select o.customer_id from ownership o where o.workspace_id = $1 and o.member_id = $2 and o.until is null`;

const ASKED_EACH = `exists (
  select 1 from customer c
    left join customer p on p.workspace_id = $1 and p.id = c.parent_id
    join ownership o on o.workspace_id = $1 and o.until is null and o.member_id = $2
                    and o.customer_id = any(array[c.id, c.parent_id, p.parent_id])
   where c.workspace_id = $1 and c.id = h.customer_id)`;

const GATHERED = `h.customer_id in (${OWN})`;

const DUE_KEY = `(coalesce((
  select min(a.due_on)::text from next_action a
   where a.workspace_id = $1 and a.customer_id = s.customer_id and a.state = 'open' and a.kind = 'promise'), '9999')
  || s.sort_key) collate "C"`;

function ownedBy(memberIds: string): string {
  return `s.customer_id in (select o.customer_id from ownership o
    where o.workspace_id = $1 and o.member_id = any(${memberIds}::uuid[]) and o.until is null and o.role = 'owner')`;
}

type Bind = (value: unknown) => string;

/**
 * Every word must be met. Of several words, some may be met by the company or site a row belongs to (田中商事 木村), but
 * not all: then it is that company that is meant.
 */
function wordConditions(words: readonly Term[][], bind: Bind): string[] {
  if (words.length < 2) return words.map((terms) => wordCondition(terms, "s", bind));
  const own = words.map((terms) => wordCondition(terms, "s", bind));
  const each = words.map((terms, i) => `(${own[i]} or ${inHouse(wordCondition(terms, "u", bind))})`);
  return [`(${own.join(" or ")})`, ...each];
}

function inHouse(condition: string): string {
  return `exists (select 1 from customer c join customer_search u on u.workspace_id = $1 and u.customer_id = c.parent_id
    where c.workspace_id = $1 and c.id = s.customer_id and ${condition})`;
}

function wordCondition(terms: readonly Term[], row: string, bind: Bind): string {
  // Typed, but nothing that any name is made of.
  if (terms.length === 0) return "false";
  const alternatives = terms.map((term) =>
    [
      `${row}.grams @> ${bind(term.grams)}::text[]`,
      ...term.pieces.map((piece) => `${row}.folded like ${bind(`%${escapeLike(piece)}%`)}`),
    ].join(" and "),
  );
  return `(${alternatives.map((one) => `(${one})`).join(" or ")})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
