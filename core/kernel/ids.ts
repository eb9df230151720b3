import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";

/** Makes ids. UUIDv7: ordered by time, so that an id also orders what happened in one millisecond. */
export type NewId = () => string;

export const newId: NewId = () => {
  const now = Date.now();
  if (now > last.msecs) last = { msecs: now, seq: randomBytes(4).readUInt32BE() >>> 1 };
  else last = { msecs: last.msecs, seq: last.seq + 1 };
  if (drawn + 16 > pool.length) {
    pool = randomBytes(pool.length);
    drawn = 0;
  }
  drawn += 16;
  return v7({ ...last, random: pool.subarray(drawn - 16, drawn) });
};

/** As the library counts by itself: 31 bits at random, then one up within a millisecond or when the clock goes back. */
let last = { msecs: 0, seq: 0 };
/** Randomness is drawn for many ids at once: asking for 16 bytes costs more than making the id. */
let pool = randomBytes(4_096);
let drawn = 0;

/** An unguessable secret of 256 bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: how secrets and bodies are kept and compared. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}
