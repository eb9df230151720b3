import { decideRows, type MatchRecord, type RowDecision } from "../../core/matching/index.ts";

export interface Decided {
  /** The id of each record to that of the customer it became. */
  clusterOf: Map<string, string>;
  /** What people are asked of. */
  reviews: Extract<RowDecision, { verdict: "review" }>[];
}

/** Lets a list come in row by row, as an import does it, where nobody is known yet. */
export function rowByRow(records: readonly MatchRecord[]): Decided {
  const decisions = decideRows(
    records.map((record, row) => ({ row, record, known: [] })),
    [],
  );
  return {
    clusterOf: new Map(
      records.map(({ id }, at) => {
        const decision = decisions[at]!;
        return [id, decision.verdict === "same" ? decision.id : id];
      }),
    ),
    reviews: decisions.filter((one) => one.verdict === "review"),
  };
}
