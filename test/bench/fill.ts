import { searchDocument, writeSearchRows } from "../../core/customers/index.ts";
import { createCustomer, newId } from "../../core/index.ts";
import { companyKey } from "../../core/japanese/index.ts";
import { type MatchPlace, matchRecord, storedHashes } from "../../core/matching/index.ts";
import type { BenchHouse } from "./house.ts";

const surnames =
  "田中 佐藤 鈴木 高橋 渡辺 伊藤 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 斎藤".split(
    " ",
  );
const readings =
  "タナカ サトウ スズキ タカハシ ワタナベ イトウ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ ハヤシ シミズ サイトウ".split(
    " ",
  );
const trades =
  "商事 工業 製作所 電機 工務店 物産 産業 食品 プラント 金属 運輸 建設 化学 印刷 精機 設備 商店 繊維 木材 石油".split(
    " ",
  );
const tradeReadings =
  "ショウジ コウギョウ セイサクショ デンキ コウムテン ブッサン サンギョウ ショクヒン プラント キンゾク ウンユ ケンセツ カガク インサツ セイキ セツビ ショウテン センイ モクザイ セキユ".split(
    " ",
  );
const places =
  "東京 大阪 名古屋 札幌 福岡 仙台 広島 京都 神戸 横浜 新潟 金沢 岡山 熊本 静岡 長野 高松 松山 那覇 秋田".split(
    " ",
  );
const prefectures = "東京都 大阪府 愛知県 北海道 福岡県 宮城県 広島県 京都府 兵庫県 神奈川県".split(" ");
export const historyPerCustomer = 20;
/** Members who share the customers evenly; the one who asks is the first of them. */
const sellers = 40;

/** The nth customer: the same at every run. */
export function nthCustomer(n: number) {
  const at = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length]!;
  const name = `${at(places, 400)}${at(surnames, 1)}${at(trades, 20)}${n >= 8_000 ? n : ""}`;
  return {
    name: n % 3 === 0 ? `株式会社${name}` : name,
    kana: `${at(readings, 1)}${at(tradeReadings, 20)}`,
    prefecture: prefectures[n % prefectures.length]!,
    mail: `info${n}@c${n}.example.jp`,
    phone: `+813${String(10_000_000 + n * 7).slice(0, 8)}`,
    code: `T${String(n).padStart(6, "0")}`,
  };
}

/** Puts n customers with 20 entries each (or `history`), a next action and an owner into the database, by SQL. */
export async function fill(house: BenchHouse, count: number, history = historyPerCustomer): Promise<void> {
  const memberIds = await addSellers(house);
  for (let from = 0; from < count; from += 2_000) {
    await fillBatch(house, memberIds, from, Math.min(count, from + 2_000), history);
  }
  await house.database.query("analyze");
  // The operation itself must agree with what was put in by SQL: one that it makes is found beside the others.
  await house.core.kernel.perform(createCustomer, { kind: "company", name: "見本商会" }, house.call);
}

function placeIn({ prefecture }: { prefecture: string }): MatchPlace {
  return { postal: null, prefecture, city: null, street: null };
}

async function addSellers({ database, workspaceId, memberId }: BenchHouse): Promise<string[]> {
  const others = Array.from({ length: sellers - 1 }, () => newId());
  await database.query(
    `insert into member (workspace_id, id, name, name_key, role, created_at, updated_at)
     select $1, u.id, u.name, u.name, 'member', now(), now() from unnest($2::uuid[], $3::text[]) as u (id, name)`,
    [workspaceId, others, others.map((_, at) => `${surnames[at % surnames.length]!}${at}`)],
  );
  return [memberId, ...others];
}

