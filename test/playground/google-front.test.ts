import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createGoogleFront,
  type GoogleFront,
  type GoogleTokens,
} from "../../playground/google-front/index.ts";
import { COMPANY_DOMAIN, people } from "../../playground/people.ts";

const now = new Date("2026-11-21T09:00:00Z");

describe("the pretend Google", () => {
  let google: GoogleFront;
  let tokens: GoogleTokens;
  beforeAll(async () => {
    google = await createGoogleFront(() => now);
    tokens = await google.tokensFor(people[0]!);
  });
  afterAll(() => google.stop());

  const gmail = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${google.url}/gmail/v1/users/me/${path}`, {
      headers: {
        authorization: `Bearer ${tokens.userOAuthToken}`,
        "x-goog-gmail-access-token": tokens.messageToken,
        ...headers,
      },
    });

  it("signs ID tokens that its published keys prove, for a verified address of the company", async () => {
    const keys = createRemoteJWKSet(new URL(google.jwksUrl));

    const { payload, protectedHeader } = await jwtVerify(tokens.userIdToken, keys, {
      issuer: google.issuer,
      audience: google.audience,
    });

    expect(protectedHeader.alg).toBe("RS256");
    expect(payload).toMatchObject({ email: people[0]!.email, email_verified: true, hd: COMPANY_DOMAIN });
  });

  it("gives a person the same subject every time, and another person another one", async () => {
    const subjectOf = (token: string) =>
      JSON.parse(Buffer.from(token.split(".")[1]!, "base64url").toString()).sub;
    const again = await google.tokensFor(people[0]!);
    const other = await google.tokensFor(people[1]!);

    expect(subjectOf(again.userIdToken)).toBe(subjectOf(tokens.userIdToken));
    expect(subjectOf(other.userIdToken)).not.toBe(subjectOf(tokens.userIdToken));
  });

  it("tells only the headers that were asked for, addressed to the owner of the mailbox", async () => {
    const response = await gmail("messages/m-kimura?format=metadata&metadataHeaders=From&metadataHeaders=To");
    const message = (await response.json()) as {
      payload: { headers: { name: string; value: string }[]; body?: object };
    };

    expect(message.payload.headers).toEqual([
      { name: "From", value: "木村 誠 <kimura@tanaka-shoji.example.jp>" },
      { name: "To", value: `${people[0]!.name} <${people[0]!.email}>` },
    ]);
    expect(message.payload.body).toBeUndefined();
  });

  it("gives the text with the whole message, and a thread from its oldest mail on", async () => {
    const message = (await (await gmail("messages/m-kimura?format=full")).json()) as {
      payload: { body: { data: string } };
    };
    const thread = (await (await gmail("threads/t-thread?format=minimal")).json()) as {
      messages: { id: string }[];
    };

    expect(Buffer.from(message.payload.body.data, "base64url").toString()).toContain("ベアリング 500 個");
    expect(thread.messages.map(({ id }) => id)).toEqual(["m-thread-1", "m-thread-2"]);
  });

  it("opens no mailbox without the person's token, and no mail without the token of the message", async () => {
    expect((await gmail("messages/m-kimura", { authorization: "Bearer guessed" })).status).toBe(401);
    expect((await gmail("messages/m-kimura", { "x-goog-gmail-access-token": "guessed" })).status).toBe(403);
    expect((await gmail("messages/nothing")).status).toBe(404);
  });
});
