import { createHash } from "node:crypto";

export type SlackBody = Record<string, unknown>;

export type DeliveryKind =
  | "command"
  | "action"
  | "submission"
  | "closing"
  | "shortcut"
  | "event"
  | "suggestion";

/** One thing that Slack tells us, whichever way it came. */
export interface SlackDelivery {
  kind: DeliveryKind;
  /** The same delivery once more has the same key; another one never has it, even when its text is the same. */
  key: string;
  /** Deliveries of one lane are done one after another: a person's own, in the order of their doing. */
  lane: string;
  body: SlackBody;
}

/** Reads the body of a request: JSON (events), a form (commands), or a form with JSON inside (the rest). Null: neither. */
export function parseBody(text: string, contentType: string): SlackBody | null {
  try {
    if (contentType.includes("application/json")) return asObject(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get("payload");
    return payload === null ? Object.fromEntries(form) : asObject(JSON.parse(payload));
  } catch {
    return null;
  }
}

/**
 * Names what a body is and by what a repeat of it is known: `event_id`, `trigger_id`, for a submission the view as it
 * stood (a double click sends it twice with different triggers), over Socket Mode also `envelope_id`.
 * Null: nothing that we know.
 */
export function readDelivery(body: SlackBody, envelopeId?: string): SlackDelivery | null {
  const kind = kindOf(body);
  if (!kind) return null;
  const { token: _legacyVerificationToken, ...kept } = body;
  const id = idOf(kind, body) ?? envelopeId ?? digest(body);
  return { kind, key: `${kind}:${id}`, lane: laneOf(body), body: kept };
}

/**
 * When a person did what a body tells, by Slack's clock: an event says so itself (a repeat is signed anew, hours later
 * even); the rest is signed with the time. Null: unknown (a socket).
 */
export function sentAt(body: SlackBody, signedAt: string | undefined): Date | null {
  const event = asObject(body.event);
  const seconds = Number(textOf(event?.event_ts) ?? body.event_time ?? signedAt);
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1000) : null;
}

function kindOf(body: SlackBody): DeliveryKind | null {
  if (typeof body.command === "string") return "command";
  switch (body.type) {
    case "event_callback":
      return "event";
    case "block_actions":
      return "action";
    case "view_submission":
      return "submission";
    case "view_closed":
      return "closing";
    case "block_suggestion":
      return "suggestion";
    case "shortcut":
    case "message_action":
      return "shortcut";
    default:
      return null;
  }
}

function idOf(kind: DeliveryKind, body: SlackBody): string | null {
  if (kind === "event") return textOf(body.event_id);
  if (kind === "submission" || kind === "closing") {
    const view = asObject(body.view);
    const id = textOf(view?.id);
    return id && `${id}:${textOf(view?.hash) ?? ""}`;
  }
  return textOf(body.trigger_id);
}

function laneOf(body: SlackBody): string {
  const event = asObject(body.event);
  const user = textOf(body.user_id) ?? textOf(asObject(body.user)?.id) ?? textOf(event?.user) ?? "";
  const team = textOf(body.team_id) ?? textOf(asObject(body.team)?.id) ?? "";
  return `${team}:${user}`;
}

function digest(body: SlackBody): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex");
}

/** A value as an object, or null. */
export function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A value as a text that is not empty, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
