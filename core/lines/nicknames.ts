import { addAlias } from "../customers/index.ts";
import { companyKey, foldText } from "../japanese/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { performWithin } from "../kernel/operation.ts";
import type { Question } from "./reading/index.ts";

/**
 * Learns what people call a customer once someone said whom they meant (まるはち → 丸八金属), so that it is asked once.
 * Part of a name that the customer has anyway teaches nothing; nor does a word that would fit any customer.
 */
export async function learnNickname(
  context: OperationContext,
  question: Extract<Question, { kind: "customer" | "unknown_customer" }>,
  customerId: string,
): Promise<void> {
  const key = companyKey(question.text);
  if (question.entry === null || [...key].length < 2 || [...question.text].length > 40) return;
  const candidates = question.kind === "customer" ? question.customerIds : [];
  const names = await context.db.query<{ name: string }>(
    `select c.name from customer c where c.workspace_id = $1 and c.id = any($2::uuid[])
     union all select c.name_kana from customer c
      where c.workspace_id = $1 and c.id = any($2::uuid[]) and c.name_kana is not null
     union all select a.name from customer_name a where a.workspace_id = $1 and a.customer_id = any($2::uuid[])`,
    [context.workspaceId, [customerId, ...candidates]],
  );
  if (names.some(({ name }) => foldText(name).includes(key))) return;
  await performWithin(context, addAlias, { customerId, kind: "nickname", name: question.text });
}
