import { z } from "zod";
import { decodeCursor, encodeCursor, pageLimit, uuidPattern } from "../history/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";
import { pageOf } from "../kernel/page.ts";
import { Brief } from "./brief-shape.ts";
import { HandoverState } from "./roles.ts";

const Person = z.object({ memberId: z.uuid(), name: z.string(), status: z.string() });

const Summary = z.object({
  id: z.uuid(),
  state: HandoverState,
  from: Person.nullable(),
  to: Person,
  proposer: Person,
  customers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  declineReason: z.string().nullable(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  version: z.number(),
});

const Handover = Summary.extend({
  brief: Brief,
  messages: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(["question", "answer"]),
      authorId: z.uuid(),
      authorName: z.string().nullable(),
      body: z.string(),
      at: z.string(),
    }),
  ),
});
export type HandoverView = z.infer<typeof Handover>;

/** A handover with its 引継書 as it was proposed, and what was asked and answered. Error: `handover_not_found`. */
export const getHandover = defineQuery({
  name: "ownership.handover",
  summary: "Shows a handover with its brief and its questions and answers.",
  input: z.object({ handoverId: z.uuid() }),
  output: Handover,
  permission: "ownership.read",
  http: { method: "get", path: "/v1/handovers/{handoverId}" },
  run: async (context, { handoverId }) => {
    const [row] = await context.db.query<{ handover: HandoverView }>(
      `select ${jsonOf(`'brief', h.brief, 'messages', (${messages})`)} as handover
         from handover h ${joins} where h.workspace_id = $1 and h.id = $2`,
      [context.workspaceId, handoverId],
    );
    if (!row) throw new EnishiError("handover_not_found", {}, { field: "handoverId" });
    context.shows(row.handover.customers.map((customer) => customer.id));
    return row.handover;
  },
});

/**
 * Handovers, newest first, without their briefs. `toMe`: those in which the acting member is the successor; `open`: those
 * that are not decided. Error: `invalid_cursor`.
 */
export const listHandovers = defineQuery({
  name: "ownership.handovers",
  summary: "Lists handovers, newest first.",
  input: z.object({
    state: HandoverState.optional(),
    open: z.boolean().optional(),
    toMe: z.boolean().optional(),
    customerId: z.uuid().optional(),
    limit: pageLimit.default(20),
    cursor: z.string().max(500).optional(),
  }),
  output: z.object({ items: z.array(Summary), nextCursor: z.string().nullable() }),
  permission: "ownership.read",
  http: { method: "get", path: "/v1/handovers" },
  run: async (context, input) => {
    const rows = await findHandovers(context, input);
    const page = pageOf(rows, input.limit, (last) => encodeCursor([last.id]));
    context.shows(page.items.flatMap((item) => item.customers.map((customer) => customer.id)));
    return page;
  },
});

async function findHandovers(
  context: QueryContext,
  asked: z.output<typeof listHandovers.input>,
): Promise<z.infer<typeof Summary>[]> {
  const [after] = asked.cursor ? decodeCursor(asked.cursor, [uuidPattern]) : [null];
  const rows = await context.db.query<{ handover: z.infer<typeof Summary> }>(
    `select ${jsonOf()} as handover from handover h ${joins}
      where h.workspace_id = $1 and ($2::text is null or h.state = $2)
        and ($3::boolean is null or (h.state in ('proposed', 'asked')) = $3)
        and (not $4::boolean or h.to_member_id = $5::uuid)
        and ($6::uuid is null or exists (select 1 from handover_customer x
              where x.workspace_id = $1 and x.handover_id = h.id and x.customer_id = $6))
        and ($7::uuid is null or h.id < $7)
      order by h.id desc limit $8::int`,
    [
      context.workspaceId,
      asked.state ?? null,
      asked.open ?? null,
      asked.toMe ?? false,
      context.actor.memberId,
      asked.customerId ?? null,
      after,
      asked.limit + 1,
    ],
  );
  return rows.map((row) => row.handover);
}

const instantText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const person = (alias: string) =>
  `json_build_object('memberId', ${alias}.id, 'name', ${alias}.name, 'status', ${alias}.status)`;

const messages = `
  select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'authorId', x.author_id,
           'authorName', xm.name, 'body', x.body, 'at', ${instantText("x.at")}) order by x.at, x.id), '[]')
    from handover_message x left join member xm on xm.workspace_id = $1 and xm.id = x.author_id
   where x.workspace_id = $1 and x.handover_id = h.id`;

const joins = `
  join member t on t.workspace_id = $1 and t.id = h.to_member_id
  join member q on q.workspace_id = $1 and q.id = h.proposer_id
  left join member f on f.workspace_id = $1 and f.id = h.from_member_id`;

function jsonOf(more?: string): string {
  return `json_build_object(
    'id', h.id, 'state', h.state, 'from', case when f.id is not null then ${person("f")} end, 'to', ${person("t")},
    'proposer', ${person("q")}, 'reason', h.reason, 'note', h.note, 'declineReason', h.decline_reason,
    'createdAt', ${instantText("h.created_at")}, 'decidedAt', ${instantText("h.decided_at")}, 'version', h.version,
    'customers', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by hc.position), '[]')
                    from handover_customer hc join customer c on c.workspace_id = $1 and c.id = hc.customer_id
                   where hc.workspace_id = $1 and hc.handover_id = h.id)${more ? `, ${more}` : ""})`;
}
