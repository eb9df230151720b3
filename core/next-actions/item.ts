import { z } from "zod";

export const NextActionItem = z.object({
  id: z.uuid(),
  customerId: z.uuid().nullable(),
  customerName: z.string().nullable(),
  /** Company of the site or person that it is for. */
  parentName: z.string().nullable(),
  kind: z.string(),
  title: z.string(),
  dueOn: z.string().nullable(),
  dueTime: z.string().nullable(),
  duePrecision: z.string(),
  ownerId: z.uuid(),
  ownerName: z.string().nullable(),
  state: z.string(),
  needsReview: z.boolean(),
  asTyped: z.string().nullable(),
  historyId: z.uuid().nullable(),
  version: z.number(),
  overdue: z.boolean(),
});
export type NextActionItem = z.infer<typeof NextActionItem>;

/** Columns of an item from `next_action n`; `today` is the number of the parameter with the local day. */
export function itemColumns(today: string): string {
  return `n.id, n.customer_id as "customerId", c.name as "customerName", p.name as "parentName", n.kind, n.title,
    n.due_on as "dueOn", n.due_time as "dueTime", n.due_precision as "duePrecision", n.owner_id as "ownerId",
    m.name as "ownerName", n.state, n.needs_review as "needsReview", n.as_typed as "asTyped",
    n.history_entry_id as "historyId", n.version,
    (n.state = 'open' and n.due_on is not null and n.due_on < ${today}::date) as overdue`;
}

export const itemJoins = `
  left join customer c on c.workspace_id = n.workspace_id and c.id = n.customer_id
  left join customer p on p.workspace_id = n.workspace_id and p.id = c.parent_id
  left join member m on m.workspace_id = n.workspace_id and m.id = n.owner_id`;

/** By due, those without a day last; within a day whole-day ones first, then by time. */
export const dueOrder = `coalesce(n.due_on, '9999-12-31'::date), coalesce(n.due_time, ''), n.id`;
