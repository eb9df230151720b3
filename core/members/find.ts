import { parseEmail } from "../japanese/index.ts";
import type { Statements } from "../kernel/database.ts";
import { sha256 } from "../kernel/ids.ts";
import type { Role } from "../kernel/permissions.ts";
import type { MemberStatus } from "./shapes.ts";

export type MemberKey = { slackUserId: string } | { email: string } | { provider: string; subject: string };

export interface FoundMember {
  memberId: string;
  name: string;
  role: Role;
  status: MemberStatus;
}

/**
 * The member behind an identity that a surface has proved; null when nobody is linked. An address that two people who
 * work here share finds nobody. The caller looks at `status`: only `active` may act.
 */
export async function findMember(
  db: Statements,
  workspaceId: string,
  key: MemberKey,
): Promise<FoundMember | null> {
  if ("slackUserId" in key) return one(db, "slack_user_id = $2", [workspaceId, key.slackUserId]);
  if ("email" in key) return one(db, "email = $2", [workspaceId, parseEmail(key.email)]);
  return one(
    db,
    "id = (select member_id from member_identity where workspace_id = $1 and provider = $2 and subject = $3)",
    [workspaceId, key.provider, key.subject],
  );
}

/** Whose API token it is; null for one that is unknown or revoked. */
export async function findByToken(
  db: Statements,
  token: string,
): Promise<{ workspaceId: string; memberId: string } | null> {
  const [row] = await db.query<{ workspaceId: string; memberId: string }>(
    `select workspace_id as "workspaceId", member_id as "memberId" from api_token
      where token_hash = $1 and revoked_at is null`,
    [sha256(token)],
  );
  return row ?? null;
}

async function one(db: Statements, condition: string, values: unknown[]): Promise<FoundMember | null> {
  const rows = await db.query<FoundMember>(
    `select id as "memberId", name, role, status from member
      where workspace_id = $1 and ${condition} order by status limit 2`,
    values,
  );
  const active = rows.filter((row) => row.status === "active");
  return active.length > 1 ? null : (active[0] ?? rows[0] ?? null);
}
