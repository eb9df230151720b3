import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/** The header that carries the page's token. */
export const TOKEN_HEADER = "x-playground-token";

/**
 * Lets in the page of this server only. A name that another site made to point at this machine (DNS rebinding) is
 * refused by its Host header; another site's form or script by Origin, Sec-Fetch-Site and the token that only our page
 * knows. Reading needs the right Host, changing needs all of them.
 */
export function guard(parts: { token: string; origin: string; publicUrl: string }): MiddlewareHandler {
  const allowed = new Set([parts.origin, parts.publicUrl].flatMap(namesOf));
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!allowed.has(host.toLowerCase())) return c.text("This host name is not ours.", 403);
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const ours =
      (origin === undefined || (URL.canParse(origin) && allowed.has(new URL(origin).host))) &&
      (site === undefined || site === "same-origin") &&
      same(c.req.header(TOKEN_HEADER) ?? "", parts.token);
    if (!ours) return c.text("Only the playground's own page may do this.", 403);
    return next();
  };
}

/** The host as given, and the other names of this machine on the same port. */
function namesOf(address: string): string[] {
  const { host, port, protocol } = new URL(address);
  const suffix = port === "" ? "" : `:${port}`;
  const loopback = protocol === "http:" ? [`localhost${suffix}`, `127.0.0.1${suffix}`, `[::1]${suffix}`] : [];
  return [host, ...loopback];
}

function same(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
