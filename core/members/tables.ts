import type { TableRule } from "../kernel/tables.ts";

const ofMembers = { customer: null, merge: "keep", erase: "keep", disclose: false } as const;

export const tables: readonly TableRule[] = [
  { table: "member", workspace: "workspace_id", ...ofMembers, backup: true },
  { table: "member_identity", workspace: "workspace_id", ...ofMembers, backup: true },
  { table: "link_code", workspace: "workspace_id", ...ofMembers, backup: false },
  { table: "api_token", workspace: "workspace_id", ...ofMembers, backup: true },
];
