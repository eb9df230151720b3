import { z } from "zod";
import { customerKinds } from "../customers/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import { defineQuery } from "../kernel/operation.ts";
import { nearestOwners } from "./nearest-owners.ts";
import { cursorOf, parseCursor } from "./search/cursor.ts";
import { COUNTED, findHits } from "./search/find-hits.ts";
import type { HitRow, HitsRow } from "./search/hit-row.ts";
import { matchedBy, matchedKinds } from "./search/matched.ts";
import { findOwners } from "./search/owners.ts";
import { parseQuery, type SearchQuery } from "./search/parse-query.ts";

const hit = z.object({
  customerId: z.uuid(),
  kind: z.enum(customerKinds),
  name: z.string(),
  parentName: z.string().nullable(),
  prefecture: z.string().nullable(),
  /** 営業担当: its own, else those of the company it belongs to. */
  ownerNames: z.array(z.string()),
  /** Day of the last contact, its people's included; notes do not count. */
  lastContactOn: z.string().nullable(),
  matched: z.enum(matchedKinds),
  matchedText: z.string(),
  mine: z.boolean(),
});
export type SearchHit = z.output<typeof hit>;

/**
 * Finds customers by any part of a name, former name, nickname or reading (one letter up, any width, old or new kanji,
 * with or without the legal form), by code, by digits of a phone number, by mail address. One's own come first, then by
 * reading. A merged record answers with the customer it became. Error: `invalid_cursor`.
 */
export const searchCustomers = defineQuery({
  name: "profile.search",
  summary: "Find customers by any part of a name or reading, by code, phone digits or mail address.",
  input: z.object({
    q: z.string().max(200).default(""),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(1_000).optional(),
    /** Only customers of this member. */
    ownerId: z.uuid().optional(),
  }),
  output: z.object({
    items: z.array(hit),
    /** How many there are, counted to 101. */
    total: z.int(),
    totalIsCapped: z.boolean(),
    nextCursor: z.string().nullable(),
  }),
  permission: "customers.read",
  http: { method: "get", path: "/v1/customers" },
  async run(context, input) {
    const query = parseQuery(input.q);
    const after = parseCursor(input.cursor);
    const named = query.owner ? await findOwners(context, query.owner) : null;
    const ownerIds = input.ownerId ? [input.ownerId] : named;
    const found = await findHits(context, query, { limit: input.limit + 1, after, ownerIds });
    const rows = found.hits ?? [];
    const page = rows.slice(0, input.limit);
    const shown = new Set<string>();
    const items = page.flatMap((row) => {
      const { customerId } = row;
      if (customerId === null || shown.has(customerId)) return [];
      shown.add(customerId);
      return [hitOf({ ...row, customerId }, found, context, query)];
    });
    context.shows([...shown]);
    const { total } = found;
    const last = page.at(-1);
    return {
      items,
      total: Math.min(total, COUNTED),
      totalIsCapped: total > COUNTED,
      nextCursor:
        rows.length > input.limit && last ? cursorOf([last.rank, last.sortKey, last.foundId]) : null,
    };
  },
});

function hitOf(
  row: HitRow & { customerId: string },
  found: HitsRow,
  context: QueryContext,
  query: SearchQuery,
): SearchHit {
  const owners = nearestOwners(found.owners ?? [], [row.customerId, row.parentId, row.houseId]);
  return {
    customerId: row.customerId,
    kind: row.kind,
    name: row.name,
    parentName: row.parentName,
    prefecture: row.prefecture,
    ownerNames: owners
      .filter((owner) => OWNING.includes(owner.role))
      .map((owner) => found.members?.[owner.memberId] ?? ""),
    lastContactOn: row.lastContactOn,
    mine: owners.some((owner) => owner.memberId === context.actor.memberId),
    ...matchedBy(row, found, query),
  };
}

const OWNING: readonly string[] = ["owner", "interim"];
