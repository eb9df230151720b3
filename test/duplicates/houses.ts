import fc from "fast-check";
import { reindex } from "../../core/customers/index.ts";
import { newId } from "../../core/kernel/ids.ts";
import { tableRules } from "../../core/nouns.ts";
import type { TestEnishi } from "../support/enishi.ts";

/** What one customer has, from pools so small that two of them often have the same. */
export const belongings = fc.record({
  name: fc.constantFrom("田中商事", "㈱田中商事", "タナカ商事", "丸八金属"),
  name_kana: fc.constantFrom(null, "タナカショウジ", "マルハチキンゾク"),
  prefecture: fc.constantFrom(null, "東京都", "大阪府"),
  city: fc.constantFrom(null, "港区", "北区"),
  note: fc.constantFrom(null, "締めは20日", "締めは20日\n窓口は木村様", "口頭で確認"),
  relation_since: fc.constantFrom(null, "2010-04-01", "1998-10-01"),
  amount: fc.constantFrom(null, "1200000.00"),
  corporate_number: fc.constantFrom(null, "1180301018771"),
  roles: fc.subarray(["customer", "supplier", "on_hold"]),
  extra: fc.constantFrom({}, { 締め日: "20日" }, { 締め日: "20日締め翌月末", 車両: "2台" }),
  points: fc.uniqueArray(fc.constantFrom("03-1234-5678", "06-1111-2222", "info@tanaka.co.jp", "k@maru8.jp"), {
    maxLength: 3,
  }),
  codes: fc.uniqueArray(fc.constantFrom("10234", "20001", "K-7"), { maxLength: 2 }),
  aliases: fc.uniqueArray(fc.constantFrom("まるはち", "田中さん", "丸八金属"), { maxLength: 2 }),
  domains: fc.uniqueArray(fc.constantFrom("tanaka.co.jp", "maru8.jp"), { maxLength: 2 }),
  owners: fc.uniqueArray(
    fc.record({
      member: fc.nat(3),
      role: fc.constantFrom("owner", "deputy", "sales_admin", "interim"),
      past: fc.boolean(),
    }),
    {
      maxLength: 3,
      selector: (owner) => (owner.role === "owner" && !owner.past ? "owner" : JSON.stringify(owner)),
    },
  ),
  history: fc.uniqueArray(
    fc.record({ external: fc.constantFrom(null, "<1@mail>", "<2@mail>"), cancelled: fc.boolean() }),
    {
      maxLength: 3,
      selector: (entry) => (entry.external && !entry.cancelled ? entry.external : newId()),
    },
  ),
  actions: fc.nat(2),
  records: fc.nat(1),
  people: fc.nat(2),
  sites: fc.nat(1),
});
export type Belongings = typeof belongings extends fc.Arbitrary<infer T> ? T : never;

