import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

export interface SigningKey {
  /** What is published under the JWKS address. */
  publicSet: { keys: JWK[] };
  /** A token over these claims, issued now, good for an hour as Google's are. */
  sign(
    claims: Record<string, unknown>,
    parts: { issuer: string; audience: string; subject: string },
  ): Promise<string>;
}

/** Makes an RS256 key that lives as long as this process. */
export async function createSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const kid = "practice-1";
  const published = { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" };
  return {
    publicSet: { keys: [published] },
    sign: (claims, { issuer, audience, subject }) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime("1h")
        .sign(privateKey),
  };
}