async function fillBatch(
  { database, workspaceId }: BenchHouse,
  memberIds: readonly string[],
  from: number,
  to: number,
  history: number,
): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, at) => {
    const customer = nthCustomer(from + at);
    const names = { name: customer.name, nameKana: customer.kana };
    const document = searchDocument(names, [customer.code], [customer.phone], [customer.mail]);
    const id = newId();
    const told = { ...names, phones: [customer.phone], mails: [customer.mail] };
    const hashes = storedHashes(matchRecord({ id, kind: "company", ...told, places: [placeIn(customer)] }));
    return { id, ...customer, document, key: companyKey(customer.name), hashes };
  });
  const ids = rows.map((row) => row.id);
  const owners = rows.map((_, at) => memberIds[(from + at) % memberIds.length]!);
  await database.query(
    `insert into customer (workspace_id, id, kind, name, name_kana, prefecture, match_key, sort_key, created_at, updated_at)
     select $1, r.* , now(), now() from (select id, 'company', name, kana, prefecture, key, sort_key
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            as u (id, name, kana, prefecture, key, sort_key)) r`,
    [
      workspaceId,
      ids,
      rows.map((row) => row.name),
      rows.map((row) => row.kana),
      rows.map((row) => row.prefecture),
      rows.map((row) => row.key),
      rows.map((row) => row.document.sortKey),
    ],
  );
  await writeSearchRows(
    database,
    workspaceId,
    rows.map(({ document }, at) => ({ customerId: ids[at]!, document })),
  );
  await database.query(
    `insert into contact_point (workspace_id, id, customer_id, kind, value, normalized, is_primary, created_at)
     select $1, gen_random_uuid(), u.id, p.kind, p.value, p.value, true, now()
       from unnest($2::uuid[], $3::text[], $4::text[]) as u (id, mail, phone),
            lateral (values ('mail', u.mail), ('phone', u.phone)) as p (kind, value)`,
    [workspaceId, ids, rows.map((row) => row.mail), rows.map((row) => row.phone)],
  );
  const matched = rows.flatMap((row) => row.hashes.map((hash) => ({ id: row.id, hash })));
  await database.query(
    `insert into customer_match (workspace_id, key, customer_id)
     select $1, u.key, u.id from unnest($2::int[], $3::uuid[]) as u (key, id)`,
    [workspaceId, matched.map((one) => one.hash), matched.map((one) => one.id)],
  );
  await database.query(
    `insert into customer_domain (workspace_id, customer_id, domain)
     select $1, u.id, u.domain from unnest($2::uuid[], $3::text[]) as u (id, domain)`,
    [workspaceId, ids, rows.map((row) => row.mail.split("@")[1])],
  );
  await database.query(
    `insert into customer_code (workspace_id, id, customer_id, system, code, created_at)
     select $1, gen_random_uuid(), u.id, '得意先コード', u.code, now() from unnest($2::uuid[], $3::text[]) as u (id, code)`,
    [workspaceId, ids, rows.map((row) => row.code)],
  );
  await database.query(
    `insert into history_entry (workspace_id, id, customer_id, kind, direction, occurred_at, recorded_at, author_id,
                                recorder_id, body, surface)
     select $1, gen_random_uuid(), u.id, 'call', 'out', now() - (n || ' days')::interval, now(), u.member_id,
            u.member_id, '単価の件で電話。来週あらためて見積を出すことになった', 'slack'
       from unnest($2::uuid[], $3::uuid[]) as u (id, member_id), generate_series(1, $4::int) as n`,
    [workspaceId, ids, owners, history],
  );
  await database.query(
    `insert into next_action (workspace_id, id, customer_id, kind, title, due_on, owner_id, created_at)
     select $1, gen_random_uuid(), u.id, 'promise', '見積提出', current_date + 3, u.member_id, now()
       from unnest($2::uuid[], $3::uuid[]) as u (id, member_id)`,
    [workspaceId, ids, owners],
  );
  await database.query(
    `insert into ownership (workspace_id, id, customer_id, member_id, role, since)
     select $1, gen_random_uuid(), u.id, u.member_id, 'owner', now()
       from unnest($2::uuid[], $3::uuid[]) as u (id, member_id)`,
    [workspaceId, ids, owners],
  );
}
