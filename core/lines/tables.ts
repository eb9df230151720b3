import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  // What was typed may name several customers: their ids stand inside the reading and in the rows that it wrote.
  {
    table: "line",
    workspace: "workspace_id",
    customer: null,
    merge: "keep",
    erase: "keep",
    blank: ["text", "reading"],
    disclose: true,
    backup: true,
  },
];
