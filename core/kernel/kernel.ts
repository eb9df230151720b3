import type { z } from "zod";
import { AccessRecorder } from "./access-log.ts";
import type { Clock } from "./clock.ts";
import type {
  Actor,
  CallContext,
  Change,
  OperationContext,
  OutgoingMessage,
  QueryContext,
  WorkspaceFacts,
} from "./context.ts";
import type { Database, Statements, Transaction } from "./database.ts";
import { type Bookkeeping, epilogueOf } from "./epilogue.ts";
import { EnishiError, isEnishiError } from "./errors.ts";
import { EventDispatcher, type EventHandler } from "./events.ts";
import { type NewId, sha256 } from "./ids.ts";
import type { Log } from "./log.ts";
import type { Operation, Query } from "./operation.ts";
import { parseInput } from "./parse.ts";
import type { Permission, Role } from "./permissions.ts";
import { type EarlierCall, type Prologue, readEarlier, readPrologue } from "./prologue.ts";
import { Recently } from "./recently.ts";
import { recordsOf } from "./records.ts";
import type { TableRule } from "./tables.ts";

export interface KernelParts {
  database: Database;
  clock: Clock;
  newId: NewId;
  log: Log;
  permissions: Record<Permission, readonly Role[]>;
  tables: readonly TableRule[];
  handlers: readonly EventHandler[];
  deliversEvents: boolean;
}

export interface PerformOptions {
  /** A repeated call with this key returns the first result. */
  idempotencyKey?: string;
  /** A piece of long work that nobody waits for: calls that are under way go first. */
  givesWay?: boolean;
}

export interface Kernel {
  /** Carries out a change. Errors: `invalid_input`, `not_a_member`, `forbidden`, `idempotency_key_reused`, and the operation's own. */
  perform<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: unknown,
    call: CallContext,
    options?: PerformOptions,
  ): Promise<z.output<O>>;
  /** Answers a question. Errors: `invalid_input`, `not_a_member`, `forbidden`, and the query's own. */
  ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: unknown,
    call: CallContext,
  ): Promise<z.output<O>>;
  events: EventDispatcher;
  /** What readings may take for true without asking again. */
  recently: Recently;
  /** Writes what is buffered. */
  flush(): Promise<void>;
}

