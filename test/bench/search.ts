import { searchCustomers } from "../../core/index.ts";
import { digitGrams, queryGrams } from "../../core/japanese/index.ts";
import type { BenchHouse } from "./house.ts";
import { compare } from "./measure.ts";
import type { Result } from "./result.ts";

const queries: { what: string; q: string; grams: readonly string[] }[] = [
  { what: "one character", q: "田", grams: queryGrams("田") },
  { what: "two characters", q: "渡辺", grams: queryGrams("渡辺") },
  { what: "three characters", q: "山本食", grams: queryGrams("山本食") },
  { what: "six characters", q: "大阪渡辺電機", grams: queryGrams("大阪渡辺電機") },
  { what: "a reading", q: "わたなべ", grams: queryGrams("わたなべ") },
  { what: "phone digits", q: "03-1000-0701", grams: digitGrams("0310000701") },
  { what: "nothing to be found", q: "鷺沼", grams: queryGrams("鷺沼") },
];

/**
 * Search through its query against the bare gram query for the same page: ids and names, sorted by reading, and nothing of
 * owners, last contacts, counts or why each was found.
 */
export async function benchSearch(house: BenchHouse, customers: number): Promise<Result[]> {
  const results: Result[] = [];
  for (const { what, q, grams } of queries) {
    const comparison = await compare(
      {
        ours: () => house.core.kernel.ask(searchCustomers, { q, limit: 20 }, house.call),
        floor: () =>
          house.database.query(
            `select c.id, c.name, c.prefecture
               from (select customer_id, sort_key from customer_search
                      where workspace_id = $1 and grams @> $2::text[] order by sort_key limit 20) s
               join customer c on c.workspace_id = $1 and c.id = s.customer_id order by s.sort_key`,
            [house.workspaceId, grams],
          ),
      },
      { calls: 40 },
    );
    results.push({
      what: `search: ${what}`,
      engine: house.engine,
      customers,
      value: comparison.ratioP50,
      unit: "×",
      limit: { most: 3 },
      detail: {
        "p95 ×": comparison.ratioP95,
        p50: comparison.ours.p50,
        p95: comparison.ours.p95,
        p99: comparison.ours.p99,
        "floor p50": comparison.floor.p50,
      },
    });
  }
  return results;
}
