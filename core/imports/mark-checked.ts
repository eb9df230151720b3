import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { ColumnView, Corrections, importRef, ListKindName } from "./shapes.ts";
import { sqlJson } from "./sql-json.ts";
import { holdImport } from "./stored.ts";

/** Says what was found of the shape of a list; its rows are read from the start after that. Inside core only. */
export const beginReading = defineOperation({
  name: "imports.beginReading",
  summary: "Set the shape of a list before its rows are read.",
  input: importRef.extend({
    kind: ListKindName,
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    sheet: z.string().nullable(),
    headerRow: z.int().nullable(),
    headers: z.array(z.string()),
    columns: z.array(ColumnView),
    fingerprint: z.string(),
    /** What people corrected: remembered for the next list of this shape. */
    corrections: Corrections.nullish(),
  }),
  output: importRef,
  permission: "imports.write",
  async run(context, input) {
    const { importId } = input;
    const { state } = await holdImport(context.db, context.workspaceId, importId);
    if (state !== "reading" && state !== "checked") throw new EnishiError("import_not_open", { state });
    await context.db.query(
      `update import set state = 'reading', encoding = coalesce($3, encoding), delimiter = coalesce($4, delimiter),
              sheet = coalesce($5, sheet), header_row = $6, headers = array(select json_array_elements_text($7)), columns = $8, fingerprint = $9,
              kind = $10, total = 0, counts = '{}', version = version + 1
        where workspace_id = $1 and id = $2`,
      [
        context.workspaceId,
        importId,
        input.encoding,
        input.delimiter,
        input.sheet,
        input.headerRow,
        sqlJson(input.headers),
        sqlJson(input.columns),
        input.fingerprint,
        input.kind,
      ],
    );
    if (input.corrections && Object.keys(input.corrections).length > 0) {
      await context.db.query(
        `insert into column_mapping (workspace_id, fingerprint, columns, updated_at) values ($1, $2, $3, $4)
         on conflict (workspace_id, fingerprint) do update
            set columns = column_mapping.columns || excluded.columns, updated_at = excluded.updated_at`,
        [context.workspaceId, input.fingerprint, JSON.stringify(input.corrections), context.now],
      );
      context.changed({
        entity: "column_mapping",
        entityId: input.fingerprint,
        before: null,
        after: input.corrections,
      });
    }
    return { importId };
  },
});

/** Ends the check: every record of the list is kept. Inside core only. */
export const markChecked = defineOperation({
  name: "imports.markChecked",
  summary: "End the check of a list, or give it up with the error that ended it.",
  input: importRef.extend({ error: z.object({ code: z.string() }).nullish() }),
  output: importRef,
  permission: "imports.write",
  async run(context, { importId, error }) {
    const stored = await holdImport(context.db, context.workspaceId, importId);
    if (stored.state !== "reading") throw new EnishiError("import_not_open", { state: stored.state });
    const state = error ? "failed" : "checked";
    await context.db.query(
      "update import set state = $3, error = $4, version = version + 1 where workspace_id = $1 and id = $2",
      [context.workspaceId, importId, state, error ? JSON.stringify(error) : null],
    );
    context.changed({
      entity: "import",
      entityId: importId,
      before: { state: stored.state },
      after: { state, counts: stored.counts },
    });
    return { importId };
  },
});
