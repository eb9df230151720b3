import { z } from "zod";
import { defineOperation, EnishiError } from "../core/index.ts";

/**
 * Empties the practice workspace: every row that carries its id, in every table, and no other row. What this very call
 * leaves behind (its audit row) is written afterwards. Error: `not_practice` for a real workspace.
 */
export const resetPractice = defineOperation({
  name: "playground.reset",
  summary: "Empties the practice workspace. Refused for any other.",
  input: z.object({}),
  output: z.object({ tables: z.int() }),
  permission: "workspace.write",
  run: async (context) => {
    if (!context.workspace.practice) throw new EnishiError("not_practice");
    const tables = await context.db.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
        order by c.table_name`,
    );
    for (const { name } of tables) {
      await context.db.query(`delete from "${name}" where workspace_id = $1`, [context.workspaceId]);
    }
    return { tables: tables.length };
  },
});
