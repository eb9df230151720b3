import { randomBytes, randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { COMPANY_DOMAIN, type Person, people } from "../people.ts";
import { createSigningKey } from "./keys.ts";
import { gmailMessage, type SeedMail } from "./mail.ts";
import { seedMails } from "./mails.ts";

export type { SeedMail } from "./mail.ts";
export { receivedAt } from "./mail.ts";

/** What Google hands over with the event of an add-on. */
export interface GoogleTokens {
  /** Proves who the person is. */
  userIdToken: string;
  /** Proves that Google itself calls. */
  systemIdToken: string;
  userOAuthToken: string;
  /** Opens the thread on the screen. */
  messageToken: string;
}

export interface GoogleFront {
  url: string;
  jwksUrl: string;
  issuer: string;
  audience: string;
  mails: readonly SeedMail[];
  tokensFor(person: Person): Promise<GoogleTokens>;
  stop(): Promise<void>;
}

/**
 * Starts a pretend Google on a free port of the loopback interface: the keys that its ID tokens are signed with, and as
 * much of Gmail's REST API as an add-on reads. Mails come in relative to `now`.
 */
export async function createGoogleFront(now: () => Date = () => new Date()): Promise<GoogleFront> {
  const key = await createSigningKey();
  const audience = "practice.apps.googleusercontent.com";
  const owners = new Map<string, Person>();
  const messageTokens = new Set<string>();
  const app = new Hono();
  app.get("/oauth2/v3/certs", (c) => c.json(key.publicSet, 200, { "cache-control": "public, max-age=3600" }));
  app.route("/gmail/v1/users/me", mailbox(owners, messageTokens, now));
  app.notFound((c) => c.json({ error: { code: 404, message: "Not Found", status: "NOT_FOUND" } }, 404));
  const server = await listen(app);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = () => `ya29.practice-${randomBytes(24).toString("base64url")}`;
  const sign = (person: Person | null) =>
    key.sign(
      person
        ? { email: person.email, email_verified: true, hd: COMPANY_DOMAIN, name: person.name }
        : { email: "addons@practice.iam.gserviceaccount.example.com", email_verified: true },
      { issuer: url, audience, subject: person ? subjectOf(person) : "practice-system" },
    );

  return {
    url,
    jwksUrl: `${url}/oauth2/v3/certs`,
    issuer: url,
    audience,
    mails: seedMails,
    async tokensFor(person) {
      const userOAuthToken = token();
      const messageToken = `AKPR.${randomUUID()}`;
      owners.set(userOAuthToken, person);
      messageTokens.add(messageToken);
      return {
        userIdToken: await sign(person),
        systemIdToken: await sign(null),
        userOAuthToken,
        messageToken,
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Gmail for whoever the bearer is; a missing or unknown token gets what Google answers. */
function mailbox(
  owners: ReadonlyMap<string, Person>,
  messageTokens: ReadonlySet<string>,
  now: () => Date,
): Hono {
  const routes = new Hono<{ Variables: { owner: string } }>();
  routes.use(async (c, next) => {
    const bearer = (c.req.header("authorization") ?? "").replace(/^Bearer +/i, "");
    const person = owners.get(bearer);
    if (!person)
      return c.json({ error: { code: 401, message: "Invalid Credentials", status: "UNAUTHENTICATED" } }, 401);
    if (!messageTokens.has(c.req.header("x-goog-gmail-access-token") ?? "")) {
      return c.json(
        { error: { code: 403, message: "Missing access token", status: "PERMISSION_DENIED" } },
        403,
      );
    }
    c.set("owner", `${person.name} <${person.email}>`);
    return next();
  });
  const told = (mail: SeedMail, owner: string, url: string) => {
    const query = new URL(url).searchParams;
    return gmailMessage(mail, {
      owner,
      now: now(),
      format: query.get("format") ?? "full",
      headers: query.getAll("metadataHeaders"),
    });
  };
  routes.get("/messages/:id", (c) => {
    const mail = seedMails.find(({ id }) => id === c.req.param("id"));
    return mail ? c.json(told(mail, c.get("owner"), c.req.url)) : c.notFound();
  });
  routes.get("/threads/:id", (c) => {
    const mails = seedMails.filter(({ threadId }) => threadId === c.req.param("id")).reverse();
    if (mails.length === 0) return c.notFound();
    return c.json({
      id: c.req.param("id"),
      messages: mails.map((mail) => told(mail, c.get("owner"), c.req.url)),
    });
  });
  return routes as unknown as Hono;
}

/** Google's `sub` never changes; neither does ours. */
function subjectOf(person: Person): string {
  return `1${String(people.indexOf(person) + 1).padStart(20, "0")}`;
}

function listen(app: Hono): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, () =>
      resolve(server),
    ) as Server;
    server.once("error", reject);
  });
}
