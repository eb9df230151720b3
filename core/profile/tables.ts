import type { TableRule } from "../kernel/tables.ts";

/** Read-only: it has no table of its own. */
export const tables: readonly TableRule[] = [];
