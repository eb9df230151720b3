/** 購入履歴: what customers bought, one line of a slip each. */
export { addPurchase } from "./add.ts";
export { amountOf } from "./amount.ts";
export { listPurchases, type Purchase } from "./list.ts";
export { strings } from "./strings.ts";
export { tables } from "./tables.ts";
