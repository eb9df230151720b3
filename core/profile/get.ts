import { z } from "zod";
import { dialledDigits } from "../customers/index.ts";
import { parseEmail, parsePhone } from "../japanese/index.ts";
import type { QueryContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineQuery } from "../kernel/operation.ts";
import { type ProfileRow, profileOf } from "./profile-row.ts";
import { profileSql, type SubjectKey } from "./profile-sql.ts";
import { profileShape } from "./shapes.ts";

/**
 * Everything a card shows of one customer: facts, ways to reach it, owners, open next actions, newest history, by id,
 * mail address or phone number; one statement. A company's include those of its sites and people, a person's those of
 * where they belong. A merged record answers with the customer it became. Error: `customer_not_found`.
 */
export const getProfile = defineQuery({
  name: "profile.get",
  summary: "One customer with its people, owners, open next actions and newest history.",
  input: z
    .object({
      customerId: z.uuid().optional(),
      email: z.string().max(254).optional(),
      phone: z.string().max(60).optional(),
      historyLimit: z.coerce.number().int().min(0).max(200).default(20),
    })
    .refine((input) => input.customerId ?? input.email ?? input.phone, {
      message: "customerId, email or phone",
      path: ["customerId"],
    }),
  output: profileShape,
  permission: "customers.read",
  http: [
    { method: "get", path: "/v1/customers/{customerId}" },
    { method: "get", path: "/v1/profile" },
  ],
  async run(context, input) {
    let row = await load(context, keyOf(input), input.historyLimit);
    // Merges of merged records point on; a chain that long means a fault, not a customer.
    for (let step = 0; step < 20 && row?.subject.state === "merged" && row.subject.merged_into_id; step++) {
      row = await load(context, { by: "id", value: row.subject.merged_into_id }, input.historyLimit);
    }
    if (row?.subject.state !== "active")
      throw new EnishiError("customer_not_found", {}, { field: "customerId" });
    context.shows([row.subject.id]);
    return profileOf(row);
  },
});

function keyOf(input: { customerId?: string; email?: string; phone?: string }): SubjectKey {
  if (input.customerId) return { by: "id", value: input.customerId };
  if (input.email) return { by: "mail", value: parseEmail(input.email) ?? "" };
  const phone = input.phone ?? "";
  return { by: "phone", value: parsePhone(phone)?.e164 ?? dialledDigits(phone) };
}

async function load(
  context: QueryContext,
  key: SubjectKey,
  historyLimit: number,
): Promise<ProfileRow | null> {
  const seesAll = context.actor.role === "admin" || context.actor.role === "manager";
  const [row] = await context.db.query<ProfileRow>(
    profileSql(key.by),
    [context.workspaceId, key.value, historyLimit, seesAll],
    { prepared: true },
  );
  return row ?? null;
}
