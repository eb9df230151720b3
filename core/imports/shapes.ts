import { z } from "zod";
import { FIELDS, listKinds } from "./reading/index.ts";
import { Counts, importStates, outcomes, rowStatuses } from "./statuses.ts";

/** One column as recognised. `column` is its header as read, else `#3`. */
export const ColumnView = z.object({
  column: z.string(),
  field: z.enum(FIELDS).nullable(),
  confidence: z.number(),
  samples: z.array(z.string()).default([]),
  /** True when ours or theirs (担当) was told by content: worth asking once. */
  ask: z.boolean().default(false),
});
export type ColumnView = z.output<typeof ColumnView>;

/** Corrections by header or `#3`; null is その他. */
export const Corrections = z.record(z.string().max(500), z.enum(FIELDS).nullable());
export type Corrections = z.output<typeof Corrections>;

export const importRef = z.object({ importId: z.uuid() });

const text = z.string().trim().max(500);

/** Asked once per list and kept with each customer. */
export const Purpose = z.object({ purpose: text.nullish(), source: text.nullish() });

/** A sheet that a list was put together from. */
export const ListPartView = z.object({
  sheet: z.string(),
  roles: z.array(z.string()),
  rows: z.int(),
  preset: z.string().nullable(),
});

/** What the rows of a list are. */
export const ListKindName = z.enum(listKinds);

export const ImportView = importRef.extend({
  /** What the rows are: customers, past activities, purchases. Null until the list was read. */
  kind: ListKindName.nullable(),
  fileName: z.string(),
  fileHash: z.string(),
  state: z.enum(importStates),
  sheet: z.string().nullable(),
  /** The sheets it was put together from, in their order; empty for what has none. */
  parts: z.array(ListPartView),
  /** Id of the preset by which it was read. */
  preset: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  headerRow: z.int().nullable(),
  headers: z.array(z.string()),
  columns: z.array(ColumnView),
  fingerprint: z.string(),
  counts: Counts,
  /** 「5,012行 = 新規4,633 + …」 in parts; `balanced` says that they add up. */
  equation: z.object({
    rows: z.int(),
    parts: z.array(z.object({ status: z.enum([...outcomes, "ready"]), count: z.int() })),
    balanced: z.boolean(),
  }),
  progress: z.object({ total: z.int(), applied: z.int(), undone: z.int() }),
  purpose: z.string().nullable(),
  source: z.string().nullable(),
  error: z.object({ code: z.string() }).nullable(),
  createdAt: z.string(),
  committedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
});
export type ImportView = z.output<typeof ImportView>;

export const RowIssueView = z.object({
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
});

/** One record of the list and what became of it, as a report tells it. */
export const RowView = z.object({
  row: z.int(),
  status: z.enum(rowStatuses),
  reason: z.string().nullable(),
  rejected: z.boolean(),
  company: z.string().nullable(),
  companyKey: z.string().nullable(),
  /** One name, or several people of one cell. */
  person: z.union([z.string(), z.array(z.string())]).nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  ext: z.string().nullable(),
  postal: z.string().nullable(),
  prefecture: z.string().nullable(),
  city: z.string().nullable(),
  date: z.string().nullable(),
  amount: z.number().nullable(),
  clusterId: z.string().nullable(),
  personClusterId: z.string().nullable(),
  customerIds: z.array(z.string()),
  /** Why the row was taken for a customer that was known; of a review row, whom it may be, and why. */
  match: z
    .object({
      customerIds: z.array(z.string()),
      score: z.number(),
      /** Codes whose texts are `duplicates.reason.<code>`, what counts most first. */
      reasons: z.array(
        z.object({ code: z.string(), weight: z.number(), params: z.record(z.string(), z.string()) }),
      ),
    })
    .nullable(),
  /** The entry of the history, or the purchase, that the row became. */
  entryId: z.string().nullable(),
  issues: z.array(RowIssueView),
  raw: z.array(z.string()),
});
export type RowView = z.output<typeof RowView>;
