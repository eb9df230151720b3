import type { Change, OutgoingMessage } from "./context.ts";
import type { Statements } from "./database.ts";

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
 * Writes audit rows, events, outgoing messages and the idempotency key in one statement.
 * False: another call with the same key was quicker; the caller rolls back and returns that call's result.
 */
export async function writeEpilogue(db: Statements, book: Bookkeeping): Promise<boolean> {
  const { changes, events, messages, key } = book;
  if (changes.length + events.length + messages.length === 0 && !key) return true;
  const [row] = await db.query<{ keyed: number }>(
    `with keyed as (
       insert into idempotency_key (workspace_id, key, operation, body_hash, output, at)
       select $1::uuid, $8::text, $6::text, $9::text, $10::jsonb, $2::timestamptz where $8::text is not null
       on conflict (workspace_id, key) do nothing returning 1
     ), audited as (
       insert into audit_entry (workspace_id, id, at, actor_id, actor_name, surface, operation, outcome,
                                entity, entity_id, customer_id, before, after, request_id)
       select $1, a.id, $2, $3::uuid, $4, $5, $6, $11, a.entity, a.entity_id, a.customer_id, a.before, a.after, $7
         from unnest($12::uuid[], $13::text[], $14::text[], $15::uuid[], $16::jsonb[], $17::jsonb[])
              as a (id, entity, entity_id, customer_id, before, after)
     ), told as (
       insert into domain_event (workspace_id, id, name, payload, at, dispatched_at)
       select $1, e.id, e.name, e.payload, $2, case when e.awaited then null else $2 end
         from unnest($18::uuid[], $19::text[], $20::jsonb[], $21::boolean[]) as e (id, name, payload, awaited)
     ), sent as (
       insert into outbox_message (workspace_id, id, channel, key, payload, next_attempt_at, created_at)
       select $1, o.id, o.channel, o.key, o.payload, $2, $2
         from unnest($22::uuid[], $23::text[], $24::text[], $25::jsonb[]) as o (id, channel, key, payload)
       on conflict (workspace_id, key) do nothing
     )
     select (select count(*) from keyed) as keyed`,
    [
      book.workspaceId,
      book.now,
      book.actorId,
      book.actorName,
      book.surface,
      book.operation,
      book.requestId,
      key?.key ?? null,
      key?.bodyHash ?? null,
      key ? JSON.stringify(key.output ?? null) : null,
      book.outcome,
      changes.map(() => book.newId()),
      changes.map((change) => change.entity),
      changes.map((change) => change.entityId),
      changes.map((change) => change.customerId ?? null),
      changes.map((change) => jsonOrNull(change.before)),
      changes.map((change) => jsonOrNull(change.after)),
      events.map((event) => event.id),
      events.map((event) => event.name),
      events.map((event) => JSON.stringify(event.payload)),
      events.map((event) => event.awaited),
      messages.map(() => book.newId()),
      messages.map((message) => message.channel),
      messages.map((message) => message.key),
      messages.map((message) => JSON.stringify(message.payload)),
    ],
  );
  return key === null || row?.keyed === 1;
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
