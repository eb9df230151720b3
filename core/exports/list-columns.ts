import { z } from "zod";
import { defineQuery } from "../kernel/operation.ts";

/** More would be a list that somebody spoilt; what stands in the others is in the rows all the same. */
const MOST = 200;

const columns = z.object({
  /** Names of the systems that customers have codes of ("" where none was given), and how many one customer has at most. */
  codeSystems: z.array(z.object({ system: z.string(), most: z.int() })),
  /** Headers of columns that nobody foresaw (その他), those of most customers first. */
  extras: z.array(z.string()),
});
export type ExportColumns = z.output<typeof columns>;

/** Which columns the customer list needs beside those that it always has. */
export const listExportColumns = defineQuery({
  name: "exports.columns",
  summary: "Systems of customer codes and unforeseen columns of this workspace.",
  input: z.object({}),
  output: columns,
  permission: "exports.read",
  async run({ db, workspaceId }) {
    const codeSystems = await db.query<{ system: string; most: number }>(
      `select system, max(count)::int as most
         from (select system, count(*) from customer_code where workspace_id = $1 group by system, customer_id) each
        group by system order by system limit $2`,
      [workspaceId, MOST],
    );
    const extras = await db.query<{ name: string }>(
      `select e.name from customer c, jsonb_object_keys(c.extra) e (name)
        where c.workspace_id = $1 and c.state = 'active' group by e.name order by count(*) desc, e.name limit $2`,
      [workspaceId, MOST],
    );
    return { codeSystems, extras: extras.map(({ name }) => name) };
  },
});
