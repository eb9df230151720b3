import { isObject } from "./check.ts";

/**
 * Every part of a message or view that would call somebody: `<!channel>`, `<@U…>`, `<!subteam^…>` in text
 * that Slack reads as mrkdwn, and rich-text mentions. Tests use it to prove that stored text stays inert.
 */
export function mentionsIn(payload: unknown): string[] {
  if (Array.isArray(payload)) return payload.flatMap(mentionsIn);
  if (!isObject(payload)) return [];
  if (payload.type === "mrkdwn" && typeof payload.text === "string")
    return inMrkdwn(payload.text, payload.verbatim);
  if (payload.type === "user" && typeof payload.user_id === "string") return [`<@${payload.user_id}>`];
  if (payload.type === "broadcast") return [`<!${String(payload.range)}>`];
  if (payload.type === "usergroup") return [`<!subteam^${String(payload.usergroup_id)}>`];
  return Object.entries(payload).flatMap(([key, part]) =>
    // A message's own text is mrkdwn too, with no type beside it.
    key === "text" && typeof part === "string" && payload.type === undefined
      ? inMrkdwn(part, true)
      : mentionsIn(part),
  );
}

function inMrkdwn(text: string, verbatim: unknown): string[] {
  const written = text.match(/<[!@][^>]*>/g) ?? [];
  const automatic = verbatim === true ? [] : (text.match(/@(channel|here|everyone)\b/g) ?? []);
  return [...written, ...automatic];
}
