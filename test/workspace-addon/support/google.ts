import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";

export interface FakeMail {
  id: string;
  threadId?: string;
  headers: Record<string, string>;
  /** Milliseconds. */
  at?: number;
  text?: string;
}

export interface GoogleRequest {
  path: string;
  authorization: string | undefined;
  messageToken: string | undefined;
  format: string | null;
}

export const audience = "test-client.apps.googleusercontent.com";
export const issuer = "https://accounts.google.com";
export const domain = "enishi.example.jp";

/** Google on this machine: its published keys, a mailbox, and a record of what was asked. */
export async function createGoogle() {
  const keys = await generateKeyPair("RS256", { extractable: true });
  const published = { ...(await exportJWK(keys.publicKey)), kid: "key-1", alg: "RS256", use: "sig" };
  const mails = new Map<string, FakeMail>();
  const asked: GoogleRequest[] = [];
  let keyFetches = 0;
  let gmail: "up" | "silent" | number = "up";

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname === "/certs") {
      keyFetches += 1;
      return json(response, 200, { keys: [published] });
    }
    record(request, url);
    if (gmail === "silent") return;
    if (gmail !== "up") return json(response, gmail, { error: { code: gmail, message: "no" } });
    const [, , , , , kind, id] = url.pathname.split("/");
    const full = url.searchParams.get("format") === "full";
    if (kind === "messages" && id && mails.has(id))
      return json(response, 200, messageOf(mails.get(id)!, full));
    if (kind === "threads") {
      const thread = [...mails.values()].filter((mail) => threadOf(mail) === id);
      return json(response, 200, { id, messages: thread.map((mail) => messageOf(mail, false)) });
    }
    return json(response, 404, { error: { code: 404 } });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function record(request: IncomingMessage, target: URL): void {
    asked.push({
      path: target.pathname,
      authorization: request.headers.authorization,
      messageToken: request.headers["x-goog-gmail-access-token"] as string | undefined,
      format: target.searchParams.get("format"),
    });
  }

  return {
    url,
    jwksUrl: `${url}/certs`,
    publicJwk: published,
    asked,
    keyFetches: () => keyFetches,
    put: (...more: FakeMail[]) => {
      for (const mail of more) mails.set(mail.id, mail);
    },
    setGmail: (state: typeof gmail) => {
      gmail = state;
    },
    /** An ID token; claims and signing can be bent out of shape. */
    token: (claims: Record<string, unknown> = {}, more: TokenParts = {}) =>
      sign(keys.privateKey, claims, more),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface TokenParts {
  now?: Date;
  expiresIn?: number;
  kid?: string;
  issuer?: string;
  audience?: string;
  key?: CryptoKey | Uint8Array;
  alg?: string;
}

async function sign(
  privateKey: CryptoKey,
  claims: Record<string, unknown>,
  more: TokenParts,
): Promise<string> {
  const now = Math.floor((more.now ?? new Date("2026-11-21T09:00:00Z")).getTime() / 1000);
  const payload = {
    iss: more.issuer ?? issuer,
    aud: more.audience ?? audience,
    sub: "1001",
    email: `sato@${domain}`,
    email_verified: true,
    hd: domain,
    iat: now,
    exp: now + (more.expiresIn ?? 3_600),
    ...claims,
  };
  return new SignJWT(JSON.parse(JSON.stringify(payload)) as Record<string, unknown>)
    .setProtectedHeader({ alg: more.alg ?? "RS256", kid: more.kid ?? "key-1", typ: "JWT" })
    .sign(more.key ?? privateKey);
}

function messageOf(mail: FakeMail, full: boolean): object {
  const headers = Object.entries(mail.headers).map(([name, value]) => ({ name, value }));
  const data = Buffer.from(mail.text ?? "").toString("base64url");
  return {
    id: mail.id,
    threadId: threadOf(mail),
    internalDate: String(mail.at ?? Date.parse("2026-11-21T08:00:00Z")),
    payload: { mimeType: "text/plain", headers, ...(full && { body: { data } }) },
  };
}

function threadOf(mail: FakeMail): string {
  return mail.threadId ?? `t-${mail.id}`;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
