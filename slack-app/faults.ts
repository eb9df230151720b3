import { isEnishiError } from "../core/index.ts";

/** Why something did not work now but may work later. */
export interface PassingFault {
  /** "ours": the database; waited for without end. "slack": the way to Slack; given up after a while. */
  side: "ours" | "slack";
  /** What Slack asked us to wait, in milliseconds; that it takes nothing now says nothing of what we sent. */
  wait: number | null;
}

const PASSING_CODES = new Set(["database_unavailable", "disk_full", "try_again"]);
/** When Slack asks to wait and does not say how long. */
const PATIENCE_SECONDS = 30;
const NETWORK_CODES = new Set(["slack_webapi_request_error", "slack_webapi_read_error"]);

/** Tells a fault that passes from one that stays (null). Looks through what Bolt and `cause` wrap around it. */
export function passingFault(error: unknown): PassingFault | null {
  for (let fault = error, depth = 0; fault instanceof Error && depth < 5; depth++) {
    const found = readFault(fault);
    if (found) return found;
    const { original, cause } = fault as { original?: unknown; cause?: unknown };
    fault = original ?? cause;
  }
  return null;
}

function readFault(error: Error): PassingFault | null {
  if (isEnishiError(error)) return PASSING_CODES.has(error.code) ? { side: "ours", wait: null } : null;
  const { code, statusCode, retryAfter } = error as {
    code?: unknown;
    statusCode?: unknown;
    retryAfter?: unknown;
  };
  if (code === "slack_webapi_rate_limited_error" || statusCode === 429) {
    return { side: "slack", wait: (Number(retryAfter) || PATIENCE_SECONDS) * 1000 };
  }
  if (typeof code === "string" && NETWORK_CODES.has(code)) return { side: "slack", wait: null };
  if (typeof statusCode === "number" && statusCode >= 500) {
    return { side: "slack", wait: null };
  }
  // What `fetch` throws when there is no connection, and when our own patience ends.
  if (error.name === "TimeoutError" || (error instanceof TypeError && error.message === "fetch failed")) {
    return { side: "slack", wait: null };
  }
  return null;
}
