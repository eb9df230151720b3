import type { TableRule } from "../kernel/tables.ts";

const ofCustomer = {
  workspace: "workspace_id",
  customer: "customer_id",
  merge: "move",
  erase: "delete",
} as const;

export const tables: readonly TableRule[] = [
  // The row of a merged record stays and points to the survivor; the row of an erased one stays, emptied.
  {
    table: "customer",
    workspace: "workspace_id",
    customer: "id",
    merge: "keep",
    erase: "keep",
    blank: [
      "name",
      "name_kana",
      "honorific",
      "department",
      "title",
      "corporate_number",
      "invoice_number",
      "prefecture",
      "city",
      "url",
      "note",
      "extra",
      "match_key",
      "sort_key",
    ],
    disclose: true,
    backup: true,
  },
  { table: "customer_search", ...ofCustomer, merge: "rebuild", disclose: false, backup: false },
  { table: "customer_match", ...ofCustomer, merge: "rebuild", disclose: false, backup: false },
  { table: "customer_name", ...ofCustomer, once: { columns: ["name"] }, disclose: true, backup: true },
  {
    table: "contact_point",
    ...ofCustomer,
    once: { columns: ["kind", "normalized", "extension"] },
    disclose: true,
    backup: true,
  },
  {
    table: "customer_code",
    ...ofCustomer,
    once: { columns: ["system", "code"] },
    disclose: true,
    backup: true,
  },
  {
    table: "customer_domain",
    ...ofCustomer,
    key: ["domain"],
    once: { columns: ["domain"] },
    disclose: true,
    backup: true,
  },
];
