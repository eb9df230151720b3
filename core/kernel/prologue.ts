import type { Actor, ActorRef, WorkspaceFacts } from "./context.ts";
import type { Statements } from "./database.ts";
import { EnishiError } from "./errors.ts";
import type { Role } from "./permissions.ts";

export interface Prologue {
  workspace: WorkspaceFacts;
  actor: Actor;
}

/** Finds workspace and acting member in one statement. Errors: `unknown_workspace`, `not_a_member`. */
export async function readPrologue(db: Statements, workspaceId: string, ref: ActorRef): Promise<Prologue> {
  const memberId = ref.kind === "member" ? ref.memberId : ref.kind === "system" ? ref.onBehalfOf : null;
  const [row] = await db.query<{
    time_zone: string;
    quiet: boolean;
    practice: boolean;
    closed_days: { from: string; to: string }[];
    name: string | null;
    role: Role | null;
    status: string | null;
  }>(
    `select w.time_zone, w.quiet, w.practice, w.closed_days, m.name, m.role, m.status
       from workspace w
       left join member m on m.workspace_id = w.id and m.id = $2::uuid
      where w.id = $1::uuid`,
    [workspaceId, memberId],
    { prepared: true },
  );
  if (!row) throw new EnishiError("unknown_workspace");
  return {
    workspace: {
      id: workspaceId,
      timeZone: row.time_zone,
      quiet: row.quiet,
      practice: row.practice,
      closedDays: row.closed_days,
    },
    actor: actorOf(ref, row),
  };
}

/** A call that was carried out, as its idempotency key keeps it. */
export interface EarlierCall {
  operation: string;
  bodyHash: string;
  output: unknown;
}

/** The call that was carried out with this key, if there was one. */
export async function readEarlier(
  db: Statements,
  workspaceId: string,
  key: string,
): Promise<EarlierCall | null> {
  const [row] = await db.query<EarlierCall>(
    `select operation, body_hash as "bodyHash", output from idempotency_key where workspace_id = $1 and key = $2`,
    [workspaceId, key],
  );
  return row ?? null;
}

function actorOf(
  ref: ActorRef,
  row: { name: string | null; role: Role | null; status: string | null },
): Actor {
  if (ref.kind === "operator")
    return { kind: "operator", memberId: null, name: "local operator", role: "admin" };
  // What someone began is finished for them even when they have left meanwhile.
  if (ref.kind === "system")
    return { kind: "system", memberId: ref.onBehalfOf, name: row.name ?? "Enishi", role: "admin" };
  if (!row.role || !row.name || row.status !== "active") throw new EnishiError("not_a_member");
  return { kind: "member", memberId: ref.memberId, name: row.name, role: row.role };
}
