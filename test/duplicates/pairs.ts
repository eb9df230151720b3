import type { TestEnishi } from "../support/enishi.ts";

/** A question whether two customers are the same, as a row. */
export async function aPair(
  enishi: TestEnishi,
  one: string,
  other: string,
  more: { score?: number; reasons?: string[]; state?: string } = {},
): Promise<{ aId: string; bId: string }> {
  const [aId, bId] = one < other ? [one, other] : [other, one];
  const codes = more.reasons ?? ["name_same", "other_city"];
  await enishi.database.query(
    `insert into duplicate_pair (workspace_id, a_id, b_id, score, reasons, reason_key, state, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      enishi.workspaceId,
      aId,
      bId,
      more.score ?? 0.6,
      JSON.stringify(codes.map((code) => ({ code, weight: 0.3, params: {} }))),
      [...codes].sort().join(" "),
      more.state ?? "open",
      enishi.clock.now(),
    ],
  );
  return { aId, bId };
}
