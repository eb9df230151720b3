import type { PreparedRow } from "./match-chunk.ts";

/** How far an import is: in which pass, and behind which row of the list. */
export interface Place {
  pass: number;
  row: number;
}

/** Rows of a running import that come next, made ready while the chunk before them was being written. */
export interface Ahead {
  /** So many rows of the import were applied when they were next. */
  after: number;
  rows: PreparedRow[];
  /** The pass that they are of. */
  pass: number;
  /** How far the import is when they are applied. */
  place: Place;
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
