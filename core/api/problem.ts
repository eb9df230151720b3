import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "../kernel/context.ts";
import { type EnishiError, isEnishiError } from "../kernel/errors.ts";
import type { Log } from "../kernel/log.ts";
import type { Translator } from "../kernel/translator.ts";

/** The one table from error code to HTTP status. `*_not_found` is 404; a rule of a noun that is not listed is 422. */
const statuses: Record<string, ContentfulStatusCode> = {
  malformed_json: 400,
  unauthorized: 401,
  forbidden: 403,
  not_a_member: 403,
  not_found: 404,
  unknown_operation: 404,
  unknown_workspace: 404,
  stale_copy: 409,
  already_logged: 409,
  already_purchased: 409,
  line_cancelled: 409,
  customer_merged: 409,
  merge_already_split: 409,
  split_later_first: 409,
  try_again: 409,
  payload_too_large: 413,
  file_too_large: 413,
  malformed_multipart: 400,
  rate_limited: 429,
  database_unavailable: 503,
  disk_full: 507,
};

export function statusOf(error: EnishiError): ContentfulStatusCode {
  return statuses[error.code] ?? (error.code.endsWith("_not_found") ? 404 : 422);
}

/**
 * An error as an RFC 9457 problem document with a stable `code`. What is no EnishiError is logged once with the
 * request id, and the caller gets a short apology that carries it.
 */
export function problem(c: Context, error: unknown, parts: { translator: Translator; log: Log }): Response {
  const requestId = c.get("requestId") as string;
  const locale = localeOf(c.req.header("Accept-Language"));
  const known = isEnishiError(error);
  if (!known) parts.log.error({ err: error, requestId }, "a request failed");
  const status = known ? statusOf(error) : 500;
  if (status === 503) c.header("Retry-After", "5");
  if (known && error.code === "rate_limited") c.header("Retry-After", String(error.params.seconds));
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  c.header("Content-Type", "application/problem+json");
  return c.body(
    JSON.stringify({
      type: `${new URL(c.req.url).origin}/docs#errors`,
      title: parts.translator.errorText(error, locale, requestId),
      status,
      code: known ? error.code : "unexpected",
      ...(known && error.field ? { field: error.field } : {}),
      instance: requestId,
    }),
    status,
  );
}

/** ja unless the caller prefers English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en" : "ja";
}
