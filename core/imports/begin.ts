import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";
import { ColumnView, importRef, ListKindName, Purpose } from "./shapes.ts";
import { sqlJson } from "./sql-json.ts";

/**
 * Opens an import: its rows follow in batches (`imports.addRows`), then it is checked and committed. Nothing reaches
 * the customers before `imports.commit`.
 */
export const beginImport = defineOperation({
  name: "imports.begin",
  summary: "Open an import whose rows are sent afterwards in batches.",
  input: Purpose.extend({
    name: z.string().trim().min(1).max(300),
    kind: ListKindName.nullish(),
    fileHash: z.string().max(64).default(""),
    sheet: z.string().max(300).nullish(),
    encoding: z.string().max(40).nullish(),
    delimiter: z.string().max(4).nullish(),
    headerRow: z.int().nullish(),
    headers: z.array(z.string()).max(20_000).default([]),
    columns: z.array(ColumnView).max(20_000).default([]),
    fingerprint: z.string().max(64).default(""),
  }),
  output: importRef,
  permission: "imports.write",
  async run(context, input) {
    const importId = context.newId();
    await context.db.query(
      `insert into import (workspace_id, id, file_name, file_hash, sheet, encoding, delimiter, header_row, headers, columns,
                           fingerprint, state, purpose, source, created_by_id, created_at, kind)
       values ($1, $2, $3, $4, $5, $6, $7, $8, array(select json_array_elements_text($9)), $10, $11, 'reading', $12, $13, $14, $15, $16)`,
      [
        context.workspaceId,
        importId,
        input.name.replaceAll("\u0000", ""),
        input.fileHash,
        input.sheet ?? null,
        input.encoding ?? null,
        input.delimiter ?? null,
        input.headerRow ?? null,
        sqlJson(input.headers),
        sqlJson(input.columns),
        input.fingerprint,
        input.purpose || null,
        input.source || null,
        context.actor.memberId,
        context.now,
        input.kind ?? null,
      ],
    );
    context.changed({ entity: "import", entityId: importId, before: null, after: { fileName: input.name } });
    return { importId };
  },
});
