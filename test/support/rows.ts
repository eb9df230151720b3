import { newId } from "../../core/kernel/ids.ts";
import type { TestEnishi } from "./enishi.ts";

interface Made {
  name?: string;
  kind?: "company" | "site" | "person";
  parentId?: string | null;
  state?: string;
  mergedIntoId?: string | null;
}

/** A customer as a row, for tests of nouns other than customers. */
export async function aCustomer(enishi: TestEnishi, made: Made = {}): Promise<string> {
  const id = newId();
  await enishi.database.query(
    `insert into customer (workspace_id, id, kind, parent_id, name, match_key, sort_key, state, merged_into_id,
                           created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5, $5, $6, $7, $8, $8)`,
    [
      enishi.workspaceId,
      id,
      made.kind ?? "company",
      made.parentId ?? null,
      made.name ?? "田中商事",
      made.state ?? "active",
      made.mergedIntoId ?? null,
      enishi.clock.now(),
    ],
  );
  return id;
}

/** A 営業担当 as a row. */
export async function owns(enishi: TestEnishi, memberId: string, customerId: string, role = "owner") {
  const id = newId();
  await enishi.database.query(
    `insert into ownership (workspace_id, id, customer_id, member_id, role, since) values ($1, $2, $3, $4, $5, $6)`,
    [enishi.workspaceId, id, customerId, memberId, role, new Date("2024-04-01T00:00:00Z")],
  );
  return id;
}

/** What the audit trail says of one thing, oldest first. */
export function auditOf(enishi: TestEnishi, entityId: string) {
  return enishi.database.query<{
    operation: string;
    outcome: string;
    actor_id: string | null;
    surface: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }>(
    `select operation, outcome, actor_id, surface, before, after from audit_entry
      where workspace_id = $1 and entity_id = $2 order by id`,
    [enishi.workspaceId, entityId],
  );
}
