import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "purchase",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "move",
    erase: "delete",
    disclose: true,
    backup: true,
  },
];
