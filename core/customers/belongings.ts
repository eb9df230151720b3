import { foldText } from "../japanese/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import type { ContactPointColumns } from "./contact-point.ts";
import { keysOf } from "./search-document.ts";
import type { AliasKind } from "./shapes.ts";

/** Adds contact points; the first of its kind is the primary one. What the customer already has is left as it is. */
export async function insertContactPoints(
  context: OperationContext,
  customerId: string,
  points: readonly ContactPointColumns[],
): Promise<string[]> {
  if (points.length === 0) return [];
  const rows = await context.db.query<{ id: string }>(
    `insert into contact_point (workspace_id, id, customer_id, kind, value, normalized, extension, label, parts, is_primary, created_at)
     select $1, r.id, $2, r.kind, r.value, r.normalized, r.extension, r.label, r.parts,
            r.n = min(r.n) over (partition by r.kind)
              and not exists (select 1 from contact_point o
                               where o.workspace_id = $1 and o.customer_id = $2 and o.kind = r.kind),
            $3
       from (select distinct on (kind, normalized) * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[])
              with ordinality as u (id, kind, value, normalized, extension, label, parts, n)
              order by kind, normalized, n) r
      where not exists (select 1 from contact_point o where o.workspace_id = $1 and o.customer_id = $2
                           and o.kind = r.kind and o.normalized = r.normalized)
     returning id`,
    [
      context.workspaceId,
      customerId,
      context.now,
      points.map(() => context.newId()),
      points.map((point) => point.kind),
      points.map((point) => point.value),
      points.map((point) => point.normalized),
      points.map((point) => point.extension),
      points.map((point) => point.label),
      points.map((point) => (point.parts ? JSON.stringify(point.parts) : null)),
    ],
  );
  return rows.map((row) => row.id);
}

/** Adds codes of other systems; one that the customer already has is left as it is. */
export async function insertCodes(
  context: OperationContext,
  customerId: string,
  codes: readonly { system: string; code: string }[],
): Promise<void> {
  if (codes.length === 0) return;
  await context.db.query(
    `insert into customer_code (workspace_id, id, customer_id, system, code, created_at)
     select $1, min(r.id::text)::uuid, $2, r.system, r.code, $3
       from unnest($4::uuid[], $5::text[], $6::text[]) as r (id, system, code)
      where not exists (select 1 from customer_code o where o.workspace_id = $1 and o.customer_id = $2
                           and o.system = r.system and o.code = r.code)
      group by r.system, r.code`,
    [
      context.workspaceId,
      customerId,
      context.now,
      codes.map(() => context.newId()),
      codes.map((code) => code.system),
      codes.map((code) => code.code),
    ],
  );
}

/** Adds other names; one that folds to a name the customer already has is left out. Says how many were new. */
export async function insertAliases(
  context: OperationContext,
  customerId: string,
  aliases: readonly { kind: AliasKind; name: string }[],
): Promise<number> {
  if (aliases.length === 0) return 0;
  const rows = await context.db.query(
    `insert into customer_name (workspace_id, id, customer_id, kind, name, key, created_at)
     select $1, r.id, $2, r.kind, r.name, r.key, $3
       from (select distinct on (kind, name) * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[])
              as u (id, kind, name, key) order by kind, name, id) r
      where not exists (select 1 from customer_name o where o.workspace_id = $1 and o.customer_id = $2
                           and o.kind = r.kind and o.name = r.name)
     returning id`,
    [
      context.workspaceId,
      customerId,
      context.now,
      aliases.map(() => context.newId()),
      aliases.map((alias) => alias.kind),
      aliases.map((alias) => alias.name),
      aliases.map((alias) => keysOf(alias.name)[0] ?? foldText(alias.name)),
    ],
  );
  return rows.length;
}
