import { EnishiError } from "../kernel/errors.ts";

/** An opaque place in a list, from the sort values of its last row. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** Error: `invalid_cursor` for anything that `encodeCursor` did not make of values like these. */
export function decodeCursor(cursor: string, patterns: readonly RegExp[]): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (
      Array.isArray(values) &&
      values.length === patterns.length &&
      values.every((value, index) => typeof value === "string" && patterns[index]?.test(value))
    ) {
      return values as string[];
    }
  } catch {
    // Not ours, whatever it is: said below.
  }
  throw new EnishiError("invalid_cursor", {}, { field: "cursor" });
}

export const uuidPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
