import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kernel/database.ts";
import type { NewId } from "../kernel/ids.ts";

export interface NewWorkspace {
  slug: string;
  name: string;
  practice: boolean;
}

/**
 * Makes a workspace unless one of that slug is there; gives its id either way. It is 準備中 until it is opened; a
 * practice workspace is open from the start, because nothing leaves it.
 */
export async function ensureWorkspace(
  parts: { database: Database; clock: Clock; newId: NewId },
  workspace: NewWorkspace,
): Promise<string> {
  const [row] = await parts.database.query<{ id: string }>(
    `insert into workspace (id, slug, name, practice, quiet, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (slug) do update set slug = excluded.slug returning id`,
    [
      parts.newId(),
      workspace.slug,
      workspace.name,
      workspace.practice,
      !workspace.practice,
      parts.clock.now(),
    ],
  );
  return row!.id;
}
