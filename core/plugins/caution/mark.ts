import { z } from "zod";
import { defineOperation } from "../../index.ts";

/** What is kept of a caution. */
export const cautionRecord = z.object({
  historyId: z.uuid(),
  customerId: z.uuid(),
  text: z.string(),
  markedById: z.uuid().nullable(),
  markedByName: z.string(),
  markedAt: z.iso.datetime(),
});

/** Pins a history entry on top of its customer's profile. Marking the same entry again changes nothing. */
export const markCaution = defineOperation({
  name: "caution.mark",
  summary: "Pins a history entry (facts and how to act) on top of the customer's profile.",
  input: z.object({ customerId: z.uuid(), historyId: z.uuid(), text: z.string().trim().min(1).max(2_000) }),
  output: z.object({ key: z.string() }),
  permission: "caution.write",
  http: { method: "post", path: "/v1/customers/{customerId}/cautions", status: 201 },
  run: async (context, { customerId, historyId, text }) => {
    if (await context.records.get(historyId)) return { key: historyId };
    const record: z.output<typeof cautionRecord> = {
      historyId,
      customerId,
      text,
      markedById: context.actor.memberId,
      markedByName: context.actor.name,
      markedAt: context.now.toISOString(),
    };
    await context.records.put(historyId, record, customerId);
    context.changed({ entity: "caution", entityId: historyId, customerId, before: null, after: record });
    return { key: historyId };
  },
});
