import type { Term } from "./parse-query.ts";

/**
 * Gives a value to the statement and returns how it is written there. As a sub-select, so that the planner knows it no
 * better the first time than the sixth, and keeps the one plan of a prepared statement.
 */
export type Bind = (value: unknown, type: string) => string;

/**
 * Every word must be met. Of several words, some may be met by the company or site a row belongs to (田中商事 木村), but
 * not all: then it is that company that is meant. The rows of `customer_search` that meet them, as a source `s`.
 */
export function rowsMeeting(words: readonly Term[][], bind: Bind): { from: string; condition: string } {
  if (words.length === 0) return { from: "customer_search s", condition: "true" };
  const own = words.map((terms) => wordCondition(terms, "s", bind));
  if (own.length === 1) return { from: "customer_search s", condition: own[0]! };
  const house = words.map((terms) => wordCondition(terms, "u", bind));
  const each = own.map((condition, at) => `(${condition} or ${house[at]})`);
  return {
    from: `(select ${COLUMNS} from customer_search s where s.workspace_id = $1 and ${own.join(" and ")}
      union
     select ${COLUMNS} from customer_search s
       join customer k on k.workspace_id = $1 and k.id = s.customer_id and k.parent_id is not null
       join customer_search u on u.workspace_id = $1 and u.customer_id = k.parent_id
      where s.workspace_id = $1 and (${own.join(" or ")}) and ${each.join(" and ")}) s`,
    condition: "true",
  };
}

const COLUMNS = "s.workspace_id, s.customer_id, s.sort_key, s.folded";

function wordCondition(terms: readonly Term[], row: string, bind: Bind): string {
  // Typed, but nothing that any name is made of.
  if (terms.length === 0) return "false";
  // The text before the grams: where a small table is read whole, it is by far the quicker to refuse a row.
  const alternatives = terms.map((term) =>
    [
      ...term.pieces.map((piece) => `${row}.folded like ${bind(`%${escapeLike(piece)}%`, "text")}`),
      `${row}.grams @> ${bind(term.grams, "text[]")}`,
    ].join(" and "),
  );
  return `(${alternatives.map((one) => `(${one})`).join(" or ")})`;
}

export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
