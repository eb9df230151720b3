export const roles = ["admin", "manager", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

/** `noun.verb` words; a plugin adds its own and says which roles have them. */
export type Permission = string;

/** Which roles a permission of core is given to. Record-level rules (whose customer it is) are the operation's own. */
export const corePermissions: Record<Permission, readonly Role[]> = {
  "customers.read": ["admin", "manager", "member", "viewer"],
  "customers.write": ["admin", "manager", "member"],
  "history.read": ["admin", "manager", "member", "viewer"],
  "history.write": ["admin", "manager", "member"],
  "next_actions.read": ["admin", "manager", "member", "viewer"],
  "next_actions.write": ["admin", "manager", "member"],
  "ownership.read": ["admin", "manager", "member", "viewer"],
  "ownership.write": ["admin", "manager", "member"],
  "purchases.read": ["admin", "manager", "member", "viewer"],
  "purchases.write": ["admin", "manager", "member"],
  "imports.read": ["admin", "manager", "member"],
  "imports.write": ["admin", "manager", "member"],
  "exports.read": ["admin", "manager"],
  "duplicates.read": ["admin", "manager", "member", "viewer"],
  "duplicates.write": ["admin", "manager", "member"],
  "members.read": ["admin", "manager", "member", "viewer"],
  "members.write": ["admin"],
  "audit.read": ["admin", "manager"],
  "workspace.write": ["admin"],
  "tokens.write": ["admin"],
};
