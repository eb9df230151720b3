import { z } from "zod";
import { day, decodeCursor, encodeCursor, namedCustomer, pageLimit, uuidPattern } from "../history/index.ts";
import { localDay } from "../kernel/clock.ts";
import type { QueryContext } from "../kernel/context.ts";
import { defineQuery } from "../kernel/operation.ts";
import { dueOrder, itemColumns, itemJoins, NextActionItem } from "./item.ts";
import { endOfWeek } from "./rules.ts";

const State = z.enum(["open", "done", "cancelled", "all"]);
const output = z.object({ items: z.array(NextActionItem), nextCursor: z.string().nullable() });

/**
 * Next actions by due, those without a day last. Of a customer: with its sites and people. `from` and `until` are days,
 * both included. Error: `invalid_cursor`.
 */
export const listNextActions = defineQuery({
  name: "nextActions.list",
  summary: "Lists next actions by due day.",
  input: z.object({
    ownerId: z.uuid().optional(),
    customerId: z.uuid().optional(),
    from: day.optional(),
    until: day.optional(),
    state: State.default("open"),
    /** Only those that a question is open about. */
    needsReview: z.boolean().optional(),
    limit: pageLimit.default(50),
    cursor: z.string().max(500).optional(),
  }),
  output,
  permission: "next_actions.read",
  http: [
    { method: "get", path: "/v1/customers/{customerId}/next-actions" },
    { method: "get", path: "/v1/next-actions" },
  ],
  run: (context, input) => page(context, input),
});

/**
 * The acting member's own open next actions. `overdue`: before today; `today`: due today, after those that are overdue;
 * `week`: until Sunday, likewise; `all`: with those that have no day.
 */
export const listMyNextActions = defineQuery({
  name: "nextActions.mine",
  summary: "Lists the acting member's own open next actions.",
  input: z.object({
    range: z.enum(["today", "week", "overdue", "all"]).default("today"),
    limit: pageLimit.default(50),
    cursor: z.string().max(500).optional(),
  }),
  output,
  permission: "next_actions.read",
  http: { method: "get", path: "/v1/next-actions/mine" },
  run: (context, { range, limit, cursor }) => {
    const { memberId } = context.actor;
    if (!memberId) return Promise.resolve({ items: [], nextCursor: null });
    const today = localDay(context.now, context.workspace.timeZone);
    const until = { overdue: undefined, today, week: endOfWeek(today), all: undefined }[range];
    return page(context, {
      ownerId: memberId,
      until,
      state: "open",
      limit,
      cursor,
      overdueOnly: range === "overdue",
    });
  },
});

interface Asked {
  ownerId?: string;
  customerId?: string;
  from?: string;
  until?: string;
  state: z.infer<typeof State>;
  needsReview?: boolean;
  overdueOnly?: boolean;
  limit: number;
  cursor?: string;
}

async function page(context: QueryContext, asked: Asked): Promise<z.infer<typeof output>> {
  const place = asked.cursor
    ? decodeCursor(asked.cursor, [/^\d{4}-\d\d-\d\d$/, /^(\d\d:\d\d)?$/, uuidPattern])
    : [null, null, null];
  const rows = await context.db.query<NextActionItem>(statement, [
    context.workspaceId,
    localDay(context.now, context.workspace.timeZone),
    asked.limit + 1,
    asked.ownerId ?? null,
    asked.customerId ?? null,
    asked.from ?? null,
    asked.until ?? null,
    asked.state === "all" ? null : asked.state,
    asked.needsReview ?? null,
    asked.overdueOnly ?? false,
    ...place,
  ]);
  const items = rows.slice(0, asked.limit);
  const last = items.at(-1);
  context.shows(items.flatMap((item) => item.customerId ?? []));
  return {
    items,
    nextCursor:
      rows.length > asked.limit && last
        ? encodeCursor([last.dueOn ?? "9999-12-31", last.dueTime ?? "", last.id])
        : null,
  };
}

const statement = `
  with recursive ${namedCustomer("$5")}, family as (
    select id, 0 as depth from named where state = 'active'
    union
    select c.id, f.depth + 1 from family f
      join customer c on c.workspace_id = $1 and c.parent_id = f.id and c.state = 'active' where f.depth < 2
  )
  select ${itemColumns("$2")}
    from next_action n ${itemJoins}
   where n.workspace_id = $1
     and ($4::uuid is null or n.owner_id = $4)
     and ($5::uuid is null or n.customer_id in (select id from family))
     and ($6::date is null or n.due_on >= $6)
     and ($7::date is null or n.due_on <= $7)
     and ($8::text is null or n.state = $8)
     and ($9::boolean is null or n.needs_review = $9)
     and (not $10::boolean or n.due_on < $2::date)
     and ($11::date is null or (coalesce(n.due_on, '9999-12-31'::date), coalesce(n.due_time, ''), n.id)
                               > ($11, $12::text, $13::uuid))
   order by ${dueOrder}
   limit $3::int`;
