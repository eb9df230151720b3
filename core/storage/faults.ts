import { EnishiError, isEnishiError } from "../kernel/errors.ts";

const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
  "08000",
  "08001",
  "08003",
  "08006",
  "53300", // too_many_connections
  "P2024",
  "P2028", // no connection for a transaction in time
  "P1001",
]);

/** The one place where a fault of the database becomes a code. What it does not know is passed on unchanged. */
export function translateDatabaseError(error: unknown): unknown {
  if (isEnishiError(error)) return error;
  const code = codeOf(error);
  if (
    unreachable.has(code) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(messageOf(error))
  ) {
    return new EnishiError("database_unavailable", {}, { cause: error });
  }
  if (code === "53100") return new EnishiError("disk_full", {}, { cause: error });
  // NUL, or half of a surrogate pair: no text of PostgreSQL can hold them.
  if (code === "22021" || code === "22P05") return new EnishiError("invalid_text", {}, { cause: error });
  if (code === "40001" || code === "40P01") return new EnishiError("try_again", {}, { cause: error });
  return error;
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === "string") return code;
  return cause === undefined || cause === error ? "" : codeOf(cause);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "";
}
