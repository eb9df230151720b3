import type { PreparedRow } from "./match-chunk.ts";

/** Rows of a running import that come next, made ready while the chunk before them was being written. */
export interface Ahead {
  /** The import was this far when they were next. */
  after: number;
  rows: PreparedRow[];
  /** False when nothing comes behind them. */
  hasMore: boolean;
}

/** So many imports may run at once in this process; of more, rows are read when it is their turn. */
const MOST = 4;
const kept = new Map<string, Ahead>();

export function keepAhead(importId: string, ahead: Ahead): void {
  kept.delete(importId);
  if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
  kept.set(importId, ahead);
}

/** The rows behind `after`, once; null when they are not here, as after a kill or in another process. */
export function takeAhead(importId: string, after: number): Ahead | null {
  const ahead = kept.get(importId);
  kept.delete(importId);
  return ahead?.after === after ? ahead : null;
}
