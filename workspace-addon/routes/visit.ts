import type { CallContext, PluginHost, WorkspaceSummary } from "../../core/index.ts";
import type { CardContext } from "../cards/index.ts";
import { type AddonEvent, localeOf } from "../events/event.ts";
import type { GoogleIdentity } from "../identity/id-token.ts";
import type { Mailbox, MailboxAccess } from "../mail/gmail.ts";

/** One call of the add-on by a member: what it says, who calls, and what a handler may use. */
export interface Visit {
  host: PluginHost;
  event: AddonEvent;
  call: CallContext;
  memberId: string;
  workspace: WorkspaceSummary;
  cards: CardContext;
  mailbox: Mailbox;
  isOurs(email: string): boolean;
}

/** What a card needs to know, for a member (their workspace) or for somebody who is not linked yet (null). */
export function cardContext(
  host: PluginHost,
  event: AddonEvent,
  workspace: WorkspaceSummary | null,
): CardContext {
  const locale = localeOf(event);
  return {
    locale,
    text: (key, params) => host.text(locale, key, params),
    timeZone: workspace?.timeZone ?? "Asia/Tokyo",
    now: host.clock.now(),
    actionUrl: `${host.publicUrl}/addon/action`,
  };
}

/** Our side of a mail: the domains of the company, and the caller's own address. */
export function ourAddresses(
  identity: GoogleIdentity,
  domains: readonly string[],
): (email: string) => boolean {
  return (email) => email === identity.email || domains.includes(email.slice(email.lastIndexOf("@") + 1));
}

/** The tokens with which the mail on the screen can be read; null when the event brings none. */
export function mailboxAccess(event: AddonEvent): MailboxAccess | null {
  const messageToken = event.gmail?.accessToken;
  if (!messageToken) return null;
  return { messageToken, userOAuthToken: event.authorizationEventObject.userOAuthToken ?? null };
}
