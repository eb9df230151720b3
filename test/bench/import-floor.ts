import type { Transaction } from "../../core/kernel/database.ts";
import type { BenchHouse } from "./house.ts";

/** The tables that an import writes, and what of them belongs to one import. */
const tables: Record<string, string> = {
  import_row: "t.import_id = $2",
  customer: "t.import_id = $2",
  customer_search: madeBy("t.customer_id"),
  customer_match: madeBy("t.customer_id"),
  customer_name: madeBy("t.customer_id"),
  contact_point: madeBy("t.customer_id"),
  customer_code: madeBy("t.customer_id"),
  customer_domain: madeBy("t.customer_id"),
  ownership: madeBy("t.customer_id"),
  duplicate_pair: "t.import_id = $2",
  import_change: "t.import_id = $2",
  audit_entry: `t.operation = 'imports.apply' and ${madeBy("t.customer_id")}`,
};

function madeBy(column: string): string {
  return `${column} in (select c.id from customer c where c.workspace_id = $1 and c.import_id = $2)`;
}

export interface Floor {
  batches: { statement: string; values: unknown[] }[][];
}

const batch = 1_000;

/**
 * What an import wrote, made ready to be written once more by bare statements, into a workspace that nobody else has:
 * for each thousand rows of the list, one `insert … select unnest(…)` into each table.
 */
export async function readFloor(house: BenchHouse, importId: string, workspaceId: string): Promise<Floor> {
  const [{ rows }] = (await house.database.query<{ rows: number }>(
    "select total as rows from import where workspace_id = $1 and id = $2",
    [house.workspaceId, importId],
  )) as [{ rows: number }];
  const count = Math.ceil(rows / batch);
  const batches: Floor["batches"] = Array.from({ length: count }, () => []);
  for (const [table, mine] of Object.entries(tables)) {
    const columns = await columnsOf(house, table);
    const found = await house.database.query<Record<string, string | null>>(
      `select ${columns.map(({ name, array }) => (array ? `to_json(t.${name})::text as ${name}` : `t.${name}::text`)).join(", ")}
         from ${table} t where t.workspace_id = $1 and ${mine}`,
      [house.workspaceId, importId],
    );
    const each = Math.ceil(found.length / count);
    for (let at = 0; at < count; at++) {
      const slice = found.slice(at * each, (at + 1) * each);
      if (slice.length > 0) batches[at]!.push(insertOf(table, columns, slice, workspaceId));
    }
  }
  return { batches };
}

/** Writes them, a transaction for each batch. */
export async function writeFloor(house: BenchHouse, floor: Floor): Promise<void> {
  for (const statements of floor.batches) {
    await house.database.transaction(async (tx: Transaction) => {
      for (const { statement, values } of statements) await tx.query(statement, values);
    });
  }
}

interface Column {
  name: string;
  type: string;
  array: boolean;
}

async function columnsOf(house: BenchHouse, table: string): Promise<Column[]> {
  const columns = await house.database.query<{ name: string; type: string }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  );
  return columns.map(({ name, type }) => ({ name, type, array: type.endsWith("[]") }));
}

/** Arrays of different lengths cannot travel in one array: those columns travel as JSON. */
function insertOf(
  table: string,
  columns: readonly Column[],
  rows: readonly Record<string, string | null>[],
  workspaceId: string,
) {
  const names = columns.map((column) => column.name).join(", ");
  const types = columns
    .map((column, at) => `$${at + 1}::${column.array ? "jsonb" : column.type}[]`)
    .join(", ");
  const taken = columns.map(({ name, type, array }) =>
    array ? `array(select jsonb_array_elements_text(u.${name})::${type.slice(0, -2)})` : `u.${name}`,
  );
  return {
    statement: `insert into ${table} (${names}) select ${taken.join(", ")} from unnest(${types}) as u (${names})`,
    values: columns.map(({ name }) => rows.map((row) => (name === "workspace_id" ? workspaceId : row[name]))),
  };
}
