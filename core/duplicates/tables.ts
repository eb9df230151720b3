import type { TableRule } from "../kernel/tables.ts";

const ofDuplicates = { workspace: "workspace_id", disclose: false } as const;

export const tables: readonly TableRule[] = [
  {
    table: "duplicate_pair",
    ...ofDuplicates,
    customer: "a_id",
    merge: "keep",
    erase: "delete",
    backup: true,
  },
  {
    table: "customer_merge",
    ...ofDuplicates,
    customer: "kept_id",
    merge: "keep",
    erase: "keep",
    blank: ["before"],
    backup: true,
  },
];
