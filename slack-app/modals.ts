import type { webApi } from "@slack/bolt";
import type { View } from "@slack/types";
import type { OpenedView, SlackParts } from "./acting.ts";

type WebClient = webApi.WebClient;

/** A trigger lives three seconds and works once; too late is no fault of ours or of Slack's. */
const TOO_LATE = new Set([
  "expired_trigger_id",
  "exchanged_trigger_id",
  "trigger_expired",
  "trigger_exchanged",
]);
/** The person closed or left it meanwhile. */
const GONE = new Set(["not_found", "view_not_found", "hash_conflict"]);
const KEPT = 1_000;

/** Opens a modal. Null: the press is too old. Remembers where the person may be answered after submitting it. */
export async function openView(
  client: WebClient,
  parts: SlackParts,
  press: { triggerId: string; responseUrl: string | null; givenAt: number },
  view: View,
): Promise<OpenedView | null> {
  try {
    const answer = await client.views.open({ trigger_id: press.triggerId, view });
    const opened = { id: answer.view?.id ?? "", hash: answer.view?.hash ?? "" };
    if (press.responseUrl) {
      remember(parts.places, opened.id, { responseUrl: press.responseUrl, givenAt: press.givenAt });
    }
    return opened;
  } catch (error) {
    if (TOO_LATE.has(platformError(error))) return null;
    throw error;
  }
}

/** Puts contents into a modal that is open. False: the person closed it. */
export async function updateView(
  client: WebClient,
  opened: { id: string; hash?: string },
  view: View,
): Promise<boolean> {
  try {
    await client.views.update({ view_id: opened.id, ...(opened.hash && { hash: opened.hash }), view });
    return true;
  } catch (error) {
    if (GONE.has(platformError(error))) return false;
    throw error;
  }
}

/** Puts a modal on top of the one in which something was pressed. False: the press is too old. */
export async function pushView(client: WebClient, triggerId: string, view: View): Promise<boolean> {
  try {
    await client.views.push({ trigger_id: triggerId, view });
    return true;
  } catch (error) {
    if (TOO_LATE.has(platformError(error))) return false;
    throw error;
  }
}

/** Slack's own word for what it refused, or "". */
export function platformError(error: unknown): string {
  const data = (error as { data?: { error?: unknown } } | null)?.data;
  return typeof data?.error === "string" ? data.error : "";
}

/** Keeps the newest entries of a map that only eases things: what is forgotten is answered another way. */
export function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.set(key, value);
  if (map.size <= KEPT) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
