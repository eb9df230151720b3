import type { TableRule } from "../kernel/tables.ts";

const bookkeeping = { workspace: "workspace_id", customer: null, merge: "keep", erase: "keep" } as const;

/** The kernel's own tables. */
export const kernelTables: readonly TableRule[] = [
  // Who changed what stays; what it said of an erased person is emptied.
  {
    table: "audit_entry",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "keep",
    erase: "keep",
    blank: ["before", "after"],
    disclose: true,
    backup: true,
  },
  { table: "access_log", ...bookkeeping, customerLists: ["customer_ids"], disclose: true, backup: true },
  { table: "domain_event", ...bookkeeping, disclose: false, backup: true },
  { table: "idempotency_key", ...bookkeeping, disclose: false, backup: true },
  { table: "outbox_message", ...bookkeeping, disclose: false, backup: true },
  { table: "connection", ...bookkeeping, disclose: false, backup: true },
  {
    table: "plugin_record",
    workspace: "workspace_id",
    customer: "customer_id",
    merge: "move",
    key: ["plugin", "key"],
    erase: "delete",
    disclose: true,
    backup: true,
  },
];
