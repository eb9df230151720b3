import type { Actor, ActorRef, WorkspaceFacts } from "./context.ts";
import type { Statements } from "./database.ts";
import { EnishiError } from "./errors.ts";
import type { Role } from "./permissions.ts";

interface KeyRow {
  operation: string;
  bodyHash: string;
  output: unknown;
}

export interface Prologue {
  workspace: WorkspaceFacts;
  actor: Actor;
  /** The first call with this idempotency key, if there was one. */
  earlier: KeyRow | null;
}

/** Finds workspace, acting member and earlier call in one statement. Errors: `unknown_workspace`, `not_a_member`. */
export async function readPrologue(
  db: Statements,
  workspaceId: string,
  ref: ActorRef,
  idempotencyKey: string | null,
): Promise<Prologue> {
  const memberId = ref.kind === "member" ? ref.memberId : ref.kind === "system" ? ref.onBehalfOf : null;
  const [row] = await db.query<{
    time_zone: string;
    quiet: boolean;
    practice: boolean;
    closed_days: { from: string; to: string }[];
    name: string | null;
    role: Role | null;
    status: string | null;
    operation: string | null;
    body_hash: string | null;
    output: unknown;
  }>(
    `select w.time_zone, w.quiet, w.practice, w.closed_days, m.name, m.role, m.status,
            k.operation, k.body_hash, k.output
       from workspace w
       left join member m on m.workspace_id = w.id and m.id = $2::uuid
       left join idempotency_key k on k.workspace_id = w.id and k.key = $3::text
      where w.id = $1::uuid`,
    [workspaceId, memberId, idempotencyKey],
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
    earlier: row.operation
      ? { operation: row.operation, bodyHash: row.body_hash ?? "", output: row.output }
      : null,
  };
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
