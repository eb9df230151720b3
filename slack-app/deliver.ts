import type { webApi } from "@slack/bolt";
import {
  type CallContext,
  type Delivery,
  DeliveryPostponed,
  DeliveryRefused,
  getHandover,
  getNextAction,
  type HandoverView,
  isEnishiError,
  localDay,
  type PluginHost,
} from "../core/index.ts";
import type { Message } from "./blocks/index.ts";
import { textOf } from "./delivery.ts";
import { passingFault } from "./faults.ts";
import { answeredMessage, askedMessage, decidedMessage, proposedMessage } from "./handovers/messages.ts";
import { importMessage } from "./imports/notice.ts";
import { platformError } from "./modals.ts";
import { assignedMessage } from "./next-actions/notice-view.ts";
import type { People } from "./people.ts";
import { sendDirect } from "./replies.ts";
import { localeOf, type Speech, speechOf } from "./text.ts";

export interface DeliverParts {
  host: PluginHost;
  people: People;
  /** The Web API of the team that a workspace belongs to; null when the app is not installed there. */
  clientOf(workspaceId: string): Promise<webApi.WebClient | null>;
}

/** What is said of something, in the name of whoever is told; null when there is nothing to say any more. */
type Telling = (told: {
  host: PluginHost;
  call: CallContext;
  payload: Delivery["payload"];
  speech: Speech;
}) => Promise<Message | null> | Message;

function ofHandover(
  say: (handover: HandoverView, speech: Speech, payload: Delivery["payload"]) => Message,
): Telling {
  return async ({ host, call, payload, speech }) => {
    const handover = await host.ask(getHandover, { handoverId: textOf(payload.handoverId) ?? "" }, call);
    return say(handover, speech, payload);
  };
}

/**
 * By the kind of the payload. While the workspace is in preparation core sends only what is about something that the
 * person is named in: a handover, a message that was taken for them.
 */
const tellings: Record<string, Telling> = {
  handover_proposed: ofHandover(proposedMessage),
  handover_asked: ofHandover((handover, speech, { question }) =>
    askedMessage(handover, String(question ?? ""), speech),
  ),
  handover_answered: ofHandover((handover, speech, { answer }) =>
    answeredMessage(handover, String(answer ?? ""), speech),
  ),
  handover_accepted: ofHandover((handover, speech) => decidedMessage(handover, "accepted", speech)),
  handover_declined: ofHandover((handover, speech) => decidedMessage(handover, "declined", speech)),
  handover_withdrawn: ofHandover((handover, speech) => decidedMessage(handover, "withdrawn", speech)),
  import_notice: ({ payload, speech }) => importMessage(payload, speech),
  next_action_assigned: async ({ host, call, payload, speech }) => {
    const nextActionId = textOf(payload.nextActionId) ?? "";
    const action = await host.ask(getNextAction, { nextActionId }, call);
    // Taken back, done or given to somebody else before the message could leave.
    const stands = action.state === "open" && action.ownerId === payload.toMemberId;
    return stands ? assignedMessage(action, speech) : null;
  },
};

/** Sends what operations left for people in Slack, as direct messages. Throws what the outbox is to try again. */
export function createDelivery(parts: DeliverParts): (delivery: Delivery) => Promise<void> {
  const { host } = parts;
  /** Per workspace, the moment before which Slack asked us not to call. */
  const restUntil = new Map<string, number>();
  return async (delivery) => {
    const now = host.clock.now().getTime();
    const rest = (restUntil.get(delivery.workspaceId) ?? 0) - now;
    if (rest > 0) throw new DeliveryPostponed(rest);
    try {
      await send(parts, delivery);
    } catch (error) {
      const wait = passingFault(error)?.wait;
      if (wait) {
        restUntil.set(delivery.workspaceId, now + wait);
        throw new DeliveryPostponed(wait, error);
      }
      const reason = refusal(error);
      throw reason === null ? error : new DeliveryRefused(reason, error);
    }
  };
}

/** Slack's own troubles, and those that the administrator can mend while the message waits (a new token, a scope). */
const MENDABLE = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
  "invalid_auth",
  "not_authed",
  "token_revoked",
  "token_expired",
  "missing_scope",
]);

/** Why a message will never be taken: Slack's word (channel_not_found, account_inactive), or ours (what it is about is gone). */
function refusal(error: unknown): string | null {
  if (isEnishiError(error)) return passingFault(error) ? null : error.code;
  const word = platformError(error);
  return word === "" || MENDABLE.has(word) ? null : word;
}

async function send(
  { host, people, clientOf }: DeliverParts,
  { workspaceId, payload, id }: Delivery,
): Promise<void> {
  const kind = String(payload.kind);
  const telling = tellings[kind];
  if (!telling) throw new Error(`Slack knows no message of the kind ${kind}`);
  const member = await people.member(workspaceId, { memberId: String(payload.toMemberId) });
  // Someone without Slack sees it where they work: on the card and through the API.
  if (!member?.slackUserId || member.status !== "active") return;
  const client = await clientOf(workspaceId);
  if (!client) throw new Error("The Slack app is not installed for this workspace");
  const workspace = await host.workspace(workspaceId);
  const profile = await people.profile(client, member.slackUserId);
  const locale = localeOf(profile.locale, workspace.locale);
  const call: CallContext = {
    workspaceId,
    actor: { kind: "member", memberId: member.memberId },
    surface: "slack",
    locale,
    requestId: id,
  };
  const speech = speechOf(host, locale, workspace.timeZone, localDay(host.clock.now(), workspace.timeZone));
  const said = await telling({ host, call, payload, speech });
  if (said) await sendDirect(client, member.slackUserId, said);
}
