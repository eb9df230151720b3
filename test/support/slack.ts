import {
  type CommandParts,
  commandForm,
  eventEnvelope,
  interaction,
  interactionForm,
} from "../../playground/slack-front/payloads.ts";
import { signSlackRequest } from "../../playground/slack-front/sign.ts";

export { signSlackRequest };

const someone = {
  userId: "U0SATO",
  userName: "sato",
  channelId: "C000000001",
  channelName: "general",
  command: "/crm",
  text: "",
  triggerId: "1.2.abc",
  responseUrl: "http://127.0.0.1:9/response",
};

/** The body of a slash command as Slack posts it. */
export function commandBody(parts: Partial<CommandParts> = {}): string {
  return commandForm({ ...someone, ...parts }).toString();
}

/**
 * The body of an interactive payload. Who acted, the team and the app are filled in around `payload`,
 * whose own keys win.
 */
export function interactionBody(payload: { type: string } & Record<string, unknown>): string {
  const { type, ...more } = payload;
  return interactionForm(interaction(type, someone, someone.triggerId, more)).toString();
}

/** The body of an event. The same `eventId` makes it the same delivery once more. */
export function eventBody(event: Record<string, unknown>, eventId?: string): string {
  return JSON.stringify(eventEnvelope(event, eventId));
}

/** A signed request with one of the bodies above, ready for `fetch` or `app.request`. */
export function slackRequest(
  secret: string,
  body: string,
  timestamp?: number,
): { method: "POST"; headers: Record<string, string>; body: string } {
  const type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  return {
    method: "POST",
    headers: { "content-type": type, ...signSlackRequest(secret, body, timestamp) },
    body,
  };
}
