import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";
import { sqlJson } from "./sql-json.ts";
import { holdImport } from "./stored.ts";

/**
 * Keeps cells as they come from a spreadsheet; `offset` is the number of records before them, so that a batch sent
 * twice stands once. They are read by `checkImport`. Errors: `import_not_found`, `import_not_open`.
 */
export const addImportRows = defineOperation({
  name: "imports.addRows",
  summary: "Add a batch of rows to an open import; the same offset sent again replaces them.",
  input: importRef.extend({
    offset: z.int().min(0).max(10_000_000),
    rows: z.array(z.array(z.string().max(32_767)).max(1_000)).max(5_000),
  }),
  output: z.object({ received: z.int() }),
  permission: "imports.write",
  http: { method: "post", path: "/v1/imports/{importId}/rows" },
  async run(context, { importId, offset, rows }) {
    const { state } = await holdImport(context.db, context.workspaceId, importId);
    if (state !== "reading") throw new EnishiError("import_not_open", { state });
    await context.db.query(
      `insert into import_row (workspace_id, import_id, row, raw, status)
       select $1, $2, r.row, r.raw, 'raw' from json_to_recordset($3) as r (row int, raw text[])
       on conflict (workspace_id, import_id, row) do update set raw = excluded.raw, data = null, status = 'raw'`,
      [context.workspaceId, importId, sqlJson(rows.map((raw, index) => ({ row: offset + index + 1, raw })))],
    );
    return { received: offset + rows.length };
  },
});
