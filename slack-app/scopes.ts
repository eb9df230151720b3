/**
 * What the app may do, and why. Nothing is asked for in advance.
 * commands: /crm · chat:write: answers and handovers · im:write: opens the direct message they go to ·
 * users:read: tells members from guests and bots · users:read.email: joins a person with their seat by address
 */
export const BOT_SCOPES = ["commands", "chat:write", "im:write", "users:read", "users:read.email"] as const;
