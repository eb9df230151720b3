import type { webApi } from "@slack/bolt";
import {
  type CallContext,
  type Delivery,
  getHandover,
  type HandoverView,
  localDay,
  type PluginHost,
} from "../core/index.ts";
import type { Message } from "./blocks/index.ts";
import { textOf } from "./delivery.ts";
import { passingFault } from "./faults.ts";
import { answeredMessage, askedMessage, decidedMessage, proposedMessage } from "./handovers/messages.ts";
import { importMessage } from "./imports/notice.ts";
import type { People } from "./people.ts";
import { sendDirect } from "./replies.ts";
import { localeOf, type Speech, speechOf } from "./text.ts";

export interface DeliverParts {
  host: PluginHost;
  people: People;
  /** The Web API of the team that a workspace belongs to; null when the app is not installed there. */
  clientOf(workspaceId: string): Promise<webApi.WebClient | null>;
}

type HandoverTelling = (handover: HandoverView, payload: Delivery["payload"], speech: Speech) => Message;

/**
 * What is said of a handover. It goes to somebody who is named in it, so it is sent while the workspace is in
 * preparation, too.
 */
const handoverTellings: Record<string, HandoverTelling> = {
  handover_proposed: (handover, _payload, speech) => proposedMessage(handover, speech),
  handover_asked: (handover, payload, speech) =>
    askedMessage(handover, String(payload.question ?? ""), speech),
  handover_answered: (handover, payload, speech) =>
    answeredMessage(handover, String(payload.answer ?? ""), speech),
  handover_accepted: (handover, _payload, speech) => decidedMessage(handover, "accepted", speech),
  handover_declined: (handover, _payload, speech) => decidedMessage(handover, "declined", speech),
  handover_withdrawn: (handover, _payload, speech) => decidedMessage(handover, "withdrawn", speech),
};

/** What is said of other things: core sends none of these while the workspace is in preparation. */
const tellings: Record<string, (payload: Delivery["payload"], speech: Speech) => Message> = {
  import_notice: importMessage,
};

/** Sends what operations left for people in Slack, as direct messages. Throws what the outbox is to try again. */
export function createDelivery(parts: DeliverParts): (delivery: Delivery) => Promise<void> {
  const { host } = parts;
  /** Per workspace, the moment before which Slack asked us not to call. */
  const restUntil = new Map<string, number>();
  return async (delivery) => {
    if (host.clock.now().getTime() < (restUntil.get(delivery.workspaceId) ?? 0)) {
      throw new Error("Slack asked us to wait");
    }
    try {
      await send(parts, delivery);
    } catch (error) {
      const wait = passingFault(error)?.wait;
      if (wait) restUntil.set(delivery.workspaceId, host.clock.now().getTime() + wait);
      throw error;
    }
  };
}

async function send(
  { host, people, clientOf }: DeliverParts,
  { workspaceId, payload, id }: Delivery,
): Promise<void> {
  const kind = String(payload.kind);
  const ofHandover = handoverTellings[kind];
  const telling = tellings[kind];
  if (!ofHandover && !telling) throw new Error(`Slack knows no message of the kind ${kind}`);
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
  const said = ofHandover
    ? ofHandover(
        await host.ask(getHandover, { handoverId: textOf(payload.handoverId) ?? "" }, call),
        payload,
        speech,
      )
    : telling!(payload, speech);
  await sendDirect(client, member.slackUserId, said);
}
