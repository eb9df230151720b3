import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedDatabase, openEmbedded } from "../../core/storage/embedded/open.ts";

/** Opened by this worker, emptied, and taken by nobody now: to open one takes longer than most tests. */
const idle: EmbeddedDatabase[] = [];

/** An embedded database with nothing in it but its tables. Its `close` gives it back. */
export async function takeEmbedded(): Promise<EmbeddedDatabase> {
  const opened = idle.pop() ?? (await openOne());
  return {
    ...opened,
    close: async () => {
      await empty(opened);
      idle.push(opened);
    },
  };
}

async function openOne(): Promise<EmbeddedDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "enishi-embedded-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return openEmbedded(join(folder, "data"), { join: false, onRecovering: () => {} });
}

async function empty({ connection }: EmbeddedDatabase): Promise<void> {
  const client = new pg.Client({ ...connection, user: "postgres", database: "postgres" });
  await client.connect();
  await client.query(`do $$
    declare
      tab text;
      filled boolean;
    begin
      for tab in
        select format('%I.%I', schemaname, tablename) from pg_tables
         where schemaname = 'public' and tablename <> '_prisma_migrations' or (schemaname, tablename) = ('pgboss', 'job')
      loop
        execute format('select exists (select 1 from %s)', tab) into filled;
        if filled then
          execute format('truncate %s restart identity cascade', tab);
        end if;
      end loop;
    end $$`);
  // What the tests before prepared and set for the session.
  await client.query("discard all");
  await client.end();
}
