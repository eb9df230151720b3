import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "next_action",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "move",
    erase: "delete",
    disclose: true,
    backup: true,
  },
];
