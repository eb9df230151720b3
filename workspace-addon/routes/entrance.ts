import type { Context } from "hono";
import { EnishiError, isEnishiError, type PluginHost } from "../../core/index.ts";
import { type AddonEvent, addonEvent, localeOf } from "../events/event.ts";
import { type GoogleIdentity, verifyIdToken } from "../identity/id-token.ts";
import { createKeySet } from "../identity/key-set.ts";
import { createSeats, type Seat, type Seats } from "../identity/members.ts";
import { userTokenOf } from "../identity/user-token.ts";
import { createMailbox, type Mailbox } from "../mail/gmail.ts";
import { type AddonSettings, missingSettings } from "../settings.ts";
import { cardContext, ourAddresses, type Visit } from "./visit.ts";

/** What every route stands on. */
export interface Entrance {
  seats: Seats;
  /** Errors: `google_not_configured` and those of verifyIdToken. */
  identify(c: Context, event: AddonEvent): Promise<GoogleIdentity>;
  /** Errors: `not_a_member` when the member has left meanwhile. */
  visit(event: AddonEvent, identity: GoogleIdentity, seat: Seat, requestId: string): Promise<Visit>;
}

/** Timeouts that tests shorten. */
export interface Patience {
  gmailMs?: number;
  keysMs?: number;
  /** Google waits 30 s, a person does not. */
  answerMs?: number;
}

export function createEntrance(host: PluginHost, settings: AddonSettings, patience: Patience): Entrance {
  const keys = createKeySet(
    settings.GOOGLE_JWKS_URL,
    patience.keysMs ? { timeoutDuration: patience.keysMs } : {},
  );
  const seats = createSeats(host, settings.GOOGLE_HOSTED_DOMAINS);
  const missing = missingSettings(settings);
  const mailbox: Mailbox = createMailbox({
    rootUrl: settings.GOOGLE_API_URL ?? null,
    now: () => host.clock.now(),
    ...(patience.gmailMs && { timeout: patience.gmailMs }),
  });

  return {
    seats,
    async identify(c, event) {
      if (missing.length > 0) throw new EnishiError("google_not_configured", { names: missing });
      const token = userTokenOf(c.req.header("Authorization"), event.authorizationEventObject.userIdToken);
      return verifyIdToken(token, {
        keys,
        issuers: settings.GOOGLE_OIDC_ISSUERS,
        audiences: settings.GOOGLE_OIDC_AUDIENCES,
        hostedDomains: settings.GOOGLE_HOSTED_DOMAINS,
        now: () => host.clock.now(),
      });
    },
    async visit(event, identity, seat, requestId) {
      const workspace = await host.workspace(seat.workspaceId);
      return {
        host,
        event,
        memberId: seat.memberId,
        call: {
          workspaceId: seat.workspaceId,
          actor: { kind: "member", memberId: seat.memberId },
          surface: event.commonEventObject.hostApp === "SHEETS" ? "sheets" : "gmail",
          locale: localeOf(event),
          requestId,
        },
        workspace,
        cards: cardContext(host, event, workspace),
        mailbox,
        isOurs: ourAddresses(identity, settings.GOOGLE_HOSTED_DOMAINS),
      };
    },
  };
}

/** The event object of a request. Errors: `malformed_json`, `addon_event_invalid`. */
export async function readEvent(c: Context): Promise<AddonEvent> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch (error) {
    if (isEnishiError(error)) throw error;
    throw new EnishiError("malformed_json");
  }
  const parsed = addonEvent.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new EnishiError("addon_event_invalid", { field }, { field });
  }
  return parsed.data;
}
