import { z } from "zod";
import { customerKinds } from "../customers/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import { defineQuery } from "../kernel/operation.ts";
import { findCandidates } from "./book/candidates.ts";
import { loadBookRows } from "./book/load.ts";
import { namedByNumber } from "./book/numbers.ts";

const names = z.array(z.string());

const book = z.object({
  customers: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(customerKinds),
      name: z.string(),
      names,
      parentId: z.uuid().nullable(),
      ownerIds: z.array(z.uuid()),
      prefecture: z.string().nullable(),
    }),
  ),
  people: z.array(
    z.object({
      id: z.uuid(),
      customerId: z.uuid(),
      name: z.string(),
      names,
      title: z.string().nullable(),
      department: z.string().nullable(),
    }),
  ),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      names,
      slackUserId: z.string().nullable(),
      active: z.boolean(),
    }),
  ),
});
export type LoadedBook = z.output<typeof book>;

/**
 * Whom a typed line may be about, for the line reader: customers whose names begin somewhere in the text (one's own
 * first), or whose code or telephone number stands in it, their sites and people, and all colleagues. A small ledger
 * comes whole. A number that names a customer is among its `names`.
 */
export const loadBook = defineQuery({
  name: "profile.book",
  summary: "The customers, people and colleagues that a line of text may name.",
  input: z.object({ text: z.string().max(20_000) }),
  output: book,
  permission: "customers.read",
  run: (context, input) => bookFor(context, input.text),
});

/** The same for a noun that is already inside an operation, on that operation's own connection. */
export async function bookFor(context: QueryContext, text: string): Promise<LoadedBook> {
  const [numbered, candidates] = await Promise.all([
    namedByNumber(context, text),
    findCandidates(context, text),
  ]);
  const named = [...numbered.map(({ customerId }) => customerId), ...candidates];
  const rows = await loadBookRows(context, [...new Set(named)]);
  const customers = (rows.customers ?? []).map((customer) => {
    const numbers = numbered.filter(({ customerId }) => customerId === customer.id);
    return numbers.length === 0
      ? customer
      : { ...customer, names: [...customer.names, ...numbers.map((one) => one.text)] };
  });
  return { customers, people: rows.people ?? [], members: rows.members ?? [] };
}
