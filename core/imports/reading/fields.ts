/** What a column of a customer list can be; null is その他, which follows the customer as it is. */
export const CUSTOMER_FIELDS = [
  "company",
  "companyKana",
  "person",
  "personKana",
  "lastName",
  "firstName",
  "department",
  "title",
  "email",
  "phone",
  "mobile",
  "fax",
  "postal",
  "prefecture",
  "city",
  "street",
  "building",
  "address",
  "url",
  "corporateNumber",
  "customerCode",
  "owner",
  "date",
  "amount",
  "note",
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

/** What only columns of past activities (対応履歴) and of purchases (購入履歴) can be. */
export const ENTRY_FIELDS = [
  "time",
  "subject",
  "activity",
  "item",
  "quantity",
  "unit",
  "unitPrice",
  "deliveryDate",
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What a column can be for people and programs. */
export const FIELDS = [...CUSTOMER_FIELDS, ...ENTRY_FIELDS] as const;
export type Field = CustomerField | EntryField;

/** What a column is to the reader: finer than `Field` where a row needs it. */
export type Use = CustomerUse | EntryField;

/** What says something of the customer of a row. */
export type CustomerUse =
  | CustomerField
  | "lastNameKana"
  | "firstNameKana"
  | "invoiceNumber"
  | "site"
  | "role"
  | "honorific"
  | "extension"
  | "phoneLabel"
  | "homePostal"
  | "homeAddress"
  | "homePhone"
  | "country";

/** Uses that rows know and people do not choose. */
const INNER: ReadonlySet<Use> = new Set<Use>([
  "site",
  "role",
  "honorific",
  "extension",
  "phoneLabel",
  "homePostal",
  "homeAddress",
  "homePhone",
  "country",
]);

/** The public name of a use; null for what has none. */
export function fieldOf(use: Use | null): Field | null {
  if (use === "lastNameKana" || use === "firstNameKana") return "personKana";
  if (use === "invoiceNumber") return "corporateNumber";
  return use === null || INNER.has(use) ? null : (use as Field);
}

/** Uses of which a list can have several columns, all of which are kept. */
export const MANY: ReadonlySet<Use> = new Set<Use>([
  "person",
  "personKana",
  "email",
  "phone",
  "mobile",
  "fax",
  "customerCode",
  "note",
  "street",
  "building",
  "role",
  "phoneLabel",
  "homeAddress",
  "homePhone",
]);

/** Where somebody is: an address, or a part of one. */
export const PLACE: ReadonlySet<Use> = new Set<Use>([
  "postal",
  "prefecture",
  "city",
  "street",
  "building",
  "address",
]);

export function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
