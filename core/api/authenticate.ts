import { createMiddleware } from "hono/factory";
import type { Core } from "../core.ts";
import type { CallContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { sha256 } from "../kernel/ids.ts";
import { findByToken } from "../members/index.ts";
import { localeOf } from "./problem.ts";

export interface ApiVariables {
  Variables: { requestId: string; call: CallContext };
}

/** Finds whose token it is. Error: `unauthorized`, the same for a missing, a malformed and a revoked one. */
export function authenticate(core: Core) {
  return createMiddleware<ApiVariables>(async (c, next) => {
    const token = /^Bearer\s+(\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    const found = token
      ? await core.kernel.recently.get(`token ${sha256(token)}`, () => findByToken(core.database, token))
      : null;
    if (!found) throw new EnishiError("unauthorized");
    c.set("call", {
      workspaceId: found.workspaceId,
      actor: { kind: "member", memberId: found.memberId },
      surface: "api",
      locale: localeOf(c.req.header("Accept-Language")),
      requestId: c.get("requestId"),
    });
    await next();
  });
}
