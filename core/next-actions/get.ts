import { z } from "zod";
import { localDay } from "../kernel/clock.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";
import { itemColumns, itemJoins, NextActionItem } from "./item.ts";

/** What was noted together with a next action: the call in which a customer asked for it. */
const Origin = z.object({
  kind: z.string(),
  direction: z.string().nullable(),
  /** ISO instant, as exact as `precision` says. */
  occurredAt: z.string(),
  precision: z.string(),
  body: z.string(),
  contactNames: z.array(z.string()),
});

const output = NextActionItem.extend({ createdByName: z.string().nullable(), origin: Origin.nullable() });

interface Row extends NextActionItem {
  createdByName: string | null;
  origin: z.infer<typeof Origin> | null;
}

/** One next action, who noted it and what it came from (null when the reader may not see that). Error: `next_action_not_found`. */
export const getNextAction = defineQuery({
  name: "nextActions.get",
  summary: "Gives one next action with who noted it and what it came from.",
  input: z.object({ nextActionId: z.uuid() }),
  output,
  permission: "next_actions.read",
  http: { method: "get", path: "/v1/next-actions/{nextActionId}" },
  run: async (context, { nextActionId }) => {
    const { actor } = context;
    const seesAll = actor.role === "admin" || actor.role === "manager";
    const [row] = await context.db.query<Row>(statement, [
      context.workspaceId,
      localDay(context.now, context.workspace.timeZone),
      nextActionId,
      seesAll,
      actor.memberId,
    ]);
    if (!row) throw new EnishiError("next_action_not_found", {}, { field: "nextActionId" });
    if (row.customerId) context.shows([row.customerId]);
    return row;
  },
});

const statement = `
  select ${itemColumns("$2")}, b.name as "createdByName",
         case when h.id is not null then jsonb_build_object(
           'kind', h.kind, 'direction', h.direction, 'occurredAt',
           to_char(h.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'precision', h.precision,
           'body', h.body, 'contactNames', coalesce((
             select jsonb_agg(x.name order by x.name) from customer x
              where x.workspace_id = $1 and x.id = any(h.contact_ids)), '[]')) end as origin
    from next_action n ${itemJoins}
    left join member b on b.workspace_id = n.workspace_id and b.id = n.created_by_id
    left join history_entry h on h.workspace_id = n.workspace_id and h.id = n.history_entry_id
         and h.cancelled_at is null
         and (h.visibility = 'all' or $4::boolean or $5::uuid in (h.author_id, h.recorder_id))
   where n.workspace_id = $1 and n.id = $3`;
