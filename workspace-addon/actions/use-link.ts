import { isEnishiError, type PluginHost } from "../../core/index.ts";
import { type AddonEvent, localeOf, parameter, typed } from "../events/event.ts";
import type { GoogleIdentity } from "../identity/id-token.ts";
import type { Seat, Seats } from "../identity/members.ts";

/** Somebody who is nobody's yet presses a button: a one-time code is all that helps. */
export async function spendLinkCode(parts: {
  host: PluginHost;
  event: AddonEvent;
  identity: GoogleIdentity;
  seats: Seats;
  requestId: string;
}): Promise<{ seat: Seat; message: string } | { seat: null; message: string | null }> {
  const { host, event, identity, seats, requestId } = parts;
  const code = typed(event, "code");
  if (parameter(event, "action") !== "use_link" || !code) return { seat: null, message: null };
  try {
    const seat = await seats.link(identity, code.slice(0, 200));
    return { seat, message: host.text(localeOf(event), "addon.told.linked") };
  } catch (error) {
    if (!isEnishiError(error)) throw error;
    return { seat: null, message: host.errorText(error, localeOf(event), requestId) };
  }
}
