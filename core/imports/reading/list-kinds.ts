/** What the rows of a list are: customers, what was done with them (対応履歴), what they bought (購入履歴). */
export const listKinds = ["customers", "activities", "purchases"] as const;
export type ListKind = (typeof listKinds)[number];
