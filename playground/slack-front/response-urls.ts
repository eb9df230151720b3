import { randomUUID } from "node:crypto";
import { withBlockIds } from "./block-ids.ts";
import { APP, TEAM } from "./ids.ts";
import { refuseMessage } from "./lint-answer.ts";
import { stamp } from "./payloads.ts";
import type { FrontMessage, FrontRecord, Json, MessageRef } from "./record.ts";

/** Where a response address leads: to one person in one conversation, perhaps to the message they acted on. */
type Route = {
  userId: string;
  channelId: string;
  source?: MessageRef;
  uses: number;
  expires: number;
};

export type ResponseUrls = {
  create: (baseUrl: string, route: { userId: string; channelId: string; source?: MessageRef }) => string;
  /** Takes what the app posts to an address. */
  take: (id: string, body: unknown) => { status: number; body: string };
  /** Takes what the app put into the acknowledgement of the command or action of this address. */
  acknowledge: (url: string, body: string) => void;
};

const MAX_USES = 5;
const LIFE_MS = 30 * 60 * 1000;

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createResponseUrls(record: FrontRecord): ResponseUrls {
  const routes = new Map<string, Route>();

  function apply(route: Route, body: Json): string | undefined {
    const source = route.source && record.find(route.source, route.userId);
    if (body.delete_original === true) {
      if (source) record.messages.splice(record.messages.indexOf(source), 1);
    } else if (body.text === undefined && body.blocks === undefined) {
      return "no_text";
    } else {
      const refused = refuseMessage(body);
      if (refused) return String(refused.error);
      if (body.replace_original === true && source) replace(source, body);
      else route.source = post(route, body);
    }
    record.changed();
    return undefined;
  }

  function post(route: Route, body: Json): MessageRef {
    const message: FrontMessage = {
      ts: stamp(),
      channelId: route.channelId,
      ...(body.response_type !== "in_channel" && { ephemeralTo: route.userId }),
      userId: APP.botUserId,
      text: String(body.text ?? ""),
      blocks: withBlockIds((body.blocks as unknown[] | undefined) ?? []),
      edited: false,
    };
    record.messages.push(message);
    // A later `replace_original` means the message that a person acted on, or else our first answer.
    return route.source ?? { channelId: message.channelId, ts: message.ts };
  }

  return {
    create(baseUrl, route) {
      const id = randomUUID();
      routes.set(id, { ...route, uses: 0, expires: Date.now() + LIFE_MS });
      return `${baseUrl}/response/${TEAM.id}/${id}`;
    },
    take(id, body) {
      const route = routes.get(id);
      if (!route || route.expires < Date.now()) return failed(404, "expired_url");
      if (route.uses >= MAX_USES) return failed(404, "used_url");
      route.uses += 1;
      if (typeof body !== "object" || body === null) return failed(400, "invalid_payload");
      const error = apply(route, body as Json);
      return error === undefined ? { status: 200, body: '{"ok":true}' } : failed(400, error);
    },
    acknowledge(url, body) {
      const route = routes.get(url.split("/").at(-1) ?? "");
      const content = parseAcknowledgement(body);
      if (!route || content === undefined) return;
      const error = apply(route, content);
      if (error !== undefined) record.notices.push({ userId: route.userId, code: error, detail: body });
    },
  };
}

function replace(message: FrontMessage, body: Json): void {
  message.text = String(body.text ?? "");
  message.blocks = withBlockIds((body.blocks as unknown[] | undefined) ?? []);
  message.edited = true;
}

/** An acknowledgement may be empty, plain text, or a message as JSON. */
function parseAcknowledgement(body: string): Json | undefined {
  if (body.trim() === "") return undefined;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null) return parsed as Json;
  } catch {
    // Not JSON: it is the text itself.
  }
  return { text: body };
}

function failed(status: number, error: string): { status: number; body: string } {
  return { status, body: JSON.stringify({ ok: false, error }) };
}
