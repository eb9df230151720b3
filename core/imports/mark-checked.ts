import { z } from "zod";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { ColumnView, Corrections, importRef, ListKindName, ListPartView } from "./shapes.ts";
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
    preset: z.string().nullable(),
    /** What people said of it: remembered for the next list of this shape. */
    saidKind: ListKindName.nullish(),
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
              kind = $10, preset = $11, total = 0, counts = '{}', version = version + 1
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
        input.preset,
      ],
    );
    const corrections = input.corrections ?? {};
    const saidKind = input.saidKind ?? null;
    if (saidKind !== null || Object.keys(corrections).length > 0) {
      await context.db.query(
        `insert into column_mapping (workspace_id, fingerprint, columns, kind, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (workspace_id, fingerprint) do update
            set columns = column_mapping.columns || excluded.columns, kind = coalesce(excluded.kind, column_mapping.kind),
                updated_at = excluded.updated_at`,
        [context.workspaceId, input.fingerprint, JSON.stringify(corrections), saidKind, context.now],
      );
      context.changed({
        entity: "column_mapping",
        entityId: input.fingerprint,
        before: null,
        after: { columns: corrections, kind: saidKind },
      });
    }
    return { importId };
  },
});

/** Ends the check: every record of the list is kept. Inside core only. */
export const markChecked = defineOperation({
  name: "imports.markChecked",
  summary: "End the check of a list, or give it up with the error that ended it.",
  input: importRef.extend({
    error: z.object({ code: z.string() }).nullish(),
    parts: z.array(ListPartView).default([]),
  }),
  output: importRef,
  permission: "imports.write",
  async run(context, { importId, error, parts }) {
    const stored = await holdImport(context.db, context.workspaceId, importId);
    if (stored.state !== "reading") throw new EnishiError("import_not_open", { state: stored.state });
    const state = error ? "failed" : "checked";
    await context.db.query(
      `update import set state = $3, error = $4, parts = case when $4::jsonb is null then $5 else parts end,
              version = version + 1
        where workspace_id = $1 and id = $2`,
      [context.workspaceId, importId, state, error ? JSON.stringify(error) : null, JSON.stringify(parts)],
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
