import { z } from "zod";
import { decodeCursor, encodeCursor, pageLimit, uuidPattern } from "../history/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import { defineQuery } from "../kernel/operation.ts";
import { bothStand } from "./both-stand.ts";
import { pickHouse, pickKeep } from "./pick-keep.ts";
import { loadSides, Side } from "./sides.ts";

export const pairStates = ["open", "same", "site", "different", "unsure"] as const;

const ReasonShape = z.object({
  /** Its text is `duplicates.reason.<code>`. */
  code: z.string(),
  weight: z.number(),
  params: z.record(z.string(), z.string()),
});

const Pair = z.object({
  aId: z.uuid(),
  bId: z.uuid(),
  score: z.number(),
  /** What counts most for it first, what counts most against it last. */
  reasons: z.array(ReasonShape),
  reasonKey: z.string(),
  state: z.enum(pairStates),
  importId: z.uuid().nullable(),
  createdAt: z.string(),
  decidedAt: z.string().nullable(),
  version: z.int(),
  a: Side,
  b: Side,
  /** Which of the two stays at 同じ, and which is the company at 別拠点, when nobody says otherwise. */
  keepId: z.uuid(),
  houseId: z.uuid(),
});
export type DuplicatePair = z.output<typeof Pair>;

const input = z.object({
  state: z.enum(pairStates).default("open"),
  reasonKey: z.string().max(1_000).optional(),
  importId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  limit: pageLimit.default(20),
  cursor: z.string().max(500).optional(),
});

/**
 * Pairs of customers that may be the same, the likeliest first, with both sides and why; those of which one has been
 * merged or erased meanwhile are left out while they are open. `groups` counts them by their reasons, most first
 * (同じ理由の残りN件), on the first page. Error: `invalid_cursor`.
 */
export const listDuplicates = defineQuery({
  name: "duplicates.list",
  summary: "Pairs of customers that may be the same, the likeliest first, with the reasons.",
  input,
  output: z.object({
    items: z.array(Pair),
    /** Without the cursor; by the same filters. */
    groups: z.array(z.object({ reasonKey: z.string(), count: z.int() })),
    total: z.int().nullable(),
    nextCursor: z.string().nullable(),
  }),
  permission: "duplicates.read",
  http: { method: "get", path: "/v1/duplicates" },
  async run(context, asked) {
    const rows = await page(context, asked);
    const shown = rows.slice(0, asked.limit);
    const sides = await loadSides(
      context.db,
      context.workspaceId,
      shown.flatMap((row) => [row.aId, row.bId]),
    );
    const items = shown.flatMap((row): DuplicatePair[] => {
      const a = sides.get(row.aId);
      const b = sides.get(row.bId);
      return a && b ? [{ ...row, a, b, keepId: pickKeep(a, b).id, houseId: pickHouse(a, b).id }] : [];
    });
    context.shows([...sides.keys()]);
    const last = shown.at(-1);
    const groups = asked.cursor ? [] : await countGroups(context, asked);
    return {
      items,
      groups: groups.slice(0, 50),
      total: asked.cursor ? null : groups.reduce((sum, group) => sum + group.count, 0),
      nextCursor:
        rows.length > asked.limit && last ? encodeCursor([String(last.score), last.aId, last.bId]) : null,
    };
  },
});

type Asked = z.output<typeof input>;

/** `$2` state … `$5` customer; an open pair stands only between two that are there. */
const meeting = (state: Asked["state"]) => `
    from duplicate_pair d
   where d.workspace_id = $1 and d.state = $2
     and ($3::text is null or d.reason_key = $3) and ($4::uuid is null or d.import_id = $4)
     and ($5::uuid is null or $5 in (d.a_id, d.b_id))${state === "open" ? ` and ${bothStand}` : ""}`;

function filters(context: QueryContext, { state, reasonKey, importId, customerId }: Asked) {
  return [context.workspaceId, state, reasonKey ?? null, importId ?? null, customerId ?? null];
}

type PairRow = Omit<DuplicatePair, "a" | "b" | "keepId" | "houseId">;

function page(context: QueryContext, asked: Asked): Promise<PairRow[]> {
  const after = asked.cursor
    ? decodeCursor(asked.cursor, [/^[\d.e-]+$/, uuidPattern, uuidPattern])
    : [null, null, null];
  return context.db.query<PairRow>(
    `select d.a_id as "aId", d.b_id as "bId", d.score, d.reasons, d.reason_key as "reasonKey", d.state,
            d.import_id as "importId", ${instant("d.created_at")} as "createdAt",
            ${instant("d.decided_at")} as "decidedAt", d.version ${meeting(asked.state)}
        and ($6::float8 is null or d.score < $6 or (d.score = $6 and (d.a_id, d.b_id) > ($7::uuid, $8::uuid)))
      order by d.score desc, d.a_id, d.b_id limit $9`,
    [...filters(context, asked), ...after, asked.limit + 1],
  );
}

function countGroups(context: QueryContext, asked: Asked): Promise<{ reasonKey: string; count: number }[]> {
  return context.db.query(
    `select d.reason_key as "reasonKey", count(*)::int as count ${meeting(asked.state)}
      group by d.reason_key order by 2 desc, 1`,
    filters(context, asked),
  );
}

function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
