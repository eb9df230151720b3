import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";
import type { ListKind } from "./reading/index.ts";
import { Corrections, ImportView, importRef, ListKindName } from "./shapes.ts";
import { getStoredImport, listStoredImports } from "./stored.ts";
import { importView } from "./view.ts";

/** Error: `import_not_found`. */
export const getImport = defineQuery({
  name: "imports.get",
  summary: "One import: its state, its columns, what became of its rows, how far it is.",
  input: importRef,
  output: ImportView,
  permission: "imports.read",
  http: { method: "get", path: "/v1/imports/{importId}" },
  run: async (context, { importId }) =>
    importView(await getStoredImport(context.db, context.workspaceId, importId)),
});

export const listImports = defineQuery({
  name: "imports.list",
  summary: "The imports of this workspace, newest first.",
  input: z.object({
    fileHash: z.string().max(64).optional(),
    limit: z.int().min(1).max(200).default(50),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ items: z.array(ImportView), nextCursor: z.string().nullable() }),
  permission: "imports.read",
  http: { method: "get", path: "/v1/imports" },
  async run(context, { fileHash, limit, cursor }) {
    const found = await listStoredImports(context.db, context.workspaceId, {
      fileHash,
      before: cursor,
      limit: limit + 1,
    });
    const items = found.slice(0, limit).map(importView);
    return { items, nextCursor: found.length > limit ? items.at(-1)!.importId : null };
  },
});

/** What people corrected in lists of this shape, and what they said such lists are; null where they did not. */
export const findColumnMapping = defineQuery({
  name: "imports.columnMapping",
  summary: "The corrections of columns that are remembered for lists of one shape.",
  input: z.object({ fingerprint: z.string() }),
  output: z.object({ columns: Corrections.nullable(), kind: ListKindName.nullable() }),
  permission: "imports.read",
  async run(context, { fingerprint }) {
    const [row] = await context.db.query<{ columns: Corrections; kind: ListKind | null }>(
      "select columns, kind from column_mapping where workspace_id = $1 and fingerprint = $2",
      [context.workspaceId, fingerprint],
    );
    return { columns: row?.columns ?? null, kind: row?.kind ?? null };
  },
});
