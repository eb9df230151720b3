import type { FrontContext } from "./context.ts";
import { botUser, formatUser } from "./directory.ts";
import type { ApiAnswer } from "./emulator.ts";
import type { Method } from "./methods-chat.ts";

/** The people, with the parts (guest, owner, time zone) that the emulator does not know. */
export const userMethods: Record<string, Method> = {
  "users.info": (front, { user }) =>
    needs(front, "users:read", () => {
      const found = everybody(front).find(({ id }) => id === user);
      return found ? { ok: true, user: told(front, found) } : { ok: false, error: "user_not_found" };
    }),
  "users.list": (front, { limit, cursor }) =>
    needs(front, "users:read", () => {
      const start = Number(cursor) || 0;
      const end = start + (Number(limit) || 1000);
      const all = everybody(front);
      return {
        ok: true,
        members: all.slice(start, end).map((user) => told(front, user)),
        response_metadata: { next_cursor: end < all.length ? String(end) : "" },
      };
    }),
  "users.lookupByEmail": (front, { email }) =>
    needs(front, "users:read.email", () => {
      const wanted = String(email ?? "").toLowerCase();
      const found = front.users.find((user) => !user.deleted && user.email.toLowerCase() === wanted);
      return found && wanted !== ""
        ? { ok: true, user: told(front, found) }
        : { ok: false, error: "users_not_found" };
    }),
};

function everybody(front: FrontContext) {
  return [...front.users, botUser];
}

function told(front: FrontContext, user: FrontContext["users"][number]) {
  return formatUser(user, { withEmail: front.scopes.includes("users:read.email") });
}

function needs(front: FrontContext, scope: string, answer: () => ApiAnswer): ApiAnswer {
  if (front.scopes.includes(scope)) return answer();
  return { ok: false, error: "missing_scope", needed: scope, provided: front.scopes.join(",") };
}
