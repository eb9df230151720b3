import type { Database } from "../../core/kernel/database.ts";

/**
 * Holds the database from a connection of its own: PostgreSQL by a lock on what every call reads and writes, the
 * embedded one (one session) by an open transaction. Gives what lets it go.
 */
export async function holdDatabase(database: Database): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = () => {};
  const holding = new Promise<void>((resolve) => {
    held = resolve;
  });
  const done = database.transaction(async (tx) => {
    await tx.query("lock table workspace, member, customer, history_entry in access exclusive mode");
    held();
    await released;
  });
  await Promise.race([holding, done]);
  return async () => {
    release();
    await done;
  };
}
