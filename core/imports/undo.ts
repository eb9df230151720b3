import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation, defineQuery } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";
import { getStoredImport, holdImport } from "./stored.ts";

/**
 * Begins to take an import back, also one that was cut off half way. A job does the work; `driver: "caller"` leaves it
 * to the one who calls. Errors: `import_not_found`, `import_not_committed`, `import_already_undone`.
 */
export const undoImport = defineOperation({
  name: "imports.undo",
  summary:
    "Take an import back: values from before return, what it made goes, unless somebody edited it since.",
  input: importRef.extend({ driver: z.enum(["job", "caller"]).default("job") }),
  output: importRef.extend({ state: z.literal("undoing") }),
  permission: "imports.write",
  http: { method: "post", path: "/v1/imports/{importId}/undo", status: 202 },
  async run(context, { importId, driver }) {
    const { state } = await holdImport(context.db, context.workspaceId, importId);
    if (state === "undone") throw new EnishiError("import_already_undone");
    if (state !== "committed" && state !== "running" && state !== "undoing") {
      throw new EnishiError("import_not_committed", { state });
    }
    if (state !== "undoing") {
      await context.db.query(
        "update import set state = 'undoing', version = version + 1 where workspace_id = $1 and id = $2",
        [context.workspaceId, importId],
      );
      context.changed({
        entity: "import",
        entityId: importId,
        before: { state },
        after: { state: "undoing" },
      });
    }
    if (driver === "job") context.emit("imports.undoing", { importId, memberId: context.actor.memberId });
    return { importId, state: "undoing" as const };
  },
});

/** Customers that an undo left as they are, or with an entry, because somebody worked with them since. Error: `import_not_found`. */
export const listKeptCustomers = defineQuery({
  name: "imports.kept",
  summary: "The customers that an undo kept because somebody edited them since.",
  input: importRef.extend({ limit: z.int().min(1).max(1_000).default(100), cursor: z.uuid().optional() }),
  output: z.object({
    items: z.array(
      z.object({ customerId: z.uuid(), name: z.string(), reason: z.enum(["edited", "has_others"]) }),
    ),
    nextCursor: z.string().nullable(),
  }),
  permission: "imports.read",
  http: { method: "get", path: "/v1/imports/{importId}/kept" },
  async run(context, { importId, limit, cursor }) {
    await getStoredImport(context.db, context.workspaceId, importId);
    const rows = await context.db.query<{
      customerId: string;
      name: string;
      reason: "edited" | "has_others";
    }>(
      `select x.customer_id as "customerId", c.name, min(x.before ->> 'kept') as reason
         from (select workspace_id, customer_id, before from import_change
                where workspace_id = $1 and import_id = $2 and before ? 'kept'
               union all
               select workspace_id, customer_ids[1], '{"kept": "edited"}'::jsonb from import_row
                where workspace_id = $1 and import_id = $2 and issues @> '[{"code": "entry_kept"}]') x
         join customer c on c.workspace_id = x.workspace_id and c.id = x.customer_id
        where $3::uuid is null or x.customer_id > $3
        group by x.customer_id, c.name order by x.customer_id limit $4`,
      [context.workspaceId, importId, cursor ?? null, limit + 1],
    );
    const items = rows.slice(0, limit);
    context.shows(items.map((item) => item.customerId));
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.customerId : null };
  },
});
