import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** Makes ids. UUIDv7: ordered by time, so that an id also orders what happened in one millisecond. */
export type NewId = () => string;

export const newId: NewId = () => v7();

/** An unguessable secret of 256 bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: how secrets and bodies are kept and compared. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
