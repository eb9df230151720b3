import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { EnishiError } from "../../core/index.ts";

/** A person as Google vouches for them. `subject` never changes, the address may. */
export interface GoogleIdentity {
  subject: string;
  email: string;
  name: string | null;
  hostedDomain: string;
}

export interface IdTokenRules {
  keys: JWTVerifyGetKey;
  issuers: readonly string[];
  audiences: readonly string[];
  hostedDomains: readonly string[];
  now(): Date;
}

/** Clocks of two honest machines differ by less. */
const LEEWAY_SECONDS = 60;

/**
 * Proves who calls by an ID token of Google: RS256 by a published key, issuer, audience, time, a verified address, a
 * domain of ours (https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken).
 * Errors: `google_token_missing`, `google_token_expired`, `google_token_invalid`, `google_account_unverified`,
 * `google_domain_foreign` (with the account), `google_keys_unreachable`. None carries the token.
 */
export async function verifyIdToken(token: string | null, rules: IdTokenRules): Promise<GoogleIdentity> {
  if (!token) throw new EnishiError("google_token_missing");
  const claims = await verified(token, rules);
  const { sub, email, hd } = claims;
  if (typeof sub !== "string" || sub === "" || typeof email !== "string" || !email.includes("@")) {
    throw new EnishiError("google_token_invalid", { reason: "claims" });
  }
  if (claims.email_verified !== true) throw new EnishiError("google_account_unverified", { account: email });
  if (typeof hd !== "string" || !rules.hostedDomains.includes(hd.toLowerCase())) {
    throw new EnishiError("google_domain_foreign", { account: email });
  }
  return {
    subject: sub,
    email: email.toLowerCase(),
    name: typeof claims.name === "string" ? claims.name : null,
    hostedDomain: hd.toLowerCase(),
  };
}

async function verified(token: string, rules: IdTokenRules): Promise<JWTPayload> {
  // An empty list would mean "any" to the library.
  if (rules.audiences.length === 0 || rules.issuers.length === 0) {
    throw new EnishiError("google_token_invalid", { reason: "aud" });
  }
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      algorithms: ["RS256"],
      issuer: [...rules.issuers],
      audience: [...rules.audiences],
      clockTolerance: LEEWAY_SECONDS,
      requiredClaims: ["exp", "iat", "sub", "email"],
      currentDate: rules.now(),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new EnishiError("google_token_expired");
    if (error instanceof errors.JWTClaimValidationFailed) {
      throw new EnishiError("google_token_invalid", { reason: error.claim });
    }
    if (error instanceof errors.JOSEError) {
      throw new EnishiError("google_token_invalid", { reason: error.code });
    }
    throw error;
  }
}
