import { createHash } from "node:crypto";
import type { RecognizedColumn } from "./columns.ts";
import { normalizeLabel } from "./labels.ts";

/**
 * What lists of one shape have in common: the headers in any order, else the kinds of columns in theirs. A correction is
 * remembered under it for the next list.
 */
export function fingerprintOf(headers: readonly string[], columns: readonly RecognizedColumn[]): string {
  const labels = headers.map(normalizeLabel).filter((label) => label !== "");
  const shape =
    labels.length > 0
      ? `h:${labels.sort().join("\u001f")}`
      : `c:${columns.map((one) => one.use ?? "").join("\u001f")}`;
  return createHash("sha256").update(shape).digest("hex").slice(0, 32);
}
