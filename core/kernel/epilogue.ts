import type { Change, OutgoingMessage } from "./context.ts";
import type { Statement } from "./database.ts";

export interface Bookkeeping {
  workspaceId: string;
  now: Date;
  actorId: string | null;
  actorName: string;
  surface: string;
  operation: string;
  requestId: string;
  outcome: "done" | "refused";
  changes: Change[];
  events: { id: string; name: string; payload: object; awaited: boolean }[];
  messages: OutgoingMessage[];
  key: { key: string; bodyHash: string; output: unknown } | null;
  newId: () => string;
}

/**
 * Audit rows, events, outgoing messages and the idempotency key as one statement; parts that are empty are left out of
 * it. Null when all are. It fails when an earlier call had the same key.
 */
export function epilogueOf(book: Bookkeeping): Statement | null {
  const values: unknown[] = [];
  const bind: Bind = (type, value) => `$${values.push(value)}::${type}`;
  const common = { workspaceId: bind("uuid", book.workspaceId), now: bind("timestamptz", book.now) };
  const parts = [
    ...(book.changes.length > 0 ? [`audited as (${audited(book, common, bind)})`] : []),
    ...(book.events.length > 0 ? [`told as (${told(book, common, bind)})`] : []),
    ...(book.messages.length > 0 ? [`sent as (${sent(book, common, bind)})`] : []),
    ...(book.key ? [`keyed as (${keyed(book.key, book.operation, common, bind)})`] : []),
  ];
  if (parts.length === 0) return null;
  return { sql: `with ${parts.join(", ")} select`, values, options: { prepared: true } };
}

/** Gives a value to the statement and returns how it is written there. */
type Bind = (type: string, value: unknown) => string;

interface Common {
  workspaceId: string;
  now: string;
}

function audited(book: Bookkeeping, { workspaceId, now }: Common, bind: Bind): string {
  const column = columnsOf(book.changes, bind);
  return `
    insert into audit_entry (workspace_id, at, actor_id, actor_name, surface, operation, outcome, request_id,
                             id, entity, entity_id, customer_id, before, after)
    select ${workspaceId}, ${now}, ${bind("uuid", book.actorId)}, ${bind("text", book.actorName)},
           ${bind("text", book.surface)}, ${bind("text", book.operation)}, ${bind("text", book.outcome)},
           ${bind("text", book.requestId)}, a.*
      from unnest(${column("uuid", () => book.newId())}, ${column("text", (change) => change.entity)},
                  ${column("text", (change) => change.entityId)},
                  ${column("uuid", (change) => change.customerId ?? null)},
                  ${column("jsonb", (change) => jsonOrNull(change.before))},
                  ${column("jsonb", (change) => jsonOrNull(change.after))}) as a`;
}

function told(book: Bookkeeping, { workspaceId, now }: Common, bind: Bind): string {
  const column = columnsOf(book.events, bind);
  return `
    insert into domain_event (workspace_id, id, name, payload, at, dispatched_at)
    select ${workspaceId}, e.id, e.name, e.payload, ${now}, case when not e.awaited then ${now} end
      from unnest(${column("uuid", (event) => event.id)}, ${column("text", (event) => event.name)},
                  ${column("jsonb", (event) => JSON.stringify(event.payload))},
                  ${column("boolean", (event) => event.awaited)}) as e (id, name, payload, awaited)`;
}

function sent(book: Bookkeeping, { workspaceId, now }: Common, bind: Bind): string {
  const column = columnsOf(book.messages, bind);
  return `
    insert into outbox_message (workspace_id, id, channel, key, payload, next_attempt_at, created_at)
    select ${workspaceId}, o.*, ${now}, ${now}
      from unnest(${column("uuid", () => book.newId())}, ${column("text", (message) => message.channel)},
                  ${column("text", (message) => message.key)},
                  ${column("jsonb", (message) => JSON.stringify(message.payload))}) as o
        on conflict (workspace_id, key) do nothing`;
}

function keyed(
  key: NonNullable<Bookkeeping["key"]>,
  operation: string,
  { workspaceId, now }: Common,
  bind: Bind,
): string {
  return `
    insert into idempotency_key (workspace_id, key, operation, body_hash, output, at)
    values (${workspaceId}, ${bind("text", key.key)}, ${bind("text", operation)}, ${bind("text", key.bodyHash)},
            ${bind("jsonb", JSON.stringify(key.output ?? null))}, ${now})`;
}

/** Binds one value of each row as an array. */
function columnsOf<T>(rows: readonly T[], bind: Bind) {
  return (type: string, pick: (row: T) => unknown) => bind(`${type}[]`, rows.map(pick));
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
