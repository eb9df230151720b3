import { z } from "zod";
import { aliasKinds, contactKinds, customerKinds } from "../customers/index.ts";

const text = z.string();
const textOrNull = z.string().nullable();
const ref = z.object({ id: z.uuid(), name: text });

export const profileShape = z.object({
  customer: z.object({
    id: z.uuid(),
    kind: z.enum(customerKinds),
    name: text,
    nameKana: textOrNull,
    honorific: textOrNull,
    department: textOrNull,
    title: textOrNull,
    roles: z.array(text),
    prefecture: textOrNull,
    city: textOrNull,
    url: textOrNull,
    note: textOrNull,
    extra: z.record(text, text),
    corporateNumber: textOrNull,
    version: z.int(),
    state: text,
    mergedIntoId: textOrNull,
    relationSince: textOrNull,
    parent: ref.nullable(),
  }),
  sites: z.array(ref),
  people: z.array(ref.extend({ department: textOrNull, title: textOrNull, honorific: textOrNull })),
  contactPoints: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(contactKinds),
      value: text,
      normalized: text,
      extension: textOrNull,
      isPrimary: z.boolean(),
      label: textOrNull,
    }),
  ),
  codes: z.array(z.object({ system: text, code: text })),
  aliases: z.array(z.object({ kind: z.enum(aliasKinds), name: text })),
  /** Its own, else those of the site or company that it belongs to. */
  owners: z.array(
    z.object({ customerId: z.uuid(), memberId: z.uuid(), name: text, role: text, status: text, since: text }),
  ),
  nextActions: z.array(
    z.object({
      id: z.uuid(),
      customerId: textOrNull,
      kind: text,
      title: text,
      dueOn: textOrNull,
      dueTime: textOrNull,
      duePrecision: text,
      ownerId: z.uuid(),
      ownerName: textOrNull,
      needsReview: z.boolean(),
      asTyped: textOrNull,
      version: z.int(),
    }),
  ),
  history: z.array(
    z.object({
      id: z.uuid(),
      customerId: z.uuid(),
      customerName: textOrNull,
      kind: text,
      direction: textOrNull,
      result: textOrNull,
      occurredAt: text,
      occurredUntil: textOrNull,
      precision: text,
      recordedAt: text,
      authorId: textOrNull,
      authorName: textOrNull,
      recorderId: textOrNull,
      recorderName: textOrNull,
      title: textOrNull,
      body: text,
      flags: z.array(text),
      surface: text,
      refType: textOrNull,
      refId: textOrNull,
      externalId: textOrNull,
      version: z.int(),
    }),
  ),
  openHandover: z.object({ id: z.uuid(), state: text, toMemberId: z.uuid(), toName: textOrNull }).nullable(),
});
export type Profile = z.output<typeof profileShape>;
