import { createHmac, timingSafeEqual } from "node:crypto";

const WINDOW_SECONDS = 5 * 60;

/**
 * Whether a request is Slack's own: signed with our secret over exactly these bytes, within five minutes of `now`
 * (milliseconds), in the past or in the future. Bolt's own check lets future timestamps pass.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isSignedBySlack(request: {
  secret: string;
  timestamp: string | undefined;
  signature: string | undefined;
  body: Uint8Array;
  now: number;
}): boolean {
  const { secret, timestamp = "", signature = "", body, now } = request;
  if (secret === "" || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > WINDOW_SECONDS) return false;
  const expected = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
  const given = Buffer.from(signature);
  const ours = Buffer.from(expected);
  return given.length === ours.length && timingSafeEqual(given, ours);
}
