import { createMiddleware } from "hono/factory";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { EnishiError } from "../kernel/errors.ts";
import type { ApiVariables } from "./authenticate.ts";

/**
 * At most `perMinute` calls a minute for one member, counted in this process. It guards against a runaway script; it
 * is no defence against a flood, which belongs before the server.
 */
export function rateLimit(perMinute: number) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return createMiddleware<ApiVariables>(async (c, next) => {
    const { actor, workspaceId } = c.get("call");
    const who = actor.kind === "member" ? actor.memberId : actor.kind;
    try {
      await limiter.consume(`${workspaceId}:${who}`);
    } catch (refusal) {
      const wait = (refusal as RateLimiterRes).msBeforeNext;
      throw new EnishiError("rate_limited", { seconds: Math.ceil(wait / 1000) });
    }
    await next();
  });
}
