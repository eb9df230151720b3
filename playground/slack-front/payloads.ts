import { randomUUID } from "node:crypto";
import { APP, TEAM } from "./ids.ts";

type Json = Record<string, unknown>;

/** Who acts, and where. */
export type Actor = { userId: string; userName: string };
export type Place = { channelId: string; channelName: string };

export type CommandParts = Actor &
  Place & { command: string; text: string; triggerId: string; responseUrl: string };

/** The form that Slack posts for a slash command. */
export function commandForm(parts: CommandParts): URLSearchParams {
  return new URLSearchParams({
    token: "verification-token",
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: parts.channelId,
    channel_name: parts.channelName,
    user_id: parts.userId,
    user_name: parts.userName,
    command: parts.command,
    text: parts.text,
    api_app_id: APP.id,
    is_enterprise_install: "false",
    response_url: parts.responseUrl,
    trigger_id: parts.triggerId,
  });
}

/** What all interactive payloads share. */
export function interaction(type: string, actor: Actor, triggerId: string, more: Json): Json {
  return {
    type,
    user: { id: actor.userId, username: actor.userName, name: actor.userName, team_id: TEAM.id },
    api_app_id: APP.id,
    token: "verification-token",
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    ...(triggerId !== "" && { trigger_id: triggerId }),
    ...more,
  };
}

/** The form that carries an interactive payload. */
export function interactionForm(payload: Json): URLSearchParams {
  return new URLSearchParams({ payload: JSON.stringify(payload) });
}

/** The JSON that Slack posts for an event. */
export function eventEnvelope(
  event: Json,
  eventId = `Ev${randomUUID().replaceAll("-", "").toUpperCase()}`,
): Json {
  return {
    token: "verification-token",
    team_id: TEAM.id,
    api_app_id: APP.id,
    event: { event_ts: stamp(), ...event },
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: APP.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}

let lastStamp = 0;

/** A time as Slack writes it, seconds with microseconds, never the same twice. */
export function stamp(): string {
  lastStamp = Math.max(lastStamp + 1, Date.now() * 1000);
  const digits = String(lastStamp);
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
