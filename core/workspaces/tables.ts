import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "workspace",
    workspace: "id",
    customer: null,
    merge: "keep",
    erase: "keep",
    disclose: false,
    backup: true,
  },
];
