import { findAlike, loadMatchRecords } from "../customers/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import type { Statements } from "../kernel/database.ts";
import { blockingKeys, decideRows, type MatchRecord, type Reason, searchKeys } from "../matching/index.ts";
import { orderedPair } from "./follow-pairs.ts";
import { reasonKeyOf } from "./reason-key.ts";

export interface FoundPair {
  a_id: string;
  b_id: string;
  score: number;
  reasons: readonly Reason[];
}

/** Of a key that more customers share (a chain, a building) the first ones are compared. */
const SHARED_BY_MANY = 40;

/** Of a customer that very many are near to, the nearest are asked about: nobody answers hundreds of questions about it. */
const ASKED_ABOUT = 5;

/**
 * Whom these customers could be. Companies and people on their own are weighed as a row of a list is; contacts and sites
 * are held against those of the same company that are called the same.
 */
export async function findPairs(
  db: Statements,
  workspaceId: string,
  rows: readonly { id: string; isSubject: boolean }[],
): Promise<FoundPair[]> {
  const subjects = rows.filter((row) => row.isSubject).map((row) => row.id);
  const members = rows.filter((row) => !row.isSubject).map((row) => row.id);
  return [
    ...(subjects.length > 0 ? await weigh(db, workspaceId, subjects) : []),
    ...(members.length > 0 ? await sameInHouse(db, workspaceId, members) : []),
  ];
}

async function weigh(db: Statements, workspaceId: string, subjects: readonly string[]): Promise<FoundPair[]> {
  const own = await loadMatchRecords(db, workspaceId, subjects);
  const alike = await findAlike(db, workspaceId, own.map(searchKeys));
  const there = new Set(subjects);
  const others = await loadMatchRecords(
    db,
    workspaceId,
    alike.filter((id) => !there.has(id)),
  );
  const book = new Map<string, MatchRecord[]>();
  const byKey = new Map<string, Set<string>>();
  for (const record of new Set([...own, ...others])) {
    book.set(record.id, [...(book.get(record.id) ?? []), record]);
    for (const key of blockingKeys(record)) byKey.set(key, (byKey.get(key) ?? new Set()).add(record.id));
  }
  return own.flatMap((record) => {
    const near = blockingKeys(record).flatMap((key) => [...byKey.get(key)!].slice(0, SHARED_BY_MANY));
    const candidates = [...new Set(near)]
      .filter((id) => id !== record.id)
      .flatMap((id) => book.get(id) ?? []);
    const [decision] = decideRows([{ row: 0, record, known: [] }], candidates);
    if (!decision || decision.verdict === "new") return [];
    const ids = decision.verdict === "same" ? [decision.id] : decision.ids.slice(0, ASKED_ABOUT);
    const { score, reasons } = decision;
    return ids.map((id) => ({ ...orderedPair(record.id, id), score, reasons }));
  });
}

/** 木村様 twice in one company, 大阪支店 twice. */
async function sameInHouse(
  db: Statements,
  workspaceId: string,
  ids: readonly string[],
): Promise<FoundPair[]> {
  const rows = await db.query<{ id: string; otherId: string; kind: string; name: string }>(
    `select c.id, o.id as "otherId", c.kind, c.name from customer c
       join customer o on o.workspace_id = $1 and o.parent_id = c.parent_id and o.match_key = c.match_key
                      and o.kind = c.kind and o.state = 'active' and o.id <> c.id
      where c.workspace_id = $1 and c.id = any($2::uuid[])`,
    [workspaceId, ids],
  );
  return rows.map(
    ({ id, otherId, kind, name }): FoundPair => ({
      ...orderedPair(id, otherId),
      score: 0.8,
      reasons: [
        { code: kind === "person" ? "person_name" : "name_same", weight: 0.5, params: { a: name, b: name } },
        { code: "employer", weight: 0.3, params: {} },
      ],
    }),
  );
}

/** Pairs that people were asked about before are left as they are. Says how many were new. */
export async function insertPairs(context: OperationContext, pairs: readonly FoundPair[]): Promise<number> {
  if (pairs.length === 0) return 0;
  const once = new Map(pairs.map((pair) => [`${pair.a_id} ${pair.b_id}`, pair]));
  const rows = [...once.values()].map((pair) => ({
    ...pair,
    reason_key: reasonKeyOf(pair.reasons),
  }));
  const inserted = await context.db.query(
    `insert into duplicate_pair (workspace_id, a_id, b_id, score, reasons, reason_key, created_at)
     select $1, a_id, b_id, score, reasons, reason_key, $2 from jsonb_populate_recordset(null::duplicate_pair, $3)
     on conflict do nothing returning 1`,
    [context.workspaceId, context.now, JSON.stringify(rows)],
  );
  return inserted.length;
}
