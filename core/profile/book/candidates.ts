import { startGrams } from "../../customers/index.ts";
import { foldText } from "../../japanese/index.ts";
import type { QueryContext } from "../../kernel/context.ts";

/** A ledger of this size is read whole: then even a name that only sounds alike is in the book. */
const WHOLE_LEDGER = 300;
/** Rows that are looked at in all; and for each place of the text, of those that share three letters or more with it. */
const LOOKED_AT = 4_000;
const SHARING = 300;
/** Of those that share two letters, so many are looked through for one's own, and so many taken. */
const SEEN = 1_000;
const TAKEN = 200;
/** How many of one's own and of the others' go into the book. */
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
  const whole = (await ledgerSize(context)) <= WHOLE_LEDGER;
  const rows = await context.db.query<Candidate>(
    `with own as materialized (
       select customer_id from ownership where workspace_id = $1 and member_id = $2 and until is null
     )
     select s.customer_id as "customerId", s.folded, s.customer_id in (select customer_id from own) as mine
       from ${whole ? "customer_search s where s.workspace_id = $1" : BY_START}
      limit ${LOOKED_AT}`,
    [context.workspaceId, context.actor.memberId, ...(whole ? [] : [startGrams(folded), longStarts(folded)])],
    { prepared: true },
  );
  const distinct = [...new Map(rows.map((row) => [row.customerId, row])).values()];
  const scored = distinct.map((row) => ({ ...row, score: longestStart(row.folded, folded) }));
  const named = scored
    .filter((row) => whole || row.score >= 2)
    .sort((a, b) => Number(b.mine) - Number(a.mine) || b.score - a.score);
  if (whole) return named.map((row) => row.customerId);
  const own = named.filter((row) => row.mine).slice(0, OWN);
  const others = named.filter((row) => !row.mine).slice(0, OTHERS);
  return [...own, ...others].map((row) => row.customerId);
}

/**
 * Names that begin as some place of the text does. A look into the index for each: asked for any of them at once, the planner
 * reads the whole table. Only where more begin with the same two letters than are taken, those that go on as the text does
 * are looked for.
 */
const BY_START = `(
  with seen as materialized (
    select start.gram, r.customer_id, r.folded from unnest($3::text[]) as start (gram)
     cross join lateral (
       select r.customer_id, r.folded from customer_search r
        where r.workspace_id = $1 and r.grams @> array[start.gram] limit ${SEEN}) r
  )
  select long.* from (
     select grams from unnest($4::text[]) as start (grams)
      where split_part(grams, chr(1), 1) in (select gram from seen group by gram having count(*) > ${TAKEN}) offset 0) start
   cross join lateral (
     select r.customer_id, r.folded from customer_search r
      where r.workspace_id = $1 and r.grams @> string_to_array(start.grams, chr(1)) limit ${SHARING}) long
  union all
  select customer_id, folded from (
    select seen.*, row_number() over (partition by gram
                                      order by customer_id in (select customer_id from own) desc) as place from seen) short
   where place <= ${TAKEN}
) s`;

/** For each place of a text the grams of three letters from there, and of five. */
function longStarts(folded: string): string[] {
  const chars = [...folded];
  return chars.flatMap((_, at) =>
    [3, 5].flatMap((length) => {
      const name = chars.slice(at, at + length);
      if (name.length < length) return [];
      const pairs = name.slice(2).map((char, next) => name[next + 1]! + char);
      return [[`^${name[0]}${name[1]}`, ...pairs].join("\u0001")];
    }),
  );
}

/** Counted as far as it matters. */
async function ledgerSize(context: QueryContext): Promise<number> {
  const [row] = await context.db.query<{ size: number }>(
    `select count(*) as size
       from (select 1 from customer_search where workspace_id = $1 limit ${WHOLE_LEDGER + 1}) rows`,
    [context.workspaceId],
  );
  return row?.size ?? 0;
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
