import { z } from "zod";
import type { PreparedRow } from "./match-chunk.ts";

/** How far an import is: in which pass, and behind which row of the list. */
export const Place = z.object({ pass: z.int().min(0), row: z.int().min(0) });
export type Place = z.output<typeof Place>;

export function isSamePlace(one: Place, two: Place): boolean {
  return one.pass === two.pass && one.row === two.row;
}

/** Rows of a running import that come next, made ready while the chunk before them was being written. */
export interface Ahead {
  /** How far the import was when they were next. */
  from: Place;
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

/** The rows that come next at `from`, once; null when they are not here, as after a kill or in another process. */
export function takeAhead(importId: string, from: Place): Ahead | null {
  const ahead = kept.get(importId);
  kept.delete(importId);
  return ahead && isSamePlace(ahead.from, from) ? ahead : null;
}
