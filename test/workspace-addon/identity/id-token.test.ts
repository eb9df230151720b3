import { type CryptoKey, exportSPKI, generateKeyPair, importJWK, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type IdTokenRules, verifyIdToken } from "../../../workspace-addon/identity/id-token.ts";
import { createKeySet } from "../../../workspace-addon/identity/key-set.ts";
import { userTokenOf } from "../../../workspace-addon/identity/user-token.ts";
import { audience, createGoogle, domain, issuer } from "../support/google.ts";

const now = new Date("2026-11-21T09:00:00Z");
let google: Awaited<ReturnType<typeof createGoogle>>;

beforeAll(async () => {
  google = await createGoogle();
});
afterAll(() => google.close());

function rules(more: Partial<IdTokenRules> = {}): IdTokenRules {
  return {
    keys: createKeySet(google.jwksUrl),
    issuers: [issuer, "accounts.google.com"],
    audiences: ["another", audience],
    hostedDomains: [domain],
    now: () => now,
    ...more,
  };
}

const codeOf = (token: string | null, more: Partial<IdTokenRules> = {}) =>
  verifyIdToken(token, rules(more)).then(
    () => "accepted",
    (error: { code: string }) => error.code,
  );

describe("verifyIdToken", () => {
  it("accepts a token of Google's for one of our audiences and domains", async () => {
    expect(
      await verifyIdToken(await google.token({ email: `Sato@${domain}`, name: "佐藤 花子" }), rules()),
    ).toEqual({
      subject: "1001",
      email: `sato@${domain}`,
      name: "佐藤 花子",
      hostedDomain: domain,
    });
    expect(await codeOf(await google.token({}, { issuer: "accounts.google.com" }))).toBe("accepted");
  });

  it("accepts a clock that is off by up to a minute, and no more", async () => {
    expect(await codeOf(await google.token({}, { expiresIn: -59 }))).toBe("accepted");
    expect(await codeOf(await google.token({}, { expiresIn: -61 }))).toBe("google_token_expired");
  });

  it.each([
    ["for another audience", () => google.token({}, { audience: "somebody-else" }), "google_token_invalid"],
    ["of another issuer", () => google.token({}, { issuer: "https://evil.example" }), "google_token_invalid"],
    ["signed with an unknown key", () => google.token({}, { kid: "key-2" }), "google_token_invalid"],
    ["without an expiry", () => google.token({ exp: undefined }), "google_token_invalid"],
    ["without a subject", () => google.token({ sub: undefined }), "google_token_invalid"],
    ["with an empty subject", () => google.token({ sub: "" }), "google_token_invalid"],
    ["without an address", () => google.token({ email: undefined }), "google_token_invalid"],
    ["of an unverified address", () => google.token({ email_verified: false }), "google_account_unverified"],
    [
      "whose address is verified in words only",
      () => google.token({ email_verified: "true" }),
      "google_account_unverified",
    ],
    ["of a private account", () => google.token({ hd: undefined }), "google_domain_foreign"],
    ["of a foreign domain", () => google.token({ hd: "evil.example" }), "google_domain_foreign"],
    ["that is no token", async () => "not.a.token", "google_token_invalid"],
    [
      "that is signed by nobody",
      async () =>
        new UnsecuredJWT({ email: "a@b.jp" })
          .setIssuer(issuer)
          .setAudience(audience)
          .setSubject("1")
          .encode(),
      "google_token_invalid",
    ],
  ])("refuses a token %s", async (_, make, code) => {
    expect(await codeOf(await make())).toBe(code);
  });

  it("refuses a token signed by another key under our key's id", async () => {
    const other = await generateKeyPair("RS256");
    expect(await codeOf(await google.token({}, { key: other.privateKey }))).toBe("google_token_invalid");
  });

  it("refuses a token signed with the public key taken as a shared secret", async () => {
    const publicKey = await importJWK(google.publicJwk, "RS256", { extractable: true });
    const secret = new TextEncoder().encode(await exportSPKI(publicKey as CryptoKey));
    expect(await codeOf(await google.token({}, { key: secret, alg: "HS256" }))).toBe("google_token_invalid");
  });

  it("refuses a token whose payload was changed", async () => {
    const [header, , signature] = (await google.token()).split(".");
    const payload = Buffer.from(JSON.stringify({ sub: "9", email: `boss@${domain}` })).toString("base64url");
    expect(await codeOf(`${header}.${payload}.${signature}`)).toBe("google_token_invalid");
  });

  it("refuses everything while no audience is set", async () => {
    expect(await codeOf(await google.token(), { audiences: [] })).toBe("google_token_invalid");
    expect(await codeOf(null)).toBe("google_token_missing");
  });

  it("names the account that is refused, and never carries the token", async () => {
    const token = await google.token({ hd: "evil.example", email: "x@evil.example" });
    const error = await verifyIdToken(token, rules()).catch((fault: unknown) => fault);
    expect(error).toMatchObject({ params: { account: "x@evil.example" } });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error as object))).not.toContain(
      token.split(".")[2],
    );
  });

  it("fetches the keys once, however many tokens with unknown keys come", async () => {
    const keys = createKeySet(google.jwksUrl);
    const before = google.keyFetches();
    await codeOf(await google.token(), { keys });
    for (let at = 0; at < 5; at += 1) await codeOf(await google.token({}, { kid: `forged-${at}` }), { keys });
    expect(google.keyFetches() - before).toBe(1);
  });

  it("tells apart that the keys cannot be fetched", async () => {
    const keys = createKeySet("http://127.0.0.1:9/certs", { timeoutDuration: 500 });
    expect(await codeOf(await google.token(), { keys })).toBe("google_keys_unreachable");
  });
});

describe("userTokenOf", () => {
  it("takes the person's token from the event, else from the bearer", () => {
    expect(userTokenOf("Bearer system", "user")).toBe("user");
    expect(userTokenOf("bearer user", undefined)).toBe("user");
    expect(userTokenOf("Basic abc", undefined)).toBeNull();
    expect(userTokenOf(undefined, undefined)).toBeNull();
  });
});
