import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Log } from "../core/index.ts";
import { parseBody, readDelivery, type SlackBody, type SlackDelivery, sentAt } from "./delivery.ts";
import type { Inbox, Work } from "./inbox.ts";
import { isSignedBySlack } from "./signature.ts";
import type { FieldErrors } from "./submission.ts";

/** Slack shows a select without choices when we are later than its three seconds. */
const SUGGESTION_MS = 2_500;
const MAX_BODY = 1024 * 1024;

export interface ReceiverParts {
  signingSecret: string;
  /** Opened when first needed, so that nothing is written before the server starts. */
  inbox: () => Promise<Inbox>;
  /** What is wrong with a modal that is submitted: pure, and so quick. */
  check(body: SlackBody): FieldErrors | null;
  log: Log;
  now: () => Date;
}

/**
 * The way from Slack to Bolt. A request is verified, kept in the journal and acknowledged at once; Bolt's listeners run
 * afterwards, from the journal (`work`). Only what Slack needs in the answer itself happens before: the errors of a
 * modal's fields, which are checked without any I/O, and the choices of a select.
 */
export class SlackReceiver implements Receiver {
  #app: App | null = null;

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  /** Runs the listeners of a delivery that is already acknowledged. */
  async work(work: Work): Promise<void> {
    await this.#process(work.body, async () => {}, {
      deliveryKey: work.key,
      sentAt: work.sentAt,
      attempt: work.attempt,
    });
  }

  /** The choices of a select; none when a listener fails or is late. */
  async suggest(delivery: SlackDelivery): Promise<object> {
    let timer: NodeJS.Timeout | undefined;
    const none = { options: [] };
    const late = new Promise<object>((resolve) => {
      timer = setTimeout(() => resolve(none), SUGGESTION_MS);
    });
    const found = new Promise<object>((resolve, reject) => {
      const ack = async (choices?: object) => resolve(choices ?? none);
      this.#process(delivery.body, ack, { deliveryKey: delivery.key }).then(() => resolve(none), reject);
    });
    return Promise.race([found, late]).finally(() => clearTimeout(timer));
  }

  #process(
    body: SlackBody,
    ack: ReceiverEvent["ack"],
    customProperties: Record<string, unknown>,
  ): Promise<void> {
    if (!this.#app) throw new Error("The Slack receiver was used before Bolt was ready");
    return this.#app.processEvent({ body, ack, customProperties });
  }
}

export type Answer = { status: 200 | 400; body: object | null };

/** What Slack is answered to a verified body, over HTTP or a socket. Rejects when the delivery could not be kept. */
export async function answerDelivery(
  body: SlackBody,
  parts: Omit<ReceiverParts, "signingSecret" | "now">,
  receiver: SlackReceiver,
  came: { envelopeId?: string | undefined; signedAt?: string | undefined },
): Promise<Answer> {
  const delivery = readDelivery(body, came.envelopeId);
  if (!delivery) return { status: 400, body: null };
  if (delivery.kind === "suggestion") {
    const choices = await receiver.suggest(delivery).catch((error: unknown) => {
      parts.log.error({ err: error, key: delivery.key }, "a slack select got no choices");
      return { options: [] };
    });
    return { status: 200, body: choices };
  }
  if (delivery.kind === "submission") {
    const errors = parts.check(delivery.body);
    if (errors) return { status: 200, body: { response_action: "errors", errors } };
  }
  await (await parts.inbox()).accept(delivery, sentAt(body, came.signedAt));
  return { status: 200, body: null };
}

/** `POST /events`: commands, interactivity and events. */
export function eventRoutes(parts: ReceiverParts, receiver: SlackReceiver): Hono {
  const routes = new Hono();
  routes.post("/events", bodyLimit({ maxSize: MAX_BODY }), async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const body = parseBody(new TextDecoder().decode(bytes), c.req.header("content-type") ?? "");
    // Slack does not sign its checks of the certificate, and they ask for nothing.
    if (body?.ssl_check !== undefined) return c.body(null, 200);
    const signedAt = c.req.header("x-slack-request-timestamp");
    const signed = isSignedBySlack({
      secret: parts.signingSecret,
      timestamp: signedAt,
      signature: c.req.header("x-slack-signature"),
      body: bytes,
      now: parts.now().getTime(),
    });
    if (!signed) {
      // Whoever hosts us looks here when nothing arrives: a wrong secret and a wrong clock look alike to Slack.
      parts.log.warn(
        { bytes: bytes.length, signedAt: signedAt ?? null },
        "a request to /slack/events was not signed by slack: if it came from slack, check SLACK_SIGNING_SECRET and the clock of this machine",
      );
      return c.json({ error: "invalid_signature" }, 401);
    }
    if (!body) return c.json({ error: "invalid_body" }, 400);
    if (body.type === "url_verification") return c.json({ challenge: String(body.challenge ?? "") });
    try {
      const answer = await answerDelivery(body, parts, receiver, { signedAt });
      return answer.body ? c.json(answer.body) : c.body(null, answer.status);
    } catch (error) {
      // Not acknowledged, so Slack sends an event again and tells a person that the command did not work.
      parts.log.error({ err: error }, "a slack delivery could not be kept");
      return c.json({ error: "not_kept" }, 503);
    }
  });
  return routes;
}
