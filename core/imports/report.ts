import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";
import { importRef } from "./shapes.ts";

/** What a report in columns needs to know before its rows: how many cells the widest record has. Inside core only. */
export const measureImport = defineQuery({
  name: "imports.measure",
  summary: "How many cells the widest record of an import has.",
  input: importRef,
  output: z.object({ cells: z.int() }),
  permission: "imports.read",
  async run(context, { importId }) {
    const [widest] = await context.db.query<{ cells: number }>(
      `select coalesce(max(cardinality(raw)), 0)::int as cells from import_row
        where workspace_id = $1 and import_id = $2`,
      [context.workspaceId, importId],
    );
    return { cells: widest!.cells };
  },
});

/** Names of customers by id, for telling whom rows were joined with. Inside core only. */
export const nameCustomers = defineQuery({
  name: "imports.nameCustomers",
  summary: "Names of customers by their ids.",
  input: z.object({ customerIds: z.array(z.uuid()).max(10_000) }),
  output: z.object({ names: z.record(z.string(), z.string()) }),
  permission: "imports.read",
  async run(context, { customerIds }) {
    const rows = await context.db.query<{ id: string; name: string }>(
      "select id, name from customer where workspace_id = $1 and id = any($2::uuid[])",
      [context.workspaceId, customerIds],
    );
    context.shows(rows.map(({ id }) => id));
    return { names: Object.fromEntries(rows.map(({ id, name }) => [id, name])) };
  },
});
