import { z } from "zod";
import { defineOperation, EnishiError } from "../../index.ts";
import { cautionRecord } from "./mark.ts";

/** Takes a caution off the profile; the entry stays in the history. Error: `caution_not_found`. */
export const resolveCaution = defineOperation({
  name: "caution.resolve",
  summary: "Takes a caution off the profile; the entry stays in the history.",
  input: z.object({ key: z.uuid() }),
  output: z.object({ key: z.string() }),
  permission: "caution.write",
  http: { method: "post", path: "/v1/cautions/{key}/resolve" },
  run: async (context, { key }) => {
    const found = cautionRecord.safeParse(await context.records.get(key));
    if (!found.success) throw new EnishiError("caution_not_found");
    await context.records.remove(key);
    const { customerId } = found.data;
    context.changed({ entity: "caution", entityId: key, customerId, before: found.data, after: null });
    return { key };
  },
});
