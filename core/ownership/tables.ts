import type { TableRule } from "../kernel/tables.ts";

export const tables: readonly TableRule[] = [
  {
    table: "ownership",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "move",
    erase: "delete",
    disclose: true,
    backup: true,
  },
  // A handover speaks of many customers: of an erased one its brief and what was asked must not tell anything more.
  {
    table: "handover",
    workspace: "workspace_id",
    customer: null,
    merge: "keep",
    erase: "keep",
    blank: ["brief", "note"],
    disclose: true,
    backup: true,
  },
  {
    table: "handover_customer",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "keep",
    erase: "delete",
    disclose: false,
    backup: true,
  },
  {
    table: "handover_message",
    workspace: "workspace_id",
    customer: null,
    merge: "keep",
    erase: "keep",
    blank: ["body"],
    disclose: true,
    backup: true,
  },
];
