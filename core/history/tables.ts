import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "history_entry",
    workspace: "workspace_id",
    customer: "customer_id",
    customerLists: ["contact_ids"],
    merge: "move",
    erase: "delete",
    disclose: true,
    backup: true,
  },
];
