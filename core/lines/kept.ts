import type { OperationContext, QueryContext } from "../kernel/context.ts";
import type { Statements } from "../kernel/database.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Reading } from "./reading/index.ts";

export type LineState = "recorded" | "open" | "draft" | "cancelled";

/** Which of several open next actions is done: asked when a 済 line fits more than one. */
export interface DoneChoice {
  entry: number;
  nextActionIds: string[];
}

/** A line, how it is read by now, and what stands in the record because of it. */
export interface KeptLine {
  id: string;
  memberId: string;
  state: LineState;
  /** The instant at which it was typed: what 昨日 and 来週 in it are counted from. */
  typedAt: string;
  reading: Reading;
  /** The history that each entry of the reading became; null: not (yet). */
  entryIds: (string | null)[];
  /** The next action that each of the reading's became; null: not (yet), or only suggested. */
  actionIds: (string | null)[];
  /** Next actions that a 済 line marked done. */
  doneIds: string[];
  doneChoices: DoneChoice[];
}

export function newLine(
  context: OperationContext,
  memberId: string,
  typedAt: Date,
  reading: Reading,
): KeptLine {
  return {
    id: context.newId(),
    memberId,
    state: "draft",
    typedAt: typedAt.toISOString(),
    reading,
    entryIds: reading.entries.map(() => null),
    actionIds: reading.nextActions.map(() => null),
    doneIds: [],
    doneChoices: [],
  };
}

/**
 * Reads a line and keeps others from changing it until the transaction ends. It is changed by who typed it, a manager
 * or an administrator. Errors: `line_not_found`, `line_cancelled`, `forbidden`.
 */
export async function lockLine(context: OperationContext, lineId: string): Promise<KeptLine> {
  const line = await readLine(context.db, context.workspaceId, lineId, "for update");
  const { actor } = context;
  if (actor.memberId !== line.memberId && actor.role !== "admin" && actor.role !== "manager") {
    throw new EnishiError("forbidden", { rule: "line_author" });
  }
  if (line.state === "cancelled") throw new EnishiError("line_cancelled");
  return line;
}

/** A line as anyone may look at it who reads the history. Error: `line_not_found`. */
export function findLine(context: QueryContext, lineId: string): Promise<KeptLine> {
  return readLine(context.db, context.workspaceId, lineId, "");
}

async function readLine(
  db: Statements,
  workspaceId: string,
  lineId: string,
  lock: string,
): Promise<KeptLine> {
  const [row] = await db.query<{ memberId: string; state: LineState; kept: Omit<KeptLine, "id"> }>(
    `select member_id as "memberId", state, reading as kept from line where workspace_id = $1 and id = $2 ${lock}`,
    [workspaceId, lineId],
  );
  if (!row) throw new EnishiError("line_not_found", {}, { field: "lineId" });
  return { ...row.kept, id: lineId, memberId: row.memberId, state: row.state };
}

/** Writes a new or changed line, and its state with it. */
export async function saveLine(context: OperationContext, line: KeptLine, state: LineState): Promise<void> {
  line.state = state;
  const { reading, typedAt, entryIds, actionIds, doneIds, doneChoices } = line;
  await context.db.query(
    `insert into line (workspace_id, id, member_id, text, reading, state, history_ids, next_action_ids, created_at,
                       updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
     on conflict (workspace_id, id) do update
       set reading = $5, state = $6, history_ids = $7, next_action_ids = $8, updated_at = $9`,
    [
      context.workspaceId,
      line.id,
      line.memberId,
      reading.text,
      JSON.stringify({ reading, typedAt, entryIds, actionIds, doneIds, doneChoices }),
      state,
      entryIds.filter((id) => id !== null),
      actionIds.filter((id) => id !== null),
      context.now,
    ],
  );
}

/** The state that what is asked and what is written add up to. */
export function stateOf(line: KeptLine): LineState {
  const asked = line.reading.questions.length + line.doneChoices.length;
  if (asked === 0 && line.reading.kind !== "unknown") return "recorded";
  const written = [...line.entryIds, ...line.actionIds, ...line.doneIds].some((id) => id !== null);
  return written ? "open" : "draft";
}
