import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";
import { importRef, RowView } from "./shapes.ts";
import { rowStatuses } from "./statuses.ts";
import { getStoredImport } from "./stored.ts";
import { rowView, type StoredRow } from "./view.ts";

/** The records of a list in their order. `cursor` is the last row of the page before. Error: `import_not_found`. */
export const listImportRows = defineQuery({
  name: "imports.rows",
  summary: "The rows of an import with what became of each.",
  input: importRef.extend({
    status: z.enum(rowStatuses).optional(),
    limit: z.int().min(1).max(1_000).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
  }),
  output: z.object({ items: z.array(RowView), nextCursor: z.string().nullable() }),
  permission: "imports.read",
  http: { method: "get", path: "/v1/imports/{importId}/rows" },
  async run(context, { importId, status, limit, cursor }) {
    await getStoredImport(context.db, context.workspaceId, importId);
    const rows = await context.db.query<StoredRow>(
      `select row, raw, data, status, reason, issues, customer_ids as "customerIds", cluster_id as "clusterId",
              person_cluster_id as "personClusterId", match, entry_id as "entryId"
         from import_row
        where workspace_id = $1 and import_id = $2 and row > $3 and ($4::text is null or status = $4)
        order by row limit $5`,
      [context.workspaceId, importId, Number(cursor ?? 0), status ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(rowView);
    context.shows(items.flatMap((item) => item.customerIds));
    return { items, nextCursor: rows.length > limit ? String(items.at(-1)!.row) : null };
  },
});

/** Cells as they were sent, for reading them (again). Inside core only. */
export const listRawRows = defineQuery({
  name: "imports.rawRows",
  summary: "The cells of an import as they were sent.",
  input: importRef.extend({ after: z.int(), limit: z.int() }),
  output: z.object({ rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })) }),
  permission: "imports.read",
  async run(context, { importId, after, limit }) {
    const rows = await context.db.query<{ row: number; cells: string[] }>(
      `select row, raw as cells from import_row
        where workspace_id = $1 and import_id = $2 and row > $3 order by row limit $4`,
      [context.workspaceId, importId, after, limit],
    );
    return { rows };
  },
});
