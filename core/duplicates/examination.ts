import { z } from "zod";
import type { Records } from "../kernel/records.ts";

/** How far the search for duplicates in the whole customer table is; the newest one is kept. */
export const Examination = z.object({
  id: z.uuid(),
  state: z.enum(["running", "done"]),
  /** Customers there were when it began, and those that it has been through. */
  total: z.int(),
  examined: z.int(),
  /** Pairs that nobody had been asked about before. */
  found: z.int(),
  /** The last customer it has been through. */
  after: z.uuid().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type Examination = z.output<typeof Examination>;

const key = "examination";

export async function readExamination(records: Records): Promise<Examination | null> {
  return Examination.nullable().parse(await records.get(key));
}

export function writeExamination(records: Records, examination: Examination): Promise<void> {
  return records.put(key, examination);
}
