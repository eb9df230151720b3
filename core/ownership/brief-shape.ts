import { z } from "zod";

/**
 * One line of a 引継書. A surface shows `labelKey` (a text key) or else `label`, then `value` or the texts of
 * `valueKeys`; `on` is a local day or wall time, `by` a member's name.
 */
export const BriefRow = z.object({
  labelKey: z.string().nullable(),
  label: z.string().nullable(),
  value: z.string(),
  valueKeys: z.array(z.string()),
  on: z.string().nullable(),
  by: z.string().nullable(),
  tone: z.enum(["normal", "warning", "muted"]),
});
export type BriefRow = z.infer<typeof BriefRow>;

export const BriefSection = z.object({
  key: z.enum(["cautions", "next_actions", "facts", "contacts", "history"]),
  /** Text key of its heading. */
  labelKey: z.string(),
  rows: z.array(BriefRow),
});
export type BriefSection = z.infer<typeof BriefSection>;

export const CustomerBrief = z.object({
  customerId: z.uuid(),
  name: z.string(),
  parentName: z.string().nullable(),
  sections: z.array(BriefSection),
});
export type CustomerBrief = z.infer<typeof CustomerBrief>;

/** 引継書: what stands in the record about the customers on the day it was made. */
export const Brief = z.object({
  madeOn: z.string(),
  customers: z.array(CustomerBrief),
});
export type Brief = z.infer<typeof Brief>;
