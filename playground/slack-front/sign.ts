import { createHmac } from "node:crypto";

export type SlackSignature = { "x-slack-request-timestamp": string; "x-slack-signature": string };

/**
 * The headers by which Slack proves that a request is its own.
 * @param timestamp seconds since 1970; the present when absent
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signSlackRequest(
  secret: string,
  body: string,
  timestamp = Math.floor(Date.now() / 1000),
): SlackSignature {
  const digest = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(timestamp), "x-slack-signature": `v0=${digest}` };
}
