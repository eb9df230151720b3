import { logHistory, newId } from "../../core/index.ts";
import type { BenchHouse } from "./house.ts";
import { compare } from "./measure.ts";
import type { Result } from "./result.ts";

/** `history.log` through its operation, with audit, event and key, against the bare insert of the entry. */
export async function benchLog(house: BenchHouse, customers: number): Promise<Result> {
  const { database, workspaceId, memberId } = house;
  const ids = (
    await database.query<{ id: string }>("select id from customer where workspace_id = $1 limit 2000", [
      workspaceId,
    ])
  ).map((row) => row.id);
  const body = "単価の件で電話。来週あらためて見積を出すことになった";
  const comparison = await compare(
    {
      ours: (n) =>
        house.core.kernel.perform(
          logHistory,
          { customerId: ids[n % ids.length], kind: "call", direction: "out", body },
          house.call,
          { idempotencyKey: newId() },
        ),
      floor: (n) =>
        database.query(
          `insert into history_entry (workspace_id, id, customer_id, kind, direction, occurred_at, recorded_at,
                                      author_id, recorder_id, body, surface)
           values ($1, $2, $3, 'call', 'out', now(), now(), $4, $4, $5, 'api')`,
          [workspaceId, newId(), ids[n % ids.length], memberId, body],
        ),
    },
    { calls: 200 },
  );
  return {
    what: "history.log with audit, event and key",
    engine: house.engine,
    customers,
    value: comparison.ratioP50,
    unit: "×",
    limit: { most: house.engine === "postgres" ? 5 : 10 },
    detail: {
      "p95 ×": comparison.ratioP95,
      p50: comparison.ours.p50,
      p95: comparison.ours.p95,
      p99: comparison.ours.p99,
      "floor p50": comparison.floor.p50,
    },
  };
}
