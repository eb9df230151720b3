import type { webApi } from "@slack/bolt";
import type { Message } from "./blocks/index.ts";

/** Slack takes answers at a response address this long. */
const LIFE_MS = 29 * 60_000;
const PATIENCE_MS = 10_000;

/** Where a person is answered: the address that came with their deed, else a direct message. */
export interface ReplyPlace {
  client: webApi.WebClient;
  slackUserId: string;
  responseUrl: string | null;
  /** Milliseconds since 1970 at which the address was given, and by the same clock the present. */
  givenAt: number;
  now: number;
}

/**
 * Answers one person, seen by nobody else. "replace" takes the place of the message that they acted on. An address
 * that Slack no longer takes (30 minutes, five answers), or at which nobody listens any more, is left for a direct
 * message: whatever waits behind this answer must not wait for an address that is gone.
 * Errors: those of the connection and of `chat.postMessage`.
 */
export async function sendReply(
  place: ReplyPlace,
  message: Message,
  how: "new" | "replace" = "new",
): Promise<void> {
  if (place.responseUrl && place.now - place.givenAt < LIFE_MS) {
    const response = await fetch(place.responseUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...message,
        response_type: "ephemeral",
        replace_original: how === "replace",
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: unknown) => {
      if (isGone(error)) return null;
      throw error;
    });
    if (response?.ok) return;
    if (response && (response.status >= 500 || response.status === 429)) {
      throw Object.assign(new Error("Slack did not take an answer"), {
        statusCode: response.status,
        retryAfter: response.headers.get("retry-after"),
      });
    }
  }
  await sendDirect(place.client, place.slackUserId, message);
}

// A connection that is refused, or a name that means no machine, is no hiccup. Slack itself being gone shows at the message.
function isGone(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return code === "ECONNREFUSED" || code === "ENOTFOUND";
}

/** Sends a direct message of the app. Gives where it stands, for a later update. */
export async function sendDirect(
  client: webApi.WebClient,
  slackUserId: string,
  message: Message,
): Promise<{ channel: string; ts: string }> {
  const { channel } = await client.conversations.open({ users: slackUserId });
  const posted = await client.chat.postMessage({
    channel: channel?.id ?? slackUserId,
    ...message,
    unfurl_links: false,
  });
  return { channel: posted.channel ?? "", ts: posted.ts ?? "" };
}
