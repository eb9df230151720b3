import { foldText } from "../../japanese/index.ts";
import type { QueryContext } from "../../kernel/context.ts";
import type { OwnerFilter } from "./parse-query.ts";

/** The members whom `担当:田中` (and `退職`) names: by any part of name, reading or nickname. */
export async function findOwners(context: QueryContext, owner: OwnerFilter): Promise<string[]> {
  if (owner.name === "") return context.actor.memberId ? [context.actor.memberId] : [];
  const members = await context.db.query<{ id: string; status: string; names: string[] }>(
    `select id, status, array_remove(array[name, name_kana] || nicknames, null) as names
       from member where workspace_id = $1`,
    [context.workspaceId],
  );
  const wanted = foldText(owner.name);
  return members
    .filter((member) => !owner.former || member.status === "former")
    .filter((member) => member.names.some((name) => foldText(name).includes(wanted)))
    .map((member) => member.id);
}