/** Writes one company with all that belongs to it; everybody in `members` is there. */
export async function aHouse(
  enishi: TestEnishi,
  of: Belongings,
  members: readonly string[],
): Promise<string> {
  const { database, workspaceId } = enishi;
  const id = newId();
  const at = enishi.clock.now();
  const rows: { table: string; row: object }[] = [];
  const write = async (table: string, row: object) => void rows.push({ table, row });
  const customer = async (row: object) => {
    const made = newId();
    const common = { match_key: "田中商事", sort_key: "x", created_at: at, updated_at: at };
    await write("customer", { ...common, id: made, ...row });
    return made;
  };
  const { name, name_kana, prefecture, city, note, relation_since, amount, corporate_number, roles, extra } =
    of;
  const own = {
    name,
    name_kana,
    prefecture,
    city,
    note,
    relation_since,
    amount,
    corporate_number,
    roles,
    extra,
  };
  await customer({ ...own, id, kind: "company" });
  const ids = [id];
  for (let n = 0; n < of.people; n++)
    ids.push(await customer({ kind: "person", name: `木村${n}`, parent_id: id }));
  for (let n = 0; n < of.sites; n++)
    ids.push(await customer({ kind: "site", name: "大阪支店", parent_id: id }));
  const mine = { customer_id: id };
  for (const [n, value] of of.points.entries()) {
    const kind = value.includes("@") ? "mail" : "phone";
    const first = of.points.findIndex((one) => one.includes("@") === value.includes("@")) === n;
    await write("contact_point", {
      ...mine,
      id: newId(),
      kind,
      value,
      normalized: value,
      is_primary: first,
      created_at: at,
    });
  }
  for (const code of of.codes)
    await write("customer_code", { ...mine, id: newId(), system: "", code, created_at: at });
  for (const alias of of.aliases) {
    await write("customer_name", {
      ...mine,
      id: newId(),
      kind: "alias",
      name: alias,
      key: alias,
      created_at: at,
    });
  }
  for (const domain of of.domains) await write("customer_domain", { ...mine, domain });
  for (const { member, role, past } of of.owners) {
    const since = "2024-04-01T00:00:00Z";
    await write("ownership", {
      ...mine,
      id: newId(),
      member_id: members[member],
      role,
      since,
      until: past ? "2025-04-01T00:00:00Z" : null,
    });
  }
  for (const { external, cancelled } of of.history) {
    await write("history_entry", {
      ...mine,
      id: newId(),
      kind: "call",
      precision: "time",
      occurred_at: at,
      recorded_at: at,
      contact_ids: [],
      member_ids: [],
      flags: [],
      visibility: "all",
      body: "納期の件",
      surface: "api",
      external_id: external,
      cancelled_at: cancelled ? at : null,
      version: 1,
    });
  }
  for (let n = 0; n < of.actions; n++) {
    await write("next_action", {
      ...mine,
      id: newId(),
      kind: "promise",
      title: "見積提出",
      due_precision: "day",
      owner_id: members[0],
      state: "open",
      needs_review: false,
      created_at: at,
      version: 1,
    });
  }
  for (let n = 0; n < of.records; n++) {
    await write("plugin_record", { ...mine, plugin: "caution", key: newId(), value: { n }, updated_at: at });
  }
  const values: unknown[] = [workspaceId];
  const parts = rows.map(({ table, row }, at) => {
    const columns = Object.keys(row).join(", ");
    return `r${at} as (insert into ${table} (workspace_id, ${columns}) select $1, ${columns}
      from jsonb_populate_record(null::${table}, $${values.push(JSON.stringify(row))}))`;
  });
  await database.query(`with ${parts.join(", ")} select 1`, values);
  await reindex(database, workspaceId, ids);
  return id;
}

const bookkeeping = [
  "audit_entry",
  "access_log",
  "domain_event",
  "idempotency_key",
  "outbox_message",
  "customer_merge",
];

/** Every row of every table but the house's own bookkeeping, without what says how often and when it was written. */
export async function everyRow(enishi: TestEnishi): Promise<Record<string, string[]>> {
  const tables = tableRules.map((rule) => rule.table).filter((table) => !bookkeeping.includes(table));
  const rows = await enishi.database.query<{ table: string; line: string }>(
    `${tables
      .map(
        (table) =>
          `select '${table}' as table, (to_jsonb(t) - 'version' - 'updated_at')::text as line from ${table} t`,
      )
      .join(" union all ")} order by 1, 2`,
  );
  const all: Record<string, string[]> = {};
  for (const { table, line } of rows) all[table] = [...(all[table] ?? []), line];
  return all;
}

/** Empties what customers have, so that the next house stands alone. */
export async function pullDown(enishi: TestEnishi): Promise<void> {
  const tables = tableRules.filter((rule) => rule.customer !== null && rule.workspace === "workspace_id");
  await enishi.database.query(`truncate ${tables.map((rule) => rule.table).join(", ")}`);
}
