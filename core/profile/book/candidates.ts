import { startGrams } from "../../customers/index.ts";
import { foldText } from "../../japanese/index.ts";
import type { QueryContext } from "../../kernel/context.ts";

/** A ledger of this size is read whole: then even a name that only sounds alike is in the book. */
const WHOLE_LEDGER = 300;
/** Rows that are looked at, and how many of one's own and of the others' go into the book. */
const LOOKED_AT = 4_000;
const OWN = 150;
const OTHERS = 100;
/** A line is a line; a pasted mail is not searched to its end. */
const LONGEST = 600;

interface Candidate {
  customerId: string;
  folded: string;
  mine: boolean;
}

/** Ids of the customers that a text may name, those that fill most of it first; people among them. */
export async function findCandidates(context: QueryContext, text: string): Promise<string[]> {
  const folded = foldText(text.slice(0, LONGEST));
  const rows = await context.db.query<Candidate>(
    `with ledger as (
       select count(*) as size from (select 1 from customer_search where workspace_id = $1 limit ${WHOLE_LEDGER + 1}) rows
     )
     select s.customer_id as "customerId", s.folded,
            s.customer_id in (select o.customer_id from ownership o
                               where o.workspace_id = $1 and o.member_id = $3 and o.until is null) as mine
       from customer_search s
      where s.workspace_id = $1
        and (s.grams && $2::text[] or (select size from ledger) <= ${WHOLE_LEDGER})
      limit ${LOOKED_AT}`,
    [context.workspaceId, startGrams(folded), context.actor.memberId],
  );
  const scored = rows.map((row) => ({ ...row, score: longestStart(row.folded, folded) }));
  const whole = rows.length <= WHOLE_LEDGER;
  const named = scored
    .filter((row) => whole || row.score >= 2)
    .sort((a, b) => Number(b.mine) - Number(a.mine) || b.score - a.score);
  if (whole) return named.map((row) => row.customerId);
  const own = named.filter((row) => row.mine).slice(0, OWN);
  const others = named.filter((row) => !row.mine).slice(0, OTHERS);
  return [...own, ...others].map((row) => row.customerId);
}

/** How many letters of the text are the beginning of one of the row's names. */
function longestStart(names: string, text: string): number {
  let longest = 0;
  for (const name of names.split(" ")) {
    if (name === "" || /^[=#@]/.test(name)) continue;
    let length = Math.max(2, longest + 1);
    while (length <= name.length && text.includes(name.slice(0, length))) longest = length++;
  }
  return longest;
}
