import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { EnishiError } from "../../core/index.ts";

export interface KeySetLimits {
  /** Milliseconds for one fetch. */
  timeoutDuration?: number;
  /** Milliseconds during which an unknown key id does not cause another fetch. */
  cooldownDuration?: number;
}

/**
 * The issuer's public keys, fetched when first needed and kept for an hour. A token with an unknown key id makes at
 * most one fetch per cooldown, so that forged tokens cannot make us hammer the issuer.
 * Error: `google_keys_unreachable` when they cannot be fetched at all.
 */
export function createKeySet(url: string, limits: KeySetLimits = {}): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), {
    cacheMaxAge: 3_600_000,
    cooldownDuration: limits.cooldownDuration ?? 30_000,
    timeoutDuration: limits.timeoutDuration ?? 4_000,
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      // What the token itself is guilty of is for the caller to judge; everything else is the network's fault.
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      if (error instanceof errors.JOSENotSupported) throw error;
      throw new EnishiError("google_keys_unreachable", {}, { cause: error });
    }
  };
}
