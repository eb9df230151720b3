import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";

const entry = z.object({
  id: z.string(),
  at: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  surface: z.string(),
  operation: z.string(),
  outcome: z.enum(["done", "refused"]),
  entity: z.string().nullable(),
  entityId: z.string().nullable(),
  customerId: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
});

/** 変更履歴, newest first. `cursor` is the id of the last entry that was seen. */
export const listAudit = defineQuery({
  name: "audit.list",
  summary: "Who changed what, when, from where: newest first.",
  input: z.object({
    customerId: z.uuid().optional(),
    operation: z.string().max(100).optional(),
    limit: z.number().int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(entry), nextCursor: z.string().nullable() }),
  permission: "audit.read",
  http: { method: "get", path: "/v1/audit" },
  run: async (context, input) => {
    const rows = await context.db.query<{ at: Date; customerId: string | null } & Record<string, never>>(
      `select id, at, actor_id as "actorId", actor_name as "actorName", surface, operation, outcome, entity,
              entity_id as "entityId", customer_id as "customerId", before, after, request_id as "requestId"
         from audit_entry
        where workspace_id = $1 and ($2::uuid is null or customer_id = $2)
          and ($3::text is null or operation = $3) and ($4::uuid is null or id < $4)
        order by id desc limit $5`,
      [
        context.workspaceId,
        input.customerId ?? null,
        input.operation ?? null,
        input.cursor ?? null,
        input.limit + 1,
      ],
    );
    const items = rows.slice(0, input.limit).map((row) => ({ ...row, at: row.at.toISOString() }));
    context.shows(items.flatMap((item) => (item.customerId ? [item.customerId] : [])));
    return {
      items: items as z.input<typeof entry>[],
      nextCursor:
        rows.length > input.limit ? ((items.at(-1) as { id: string } | undefined)?.id ?? null) : null,
    };
  },
});
