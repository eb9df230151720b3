import { reindexSites } from "../../customers/index.ts";
import type { OperationContext } from "../../kernel/context.ts";
import { EnishiError } from "../../kernel/errors.ts";
import { sqlJson } from "../sql-json.ts";
import { type Draft, documentOf, isTouched } from "./draft.ts";

const ownColumns = `name_kana, honorific, department, title, roles, corporate_number, invoice_number, prefecture, city,
  url, note, relation_since, amount, extra, purpose, source`;

/**
 * Writes what a chunk made and changed, one statement for each table, and reports each customer to the audit trail.
 * Error: `try_again` when somebody changed one of the customers meanwhile.
 */
export async function writeChunk(
  context: OperationContext,
  importId: string,
  drafts: ReadonlyMap<string, Draft>,
): Promise<Draft[]> {
  const touched = [...drafts.values()].filter(isTouched);
  if (touched.length === 0) return [];
  const belongings = touched.map((draft) => belongingsOf(draft, context));
  const documents = new Map(
    touched
      .filter((draft) => draft.isNew || isFoundAnew(draft))
      .map((draft) => [draft.id, documentOf(draft, drafts.get(draft.parent_id ?? ""))]),
  );
  for (const draft of touched) draft.sort_key = documents.get(draft.id)?.sortKey ?? draft.sort_key;
  await writeCustomers(context, touched);
  await insertBelongings(context, belongings);
  await writeSearch(context, documents);
  await insertChanges(context, importId, touched, belongings);
  for (const [index, draft] of touched.entries()) report(context, draft, belongings[index]!);
  for (const draft of touched.filter(namesSites)) {
    await reindexSites(context.db, context.workspaceId, draft.id);
  }
  return touched;
}

interface Belongings {
  names: { id: string; customer_id: string; kind: string; name: string; key: string }[];
  points: { id: string; customer_id: string; kind: string; value: string }[];
  codes: { id: string; customer_id: string; system: string; code: string }[];
  domains: { customer_id: string; domain: string }[];
  owners: { id: string; customer_id: string; member_id: string; role: string }[];
}

function belongingsOf({ id, added }: Draft, { newId }: OperationContext): Belongings {
  return {
    names: added.names.map((one) => ({ id: newId(), customer_id: id, ...one })),
    points: added.points.map((one) => ({ id: newId(), customer_id: id, ...one })),
    codes: added.codes.map((one) => ({ id: newId(), customer_id: id, ...one })),
    domains: added.domains.map((domain) => ({ customer_id: id, domain })),
    owners: added.owners.map(({ memberId, role }) => ({
      id: newId(),
      customer_id: id,
      member_id: memberId,
      role,
    })),
  };
}

/** What search reads of a customer: everything but domains, owners and a few columns. */
function isFoundAnew({ added, old }: Draft): boolean {
  return (
    added.names.length + added.points.length + added.codes.length > 0 || "name_kana" in old || "extra" in old
  );
}

function namesSites({ housesSites, added, old }: Draft): boolean {
  return housesSites && (added.names.length > 0 || "name_kana" in old);
}

/** A customer that is there is written over only where it is still the one that was read. */
async function writeCustomers(context: OperationContext, touched: readonly Draft[]): Promise<void> {
  const sets = `${ownColumns}, sort_key`.split(",").map((column) => `${column} = excluded.${column.trim()}`);
  const rows = await context.db.query(
    `insert into customer (workspace_id, id, kind, parent_id, name, ${ownColumns}, match_key, sort_key, import_id, version,
                           created_at, updated_at)
     select $1, id, kind, parent_id, name, ${ownColumns}, match_key, sort_key, import_id, version, $2, $2
       from json_populate_recordset(null::customer, $3)
     on conflict (workspace_id, id) do update set ${sets.join(", ")}, version = customer.version + 1, updated_at = $2
      where customer.version = excluded.version and customer.state = 'active'
     returning 1`,
    [context.workspaceId, context.now, sqlJson(touched.map(customerRow))],
  );
  if (rows.length < touched.length) throw new EnishiError("try_again");
}

const written = `id kind parent_id name match_key sort_key import_id version ${ownColumns}`
  .replaceAll(",", " ")
  .split(/\s+/);

function customerRow(draft: Draft): Record<string, unknown> {
  return pick(draft, written);
}

