/**
 * The database as the socket server is to see it. That server queues each protocol message by itself, and outside a
 * transaction it lets the messages of two connections alternate, although both speak of the one unnamed statement: one
 * query then runs with the other's values. Here a connection keeps its turn from its first message of the extended
 * protocol until its Sync, as it does inside a transaction.
 *
 * @param {import("@electric-sql/pglite").PGlite} db
 */
export function inTurns(db) {
  let open = false;
  return {
    get waitReady() {
      return db.waitReady;
    },
    isInTransaction: () => open || db.isInTransaction(),
    runExclusive: (work) => db.runExclusive(work),
    // Asked for only to roll back what a connection that is gone has left open.
    exec: (sql) => {
      open = false;
      return db.exec(sql);
    },
    execProtocolRawStream: (message, options) => {
      open = extended.has(message[0]);
      return db.execProtocolRawStream(message, options);
    },
  };
}

/** Parse, Bind, Describe, Execute, Close, Flush: what is followed by a Sync. A startup message begins with a zero. */
const extended = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));
