import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "history_entry",
    workspace: "workspace_id",
    customer: "customer_id",
    customerLists: ["contact_ids"],
    merge: "move",
    // The same mail, logged at both.
    once: { columns: ["external_id"], when: "t.external_id is not null and t.cancelled_at is null" },
    erase: "delete",
    disclose: true,
    backup: true,
  },
];