/** What every change and every reading goes through, whichever surface it comes from. */
export function createKernel(parts: KernelParts): Kernel {
  const events = new EventDispatcher(parts);
  const access = new AccessRecorder(parts);
  const recently = new Recently();

  async function perform<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: unknown,
    call: CallContext,
    options: PerformOptions = {},
  ): Promise<z.output<O>> {
    const parsed = parseInput(operation.input, input, call.locale);
    const key = options.idempotencyKey
      ? { key: options.idempotencyKey, bodyHash: sha256(JSON.stringify(parsed)) }
      : null;
    if (options.givesWay) await parts.database.quiet();
    try {
      const done = await parts.database.transaction(async (tx) => {
        const prologue = await readPrologue(tx, call.workspaceId, call.actor);
        requirePermission(parts, operation.permission, prologue.actor);
        return run(operation, parsed, tx, call, prologue, key);
      });
      recently.forget();
      if (done.told.length > 0) events.wake(done.told);
      return done.output;
    } catch (error) {
      if (isEnishiError(error) && error.code === "not_a_member") throw error;
      // A call that comes again fails at its key at the latest: what it asks for has been done. The first one is asked
      // nothing about its key, which nearly all calls are.
      const earlier = key && (await readEarlier(parts.database, call.workspaceId, key.key));
      if (earlier) return earlierOutput(earlier, operation.name, key.bodyHash) as z.output<O>;
      if (isEnishiError(error) && error.code === "forbidden") await auditRefusal(operation.name, call);
      throw error;
    }
  }

  async function run<I extends z.ZodType, O extends z.ZodType>(
    operation: Operation<I, O>,
    input: z.output<I>,
    tx: Transaction,
    call: CallContext,
    { actor, workspace }: Prologue,
    key: { key: string; bodyHash: string } | null,
  ) {
    const now = parts.clock.now();
    const changes: Change[] = [];
    const told: Bookkeeping["events"] = [];
    const messages: OutgoingMessage[] = [];
    const context: OperationContext = {
      ...reading(operation.name, call, actor, workspace, tx, now, []),
      newId: parts.newId,
      tables: parts.tables,
      changed: (change) => changes.push(change),
      emit: (name, payload) =>
        told.push({ id: parts.newId(), name, payload, awaited: events.isAwaited(name) }),
      send: (message) => messages.push(message),
    };
    const output = operation.output.parse(await operation.run(context, input));
    const epilogue = epilogueOf({
      ...bookOf(call, actor, now, operation.name),
      outcome: "done",
      changes,
      events: told,
      messages,
      key: key && { ...key, output },
    });
    if (epilogue) tx.finishWith(epilogue);
    return { output, told: told.filter((event) => event.awaited) };
  }

  async function ask<I extends z.ZodType, O extends z.ZodType>(
    query: Query<I, O>,
    input: unknown,
    call: CallContext,
  ): Promise<z.output<O>> {
    const parsed = parseInput(query.input, input, call.locale);
    const { actor, workspace } = await recently.get(actorKey(call), () =>
      readPrologue(parts.database, call.workspaceId, call.actor),
    );
    requirePermission(parts, query.permission, actor);
    const shown: string[] = [];
    const context = reading(query.name, call, actor, workspace, parts.database, parts.clock.now(), shown);
    const output = query.output.parse(await query.run(context, parsed));
    access.record(query.name, call, actor.memberId, shown);
    return output;
  }

  async function auditRefusal(operation: string, call: CallContext): Promise<void> {
    const { actor } = await readPrologue(parts.database, call.workspaceId, call.actor);
    const epilogue = epilogueOf({
      ...bookOf(call, actor, parts.clock.now(), operation),
      outcome: "refused",
      changes: [{ entity: "operation", entityId: operation, before: null, after: null }],
      events: [],
      messages: [],
      key: null,
    });
    if (epilogue) await parts.database.query(epilogue.sql, epilogue.values, epilogue.options);
  }

  function bookOf(call: CallContext, actor: Actor, now: Date, operation: string) {
    return {
      workspaceId: call.workspaceId,
      now,
      actorId: actor.memberId,
      actorName: actor.name,
      surface: call.surface,
      operation,
      requestId: call.requestId,
      newId: parts.newId,
    };
  }

  return { perform, ask, events, recently, flush: () => access.flush() };
}

function actorKey({ workspaceId, actor }: CallContext): string {
  const memberId = actor.kind === "member" ? actor.memberId : actor.kind === "system" ? actor.onBehalfOf : "";
  return `${workspaceId} ${actor.kind} ${memberId}`;
}

function reading(
  name: string,
  call: CallContext,
  actor: Actor,
  workspace: WorkspaceFacts,
  db: Statements,
  now: Date,
  shown: string[],
): QueryContext {
  return {
    db,
    workspaceId: call.workspaceId,
    workspace,
    actor,
    surface: call.surface,
    locale: call.locale,
    requestId: call.requestId,
    now,
    records: recordsOf(db, () => now, call.workspaceId, name.slice(0, name.indexOf("."))),
    shows: (customerIds) => shown.push(...customerIds),
  };
}

function requirePermission(parts: KernelParts, permission: Permission, actor: Actor): void {
  if (actor.kind !== "member") return;
  if (!parts.permissions[permission]?.includes(actor.role)) {
    throw new EnishiError("forbidden", { permission, role: actor.role });
  }
}

function earlierOutput(earlier: EarlierCall, operation: string, bodyHash: string): unknown {
  if (earlier.operation !== operation || earlier.bodyHash !== bodyHash) {
    throw new EnishiError("idempotency_key_reused");
  }
  return earlier.output;
}
