import type { Statements } from "../kernel/database.ts";

/** What of a database whoever hosts it should know. */
export interface DatabaseHealth {
  /** As the server writes it, "15.4". */
  version: string;
  /** 15 and newer are supported. */
  major: number;
  /** False when a power cut may lose what was acknowledged. */
  durable: boolean;
  /** Messages to people that were given up. */
  failedMessages: number;
  /** Messages that should have been sent an hour ago. */
  lateMessages: number;
  /** Imports and undos that are under way, in all workspaces. */
  unfinishedImports: number;
}

export async function readHealth(db: Statements, now: Date): Promise<DatabaseHealth> {
  const [health] = await db.query<DatabaseHealth>(
    `select current_setting('server_version') as version,
            current_setting('server_version_num')::int / 10000 as major,
            current_setting('fsync')::boolean and current_setting('synchronous_commit') <> 'off' as durable,
            (select count(*)::int from outbox_message where state = 'failed') as "failedMessages",
            (select count(*)::int from outbox_message
              where state = 'waiting' and created_at < $1::timestamptz - interval '1 hour') as "lateMessages",
            (select count(*)::int from import where state in ('running', 'undoing')) as "unfinishedImports"`,
    [now],
  );
  return health!;
}