async function insertBelongings(context: OperationContext, belongings: readonly Belongings[]): Promise<void> {
  const all = <K extends keyof Belongings>(table: K) => belongings.flatMap((one) => one[table] as object[]);
  await insert(context, "customer_name", "id, customer_id, kind, name, key", all("names"), "created_at");
  await insert(
    context,
    "contact_point",
    "id, customer_id, kind, value, normalized, extension, label, parts, is_primary",
    all("points"),
    "created_at",
  );
  await insert(context, "customer_code", "id, customer_id, system, code", all("codes"), "created_at");
  await insert(context, "customer_domain", "customer_id, domain", all("domains"), null);
  await insert(context, "ownership", "id, customer_id, member_id, role", all("owners"), "since");
}

async function insert(
  context: OperationContext,
  table: string,
  columns: string,
  rows: readonly object[],
  at: string | null,
): Promise<void> {
  if (rows.length === 0) return;
  await context.db.query(
    `insert into ${table} (workspace_id, ${columns}${at ? `, ${at}` : ""})
     select $1, ${columns}${at ? ", $3" : ""} from json_populate_recordset(null::${table}, $2)
     on conflict do nothing`,
    [context.workspaceId, sqlJson(rows), ...(at ? [context.now] : [])],
  );
}

async function writeSearch(
  context: OperationContext,
  documents: ReadonlyMap<string, ReturnType<typeof documentOf>>,
): Promise<void> {
  if (documents.size === 0) return;
  const rows = [...documents].map(([customer_id, { grams, folded, sortKey }]) => ({
    customer_id,
    grams,
    folded,
    sort_key: sortKey,
  }));
  await context.db.query(
    `insert into customer_search (workspace_id, customer_id, grams, folded, sort_key)
     select $1, customer_id, grams, folded, sort_key from json_populate_recordset(null::customer_search, $2)
     on conflict (workspace_id, customer_id) do update
        set grams = excluded.grams, folded = excluded.folded, sort_key = excluded.sort_key
      where customer_search.folded <> excluded.folded or customer_search.sort_key <> excluded.sort_key`,
    [context.workspaceId, sqlJson(rows)],
  );
}

/** What undo needs: nothing of a customer that was made; else the values before, and which rows were added. */
async function insertChanges(
  context: OperationContext,
  importId: string,
  touched: readonly Draft[],
  belongings: readonly Belongings[],
): Promise<void> {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  const rows = touched.map((draft, index) => {
    const { names, points, codes, domains, owners } = belongings[index]!;
    const before = {
      columns: draft.old,
      names: ids(names),
      points: ids(points),
      codes: ids(codes),
      domains: domains.map((one) => one.domain),
      owners: ids(owners),
    };
    return {
      row: draft.row,
      customer_id: draft.id,
      before: draft.isNew ? null : before,
      version: draft.isNew ? 1 : draft.version + 1,
    };
  });
  await context.db.query(
    `insert into import_change (workspace_id, import_id, row, customer_id, before, version)
     select $1, $2, row, customer_id, before, version from json_populate_recordset(null::import_change, $3)`,
    [context.workspaceId, importId, sqlJson(rows)],
  );
}

function report(context: OperationContext, draft: Draft, belongings: Belongings): void {
  const added = {
    ...(draft.added.names.length > 0 ? { aliases: draft.added.names.map((one) => one.name) } : {}),
    ...(draft.added.points.length > 0
      ? { contactPoints: draft.added.points.map(({ kind, value }) => ({ kind, value })) }
      : {}),
    ...(draft.added.codes.length > 0 ? { codes: draft.added.codes } : {}),
    ...(belongings.owners.length > 0 ? { owners: draft.added.owners } : {}),
  };
  const now = draft.isNew ? filled(draft) : pick(draft, Object.keys(draft.old));
  context.changed({
    entity: "customer",
    entityId: draft.id,
    customerId: draft.id,
    before: draft.isNew ? null : draft.old,
    after: { ...now, ...added },
  });
}

const told = `kind parent_id name ${ownColumns.replaceAll(",", " ")} import_id`.split(/\s+/);

function filled(draft: Draft): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pick(draft, told)).filter(
      ([, value]) => value !== null && !(typeof value === "object" && Object.keys(value).length === 0),
    ),
  );
}

function pick(draft: Draft, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, draft[column as keyof Draft]]));
}
