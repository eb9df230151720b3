import { afterAll, beforeAll, expect, test } from "vitest";
import { tableRules } from "../../core/nouns.ts";
import { createTestEnishi, type TestEnishi } from "../support/enishi.ts";
import { schemaSql } from "../support/schema-sql.ts";

let enishi: TestEnishi;
beforeAll(async () => {
  enishi = await createTestEnishi();
});
afterAll(() => enishi.close());

const columns = () =>
  enishi.database.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'public'",
  );

test("every table stands in a noun's rules for merge, erasure, disclosure and backup", async () => {
  const tables = [...new Set((await columns()).map((column) => column.table_name))];

  const ruled = tableRules.map((rule) => rule.table);

  expect(tables.filter((table) => table !== "_prisma_migrations").sort()).toEqual([...ruled].sort());
});

test("every column that a rule names exists", async () => {
  const known = new Set((await columns()).map((column) => `${column.table_name}.${column.column_name}`));
  const named = tableRules.flatMap((rule) =>
    [rule.workspace, rule.customer, ...(rule.customerLists ?? []), ...(rule.blank ?? [])]
      .filter((column) => column !== null)
      .map((column) => `${rule.table}.${column}`),
  );

  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

test("every table has the workspace in its primary key and leads its indexes with it, but for those that are listed", async () => {
  const exceptions = new Set(["workspace", "api_token", "link_code", "_prisma_migrations"]);
  const indexes = await enishi.database.query<{ tablename: string; indexdef: string }>(
    "select tablename, indexdef from pg_indexes where schemaname = 'public'",
  );

  const without = indexes
    .filter((index) => !exceptions.has(index.tablename))
    .filter((index) => !/\(\s*workspace_id\b/.test(index.indexdef));

  expect(without.map((index) => index.indexdef)).toEqual([]);
});

test("the migrations build exactly the tables and indexes that the Prisma schema describes", async () => {
  const described = await createTestEnishi({ server: null });
  const catalogue = async (database: TestEnishi["database"]) => {
    const rows = await database.query<{ line: string }>(
      `select format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) as line
         from information_schema.columns where table_schema = current_schema() and table_name <> '_prisma_migrations'
       union all
       select regexp_replace(regexp_replace(indexdef, ' ON \\S+\\.', ' ON '), ' WITH .*', '') from pg_indexes
        where schemaname = current_schema() and indexdef not like '% WHERE %' and tablename <> '_prisma_migrations'
       order by 1`,
    );
    return rows.map((row) => row.line);
  };

  // A database of its own, emptied of what the migrations made, and built from the schema alone.
  await described.database.query("drop schema public cascade");
  await described.database.query("create schema public");
  await described.database.query("create extension btree_gin schema public");
  await described.database.query(await schemaSql());

  expect(await catalogue(enishi.database)).toEqual(await catalogue(described.database));
  await described.database.close();
});

test("the rules that Prisma cannot say are in the catalogue", async () => {
  const rules = await enishi.database.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace
     union all
     select indexname, regexp_replace(indexdef, '^.* (ON|USING) ', '') from pg_indexes
      where schemaname = 'public' and indexdef like '% WHERE %' order by 1`,
  );

  expect(rules.map((rule) => rule.name)).toMatchInlineSnapshot(`
    [
      "audit_outcome",
      "customer_kind",
      "customer_merge_once",
      "customer_not_own_parent",
      "customer_state",
      "domain_event_waiting",
      "duplicate_pair_ordered",
      "duplicate_pair_state",
      "handover_open",
      "handover_state",
      "history_entry_external_once",
      "member_role",
      "member_status",
      "next_action_kind",
      "next_action_state",
      "outbox_message_waiting",
      "ownership_one_current_owner",
    ]
  `);
});
