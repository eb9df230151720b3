import { z } from "zod";

/** What became of a row. A `review` row is created apart and waits for a person to say whether it is the same. */
export const outcomes = ["created", "updated", "unchanged", "joined", "review", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];

/** raw: cells that nobody read yet; ready: read, not applied. */
export const rowStatuses = ["raw", "ready", ...outcomes] as const;

export const importStates = [
  "reading",
  "checked",
  "running",
  "committed",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportState = (typeof importStates)[number];

const count = z.int().min(0).default(0);

/** Records of the list by what became of them; `ready` ones are not applied yet. */
export const Counts = z.object({
  rows: count,
  ready: count,
  created: count,
  updated: count,
  unchanged: count,
  joined: count,
  review: count,
  rejected: count,
  /** Why rows were rejected: { blank: 3, total: 1 } */
  reasons: z.record(z.string(), z.int()).default({}),
  /** Customers that were made. */
  companies: count,
  sites: count,
  people: count,
  /** Entries of the history, or purchases, that were put. */
  entries: count,
  /** Of an undo. */
  removed: count,
  restored: count,
  kept: count,
  entriesRemoved: count,
  /** Entries that somebody changed or took off since. */
  entriesKept: count,
});
export type Counts = z.output<typeof Counts>;

export interface EquationPart {
  status: Outcome | "ready";
  count: number;
}

/** The parts of 「5,012行 = 新規4,633 + まとめ287 + 要確認61 + 除外31」, those that are not zero, and whether they add up. */
export function equationOf(counts: Counts): { rows: number; parts: EquationPart[]; balanced: boolean } {
  const parts = [...outcomes, "ready" as const]
    .map((status) => ({ status, count: counts[status] }))
    .filter((part) => part.count > 0);
  const sum = parts.reduce((total, part) => total + part.count, 0);
  return { rows: counts.rows, parts, balanced: sum === counts.rows };
}
