import type { QueryContext } from "../../kernel/context.ts";
import type { Place } from "./cursor.ts";
import { type HitsRow, hitsOfPage } from "./hit-row.ts";
import type { SearchQuery } from "./parse-query.ts";
import { type Bind, escapeLike, rowsMeeting } from "./word-conditions.ts";

/** How many hits are counted; more are "and more". */
export const COUNTED = 100;

/**
 * Up to so many hits each is asked whose it is, by way of the company it belongs to as well. Of more, those that are
 * one's own by name come first: whoever looks through hundreds of hits types another letter.
 */
const FEW = COUNTED;

/**
 * A page of hits, in order: an exact code, number or address first, then one's own customers (people and sites of one's
 * companies too), then by reading. One statement; a search without a hit reads nothing but the search table.
 */
export async function findHits(
  context: QueryContext,
  query: SearchQuery,
  page: { limit: number; after: Place | null; ownerIds: string[] | null },
): Promise<HitsRow> {
  const values: unknown[] = [context.workspaceId, context.actor.memberId];
  const bind: Bind = (value, type) => `(select $${values.push(value)}::${type})`;
  const { from, condition } = rowsMeeting(query.words, bind);
  const owned = page.ownerIds ? ownedBy(bind(page.ownerIds, "uuid[]")) : "true";
  // Somebody's customers without another word are a list of work: what is promised first stands first.
  const byDue = page.ownerIds !== null && query.words.length === 0;
  const exact = query.exact.map((token) => `s.folded like ${bind(`% ${escapeLike(token)} %`, "text")}`);
  const after = page.after
    ? `where (r.rank, r.sort_key, r.customer_id)
             > (${bind(page.after[0], "int")}, ${bind(page.after[1], "text")}, ${bind(page.after[2], "uuid")})`
    : "";
  const timeZone = bind(context.workspace.timeZone, "text");
  const [row] = await context.db.query<HitsRow>(
    `with h as materialized (
       select s.customer_id, ${byDue ? DUE_KEY : 's.sort_key collate "C"'} as sort_key,
              ${exact.length > 0 ? exact.join(" or ") : "false"} as exact
         from ${from}
        where s.workspace_id = $1 and ${condition} and ${owned}
     ), n as materialized (
       select count(*) as seen from (select 1 from h limit ${FEW + 1}) counted
     ), r as (
       select h.*, case when h.exact then 0 when ${ASKED_EACH} then 1 else 2 end as rank
         from h join customer c on c.workspace_id = $1 and c.id = h.customer_id
           left join customer p on p.workspace_id = $1 and p.id = c.parent_id
        where (select seen from n) <= ${FEW}
       union all
       select h.*, case when h.exact then 0 when ${GATHERED} then 1 else 2 end as rank
         from h where (select seen from n) > ${FEW}
     ), page as materialized (
       select r.* from r ${after} order by r.rank, r.sort_key, r.customer_id limit ${bind(page.limit, "int")}
     )${hitsOfPage(timeZone, { codes: query.mayBeCode, points: query.mayBePoint })}`,
    values,
    // Several words or a later page make too many texts to keep.
    { prepared: query.words.length < 2 && !page.after },
  );
  return row!;
}

const ASKED_EACH = `exists (
  select 1 from ownership o
   where o.workspace_id = $1 and o.until is null and o.member_id = $2
     and o.customer_id = any(array[c.id, c.parent_id, p.parent_id]))`;

/** From the index alone, and quicker than to ask each of more than a hundred. */
const GATHERED = `h.customer_id in (
  select o.customer_id from ownership o where o.workspace_id = $1 and o.member_id = $2 and o.until is null)`;

const DUE_KEY = `(coalesce((
  select min(a.due_on)::text from next_action a
   where a.workspace_id = $1 and a.customer_id = s.customer_id and a.state = 'open' and a.kind = 'promise'), '9999')
  || s.sort_key) collate "C"`;

function ownedBy(memberIds: string): string {
  return `s.customer_id in (select o.customer_id from ownership o
    where o.workspace_id = $1 and o.member_id = any(${memberIds}::uuid[]) and o.until is null and o.role = 'owner')`;
}
