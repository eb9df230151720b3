import { foldText } from "../../japanese/index.ts";
import type { OperationContext } from "../../kernel/context.ts";
import { nameKey } from "../../members/index.ts";
import { sqlJson } from "../sql-json.ts";
import type { RowOutcome } from "./compose.ts";
import type { Draft } from "./draft.ts";

interface KnownMember {
  id: string;
  name: string;
  name_key: string;
  nicknames: string[];
  status: string;
}

/**
 * Gives the customers of a chunk the 営業担当 that the list names. A customer that has one keeps it. A name that nobody here
 * bears becomes a member without a login: someone who left, or is only a name in this list. Returns what was kept,
 * by row.
 */
export async function assignOwners(
  context: OperationContext,
  importId: string,
  rows: readonly { outcome: RowOutcome; ownerName: string | null }[],
): Promise<Map<number, string>> {
  const kept = new Map<number, string>();
  const named = rows.filter((row) => row.ownerName !== null);
  if (named.length === 0) return kept;
  const membersOf = await membersNamed(
    context,
    importId,
    named.map((row) => row.ownerName!),
  );
  for (const { outcome, ownerName } of named) {
    const [first, ...others] = membersOf(ownerName!);
    if (!first) continue;
    const { party, row } = outcome;
    const owner = party.owners.find((one) => one.role === "owner");
    if (!owner) add(party, first, "owner", row, outcome);
    else if (!party.owners.some((one) => one.memberId === first)) kept.set(row, ownerName!);
    for (const deputy of others) {
      if (!party.owners.some((one) => one.memberId === deputy)) add(party, deputy, "deputy", row, outcome);
    }
  }
  return kept;
}

/**
 * The members whom cells of a list name, in their order. A name that nobody here bears becomes a member without a login.
 */
export async function membersNamed(
  context: OperationContext,
  importId: string,
  cells: readonly string[],
): Promise<(cell: string) => string[]> {
  const names = cells.flatMap(namesIn);
  const members = names.length > 0 ? await membersFor(context, importId, names) : new Map<string, string>();
  return (cell) => [...new Set(namesIn(cell).map((name) => members.get(keyOf(name))!))];
}

function add(party: Draft, memberId: string, role: string, row: number, outcome: RowOutcome): void {
  party.owners.push({ memberId, role });
  party.added.owners.push({ memberId, role });
  party.changes++;
  if (party.row === 0) party.row = row;
  if (outcome.status === "unchanged") outcome.status = "updated";
}

/** 「佐藤・鈴木」 are two, the first of them first. A space parts family and given name. */
function namesIn(cell: string): string[] {
  return cell
    .split(/[・、,，/／;；&＆\n]/)
    .map((name) => name.trim())
    .filter((name) => keyOf(name) !== "");
}

const left = /[(（【[]?\s*(?:退職(?:者|済み?)?|退社|離職|旧|前任)\s*[)）】\]]?/g;

function keyOf(name: string): string {
  return nameKey(bareName(name));
}

function bareName(name: string): string {
  return name
    .replaceAll(left, "")
    .replace(/(?:さん|様|氏|殿|君)$/, "")
    .trim();
}

async function membersFor(
  context: OperationContext,
  importId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const known = await context.db.query<KnownMember>(
    "select id, name, name_key, nicknames, status from member where workspace_id = $1 order by status, id",
    [context.workspaceId],
  );
  const found = new Map<string, string>();
  const unknown = new Map<string, string>();
  for (const name of names) {
    const key = keyOf(name);
    if (found.has(key)) continue;
    const member = findMember(known, key);
    if (!member) unknown.set(key, name);
    found.set(key, member?.id ?? context.newId());
  }
  if (unknown.size > 0) await addMembers(context, importId, unknown, found);
  return found;
}

/** By full name, else by a family name or nickname that one member only bears; those who work here first. */
function findMember(members: readonly KnownMember[], key: string): KnownMember | null {
  const full = members.filter((member) => member.name_key === key);
  const working = full.find((member) => member.status === "active");
  if (working ?? full[0]) return working ?? full[0]!;
  const called = members.filter(
    (member) =>
      member.status !== "name_only" &&
      (foldText(member.name.split(/[\s\u3000]/)[0]!) === key ||
        member.nicknames.some((nickname) => foldText(nickname) === key)),
  );
  const active = called.filter((member) => member.status === "active");
  if (active.length > 0) return active.length === 1 ? active[0]! : null;
  return called.length === 1 ? called[0]! : null;
}

async function addMembers(
  context: OperationContext,
  importId: string,
  names: ReadonlyMap<string, string>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...names].map(([key, typed]) => ({
    id: ids.get(key)!,
    name: bareName(typed),
    name_key: key,
    status: /退職|退社|離職/.test(typed) ? "former" : "name_only",
  }));
  await context.db.query(
    `insert into member (workspace_id, id, name, name_key, role, status, created_at, updated_at)
     select $1, r.id, r.name, r.name_key, 'member', r.status, $2, $2
       from json_populate_recordset(null::member, $3) r`,
    [context.workspaceId, context.now, sqlJson(rows)],
  );
  for (const { id, ...after } of rows) {
    context.changed({ entity: "member", entityId: id, before: null, after: { ...after, importId } });
  }
}
