import { amendHistory, cancelHistory, logHistory } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { performWithin } from "../kernel/operation.ts";
import { addNextAction, amendNextAction, cancelNextAction } from "../next-actions/index.ts";
import type { KeptLine } from "./kept.ts";
import type { Reading } from "./reading/index.ts";
import { type ActionInput, actionInput, type EntryInput, entryInput, type NameOf } from "./to-write.ts";

/**
 * Makes the record say what a line is now read as: writes what can be written, mends what was read otherwise before,
 * takes back what is no longer said. What a person has done or cancelled since is not brought back by an answer.
 * `before` is the reading that the record follows now; null for a new line.
 */
export async function reconcile(
  context: OperationContext,
  line: KeptLine,
  before: Reading | null,
): Promise<void> {
  const { reading } = line;
  const closed = before ? await closedSince(context, line) : new Set<string>();
  const nameOf = await namesInPlans(context, before ? [before, reading] : [reading]);
  for (let index = 0; index < reading.entries.length; index++) {
    const id = line.entryIds[index] ?? null;
    line.entryIds[index] = id && closed.has(id) ? id : await reconcileEntry(context, line, before, index);
  }
  for (let index = 0; index < reading.nextActions.length; index++) {
    const id = line.actionIds[index] ?? null;
    line.actionIds[index] =
      id && closed.has(id) ? id : await reconcileAction(context, line, before, index, nameOf);
  }
}

async function reconcileEntry(
  context: OperationContext,
  line: KeptLine,
  before: Reading | null,
  index: number,
): Promise<string | null> {
  const { timeZone } = context.workspace;
  const groupId = line.reading.entries.length > 1 ? line.id : null;
  const id = line.entryIds[index] ?? null;
  const wanted = entryInput(line.reading, index, timeZone, groupId);
  if (!wanted) {
    if (id) await cancelHistory.run(context, { historyId: id });
    return null;
  }
  if (!id) return (await performWithin(context, logHistory, wanted)).historyId;
  const written = before && entryInput(before, index, timeZone, groupId);
  const changed = written ? differences<EntryInput>(written, wanted) : wanted;
  if (Object.keys(changed).length > 0) {
    await performWithin(context, amendHistory, { historyId: id, ...changed });
  }
  return id;
}

async function reconcileAction(
  context: OperationContext,
  line: KeptLine,
  before: Reading | null,
  index: number,
  nameOf: NameOf,
): Promise<string | null> {
  const id = line.actionIds[index] ?? null;
  const wanted = actionInput(line.reading, index, nameOf);
  if (!wanted) {
    if (id) await cancelNextAction.run(context, { nextActionId: id });
    return null;
  }
  const entry = line.reading.nextActions[index]?.entry ?? null;
  if (!id) {
    const historyId = entry === null ? null : (line.entryIds[entry] ?? null);
    const added = await performWithin(context, addNextAction, { ...wanted, historyId });
    return added.nextActionId;
  }
  const written = before && actionInput(before, index, nameOf);
  const changed = written ? differences<ActionInput>(written, wanted) : wanted;
  if (Object.keys(changed).length > 0) {
    await performWithin(context, amendNextAction, {
      nextActionId: id,
      ...withDue(changed, wanted),
      keepDay: true,
    });
  }
  return id;
}

/** What a person changed on the record since then stays: only what the line itself says otherwise is written. */
function differences<T extends object>(before: T, after: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => JSON.stringify(before[key as keyof T]) !== JSON.stringify(value),
    ),
  ) as Partial<T>;
}

// Day, time and precision are one fact.
function withDue(changed: Partial<ActionInput>, wanted: ActionInput): Partial<ActionInput> {
  if (!("dueOn" in changed || "dueTime" in changed || "duePrecision" in changed)) return changed;
  const { dueOn, dueTime, duePrecision } = wanted;
  return { ...changed, dueOn, dueTime, duePrecision };
}

async function closedSince(context: OperationContext, line: KeptLine): Promise<Set<string>> {
  const rows = await context.db.query<{ id: string }>(
    `select id from next_action where workspace_id = $1 and id = any($2::uuid[]) and state <> 'open'
     union all
     select id from history_entry where workspace_id = $1 and id = any($3::uuid[]) and cancelled_at is not null`,
    [
      context.workspaceId,
      line.actionIds.filter((id) => id !== null),
      line.entryIds.filter((id) => id !== null),
    ],
  );
  return new Set(rows.map((row) => row.id));
}

async function namesInPlans(context: OperationContext, readings: readonly Reading[]): Promise<NameOf> {
  const plans = readings.flatMap((reading) => reading.entries.filter((entry) => entry.historyKind === null));
  const ids = plans.flatMap((entry) => [...entry.personIds, ...entry.memberIds]);
  if (ids.length === 0) return () => undefined;
  const rows = await context.db.query<{ id: string; name: string }>(
    `select id, name from member where workspace_id = $1 and id = any($2::uuid[])
     union all
     select id, name from customer where workspace_id = $1 and id = any($2::uuid[])`,
    [context.workspaceId, ids],
  );
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => names.get(id);
}
