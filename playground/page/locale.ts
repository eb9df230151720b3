import type { Context } from "hono";

/** The language of the page that asks: its script says so with every request. Japanese unless it is English. */
export function localeOf(c: Context): "ja" | "en" {
  return /^\s*en\b/i.test(c.req.header("accept-language") ?? "") ? "en" : "ja";
}
