import type { webApi } from "@slack/bolt";
import { sha256 } from "../core/index.ts";
import { asObject, type SlackBody, textOf } from "./delivery.ts";

/** What came in, before it is known who it came from. */
export interface Deed {
  body: SlackBody;
  client: webApi.WebClient;
  key: string;
  /** When the person did it. */
  sentAt: Date;
  attempt: number;
  teamId: string;
  slackUserId: string;
  channelId: string | null;
  responseUrl: string | null;
  triggerId: string | null;
}

/** What Bolt gives every listener, as far as we use it. */
export interface BoltArgs {
  body: unknown;
  client: webApi.WebClient;
  context: { [key: string]: unknown };
  ack?: (response?: never) => Promise<void>;
}

/** Reads who did what where out of what Bolt gives. */
export function readDeed(args: BoltArgs): Deed {
  const body = args.body as SlackBody;
  const event = asObject(body.event);
  const team = asObject(body.team);
  const user = asObject(body.user);
  const sentAt = textOf(args.context.sentAt);
  return {
    body,
    client: args.client,
    key: textOf(args.context.deliveryKey) ?? "",
    sentAt: sentAt ? new Date(sentAt) : new Date(),
    attempt: Number(args.context.attempt ?? 0),
    teamId: textOf(body.team_id) ?? textOf(team?.id) ?? textOf(user?.team_id) ?? "",
    slackUserId: textOf(body.user_id) ?? textOf(user?.id) ?? textOf(event?.user) ?? "",
    channelId: textOf(body.channel_id) ?? textOf(asObject(body.channel)?.id),
    responseUrl: textOf(body.response_url),
    triggerId: textOf(body.trigger_id),
  };
}

/** The same for every try of one delivery, so that log, audit trail and the person's number agree. */
export function requestIdOf(deed: Deed): string {
  return sha256(deed.key).slice(0, 16);
}
