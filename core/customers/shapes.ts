import { z } from "zod";

export const customerKinds = ["company", "site", "person"] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** 得意先 customer, 仕入先 supplier, 納入先 ship_to, 請求先 bill_to, 見込み客 lead, 取引停止 on_hold */
export const customerRoles = ["customer", "supplier", "ship_to", "bill_to", "lead", "on_hold"] as const;
export const contactKinds = ["mail", "phone", "mobile", "fax", "line", "url", "address"] as const;
export type ContactKind = (typeof contactKinds)[number];
export const aliasKinds = ["alias", "former", "nickname", "spelling"] as const;
export type AliasKind = (typeof aliasKinds)[number];

const short = z.string().trim().max(200);
const name = short.min(1);
const day = z.iso.date();

export const contactPointFields = z.object({
  kind: z.enum(contactKinds),
  value: z.string().trim().min(1).max(500),
  label: short.nullish(),
});
export type ContactPointFields = z.output<typeof contactPointFields>;

export const codeFields = z.object({ system: short.default(""), code: name });
export const aliasFields = z.object({ kind: z.enum(aliasKinds).default("alias"), name });

/** What stands in the customer's own row. */
export const customerFields = z.object({
  name,
  nameKana: short.nullish(),
  parentId: z.uuid().nullish(),
  roles: z.array(z.enum(customerRoles)).max(6).optional(),
  department: short.nullish(),
  title: short.nullish(),
  honorific: short.nullish(),
  corporateNumber: short.nullish(),
  invoiceNumber: short.nullish(),
  prefecture: short.nullish(),
  city: short.nullish(),
  url: z.string().trim().max(500).nullish(),
  note: z.string().trim().max(10_000).nullish(),
  relationSince: day.nullish(),
  /** Yearly money of the relationship, in yen. */
  amount: z.number().nullish(),
  /** Columns that nobody foresaw (その他). */
  extra: z.record(z.string().max(200), z.string().max(2_000)).optional(),
  purpose: short.nullish(),
  source: short.nullish(),
});
export type CustomerFields = z.output<typeof customerFields>;

export const customerRef = z.object({ customerId: z.uuid() });
export const customerVersion = customerRef.extend({ version: z.int() });
