import type { TableRule } from "../kernel/tables.ts";

const ofImports = { workspace: "workspace_id", merge: "keep", backup: true } as const;

export const tables: readonly TableRule[] = [
  { table: "import", ...ofImports, customer: null, erase: "keep", disclose: false },
  // What a list said of a person is theirs too: the row stays as a count, its cells go.
  {
    table: "import_row",
    ...ofImports,
    customer: null,
    customerLists: ["customer_ids"],
    erase: "keep",
    blank: ["raw", "data"],
    disclose: true,
  },
  { table: "import_change", ...ofImports, customer: "customer_id", erase: "delete", disclose: false },
  { table: "column_mapping", ...ofImports, customer: null, erase: "keep", disclose: false },
];
