import type { SlackParts } from "./acting.ts";
import { message, section } from "./blocks/index.ts";
import { asObject, textOf } from "./delivery.ts";
import type { Work } from "./inbox.ts";

/** Tells a person that their command is kept and waits for the database. Only over the address that came with it. */
export async function tellDelay(
  { host, people }: Pick<SlackParts, "host" | "people">,
  work: Work,
): Promise<void> {
  const responseUrl = textOf(work.body.response_url);
  if (!responseUrl) return;
  const user = textOf(work.body.user_id) ?? textOf(asObject(work.body.user)?.id) ?? "";
  const text = host.text(people.localeOf(user), "slack.delayed");
  await fetch(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...message(text, [section(text)]),
      response_type: "ephemeral",
      replace_original: false,
    }),
    signal: AbortSignal.timeout(5_000),
  });
}
