import { z } from "zod";
import { day, namedCustomer, typedText } from "../history/index.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { amountOf } from "./amount.ts";

const text = typedText(500).nullish();
const money = z.number().min(-1e14).max(1e14).nullish();

const Input = z.object({
  customerId: z.uuid(),
  /** 品目 */
  item: text,
  /** Below zero for goods that came back. */
  quantity: z.number().min(-1e12).max(1e12).nullish(),
  /** 個, 本, kg, as written. */
  unit: typedText(40).nullish(),
  /** In yen, as it was then. */
  unitPrice: money,
  /** In yen; quantity × unit price when absent. */
  amount: money,
  purchasedOn: day,
  deliveredOn: day.nullish(),
  note: typedText(20_000).nullish(),
  /** Who of ours sold it. */
  memberId: z.uuid().nullish(),
  /** Id of the line outside (an order's number and line): the same one is kept once. */
  externalId: typedText(1_000).nullish(),
});

/**
 * Keeps what a customer bought; of a merged customer, with the one it became.
 * Errors: `customer_not_found`, `member_not_found`, `purchase_says_nothing`, `already_purchased` (same `externalId`).
 */
export const addPurchase = defineOperation({
  name: "purchases.add",
  summary: "Keeps what a customer bought: item, quantity, unit price, day.",
  input: Input,
  output: z.object({ purchaseId: z.uuid() }),
  permission: "purchases.write",
  http: { method: "post", path: "/v1/customers/{customerId}/purchases", status: 201 },
  async run(context, input) {
    const purchase = purchaseOf(input);
    if (!purchase.item && purchase.amount === null) throw new EnishiError("purchase_says_nothing");
    const purchaseId = context.newId();
    const customerId = await insert(context, purchaseId, input.customerId, purchase);
    context.changed({
      entity: "purchase",
      entityId: purchaseId,
      customerId,
      before: null,
      after: { ...purchase, customerId },
    });
    context.emit("purchases.added", { purchaseId, customerId });
    return { purchaseId };
  },
});

function purchaseOf(input: z.output<typeof Input>) {
  const { purchasedOn, quantity = null, unitPrice = null, amount } = input;
  return {
    item: input.item || null,
    quantity,
    unit: input.unit || null,
    unitPrice,
    amount: amount ?? amountOf(quantity, unitPrice),
    purchasedOn,
    deliveredOn: input.deliveredOn ?? null,
    note: input.note || null,
    memberId: input.memberId ?? null,
    externalId: input.externalId || null,
  };
}

async function insert(
  context: OperationContext,
  id: string,
  asked: string,
  purchase: ReturnType<typeof purchaseOf>,
): Promise<string> {
  const [row] = await context.db.query<{ customerId: string | null; member: boolean; written: boolean }>(
    `with recursive ${namedCustomer("$3")}, target as (
       select c.id from customer c
        where c.workspace_id = $1 and c.id = (select id from named where state = 'active' limit 1) and c.state = 'active'
          for key share of c
     ), seller as (
       select $12::uuid is null
           or exists (select 1 from member where workspace_id = $1 and id = $12::uuid) as known
     ), written as (
       insert into purchase (workspace_id, id, customer_id, item, quantity, unit, unit_price, amount, purchased_on,
                             delivered_on, note, member_id, recorder_id, recorded_at, external_id)
       select $1, $2, t.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15 from target t, seller s where s.known
       on conflict (workspace_id, external_id) do nothing
       returning 1
     )
     select (select id from target) as "customerId", (select known from seller) as member,
            exists (select 1 from written) as written`,
    [
      context.workspaceId,
      id,
      asked,
      purchase.item,
      purchase.quantity,
      purchase.unit,
      purchase.unitPrice,
      purchase.amount,
      purchase.purchasedOn,
      purchase.deliveredOn,
      purchase.note,
      purchase.memberId,
      context.actor.memberId,
      context.now,
      purchase.externalId,
    ],
  );
  if (!row?.customerId) throw new EnishiError("customer_not_found", {}, { field: "customerId" });
  if (!row.member) throw new EnishiError("member_not_found", {}, { field: "memberId" });
  if (!row.written) throw new EnishiError("already_purchased", {}, { field: "externalId" });
  return row.customerId;
}
