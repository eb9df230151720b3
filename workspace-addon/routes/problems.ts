import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isEnishiError, type Locale, type PluginHost } from "../../core/index.ts";

/** A caller who is not proved gets 401 whatever the reason; the code tells them apart. */
const statuses: Record<string, ContentfulStatusCode> = {
  google_token_missing: 401,
  google_token_expired: 401,
  google_token_invalid: 401,
  google_account_unverified: 401,
  google_domain_foreign: 401,
  google_not_configured: 401,
  malformed_json: 400,
  addon_event_invalid: 400,
  not_a_member: 403,
  forbidden: 403,
  payload_too_large: 413,
  google_keys_unreachable: 503,
  database_unavailable: 503,
};

/**
 * What a caller gets to whom no card may be shown: an RFC 9457 problem document with a stable `code`. Google shows a
 * message of its own then; the Apps Script project shows the title, which says what to do and names the account.
 * An unknown fault is logged once, by its kind alone: what Google's libraries throw can carry tokens.
 */
export function problem(
  c: Context,
  error: unknown,
  host: PluginHost,
  locale: Locale,
  requestId: string,
): Response {
  const known = isEnishiError(error);
  if (!known) host.log.error({ fault: faultOf(error), requestId }, "an add-on request failed");
  const status = known ? (statuses[error.code] ?? 422) : 500;
  if (status === 401) c.header("WWW-Authenticate", "Bearer");
  if (status === 503) c.header("Retry-After", "5");
  c.header("Content-Type", "application/problem+json");
  return c.body(
    JSON.stringify({
      type: `${host.publicUrl}/docs#errors`,
      title: host.errorText(error, locale, requestId),
      status,
      code: known ? error.code : "unexpected",
      instance: requestId,
    }),
    status,
  );
}

/** Name, message and stack of an error without the properties that libraries hang on it. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, message: error.message, stack: error.stack };
}
