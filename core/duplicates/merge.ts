import { z } from "zod";
import { defineOperation } from "../kernel/operation.ts";
import { mergeCustomers } from "./merging.ts";
import { mergedFields } from "./surviving.ts";

const side = z.enum(["keep", "merge"]);

/**
 * Makes two customers one (まとめる): everything of `mergeId` goes to `keepId`, whose values survive by `survivingRules`
 * unless `choices` says otherwise; `duplicates.split` takes it back in full. `versions` are those that the person saw.
 * Errors: `merge_itself`, `merge_other_kind`, `merge_other_company`, `customer_not_found`, `customer_merged`,
 * `stale_copy`, `handover_open`, `try_again`.
 */
export const mergeDuplicates = defineOperation({
  name: "duplicates.merge",
  summary: "Merge one customer into another; it can be split back in full later.",
  input: z.object({
    keepId: z.uuid(),
    mergeId: z.uuid(),
    versions: z.object({ keep: z.int().optional(), merge: z.int().optional() }).optional(),
    choices: z.partialRecord(z.enum(mergedFields), side).optional(),
  }),
  output: z.object({
    /** Of the merge: `duplicates.split` names it. */
    id: z.uuid(),
    customerId: z.uuid(),
    version: z.int(),
    /** How many rows went to the survivor, by table. */
    moved: z.record(z.string(), z.int()),
  }),
  permission: "duplicates.write",
  http: { method: "post", path: "/v1/customers/{keepId}/merge" },
  run: async (context, input) => ({ customerId: input.keepId, ...(await mergeCustomers(context, input)) }),
});
