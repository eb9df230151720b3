import type { IncomingMessage, ServerResponse } from "node:http";
import type { FrontContext } from "./context.ts";
import type { ApiAnswer } from "./emulator.ts";
import type { Fault } from "./faults.ts";
import { parseArguments, readBody, reply } from "./http.ts";
import { chatMethods, type Method } from "./methods-chat.ts";
import { userMethods } from "./methods-users.ts";
import { viewMethods } from "./methods-views.ts";
import type { Json } from "./record.ts";

const OWN: Record<string, Method> = {
  ...chatMethods,
  ...viewMethods,
  ...userMethods,
  "auth.revoke": (front, _args, token) => {
    front.tokens.set(token, "token_revoked");
    return { ok: true, revoked: true };
  },
  "apps.connections.open": (front) => ({ ok: true, url: front.socketUrl() }),
};

// Meant for the Front alone: real Slack has no such method.
const HIDDEN = new Set(["views.generateTriggerId"]);
const WITHOUT_TOKEN = new Set(["oauth.v2.access", "api.test"]);

/** Answers one Web API call: fault, sign-in, own method or the emulator's, record. */
export async function handleApi(
  front: FrontContext,
  method: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await readBody(request);
  const args = parseArguments(request, raw);
  const fault = front.faults.take(method);
  if (fault && fault.kind !== "error") {
    note(front, method, args, { ok: false, error: fault.kind });
    return meet(fault, response);
  }
  const token = tokenOf(request, args);
  const answer: ApiAnswer = fault
    ? { ok: false, error: fault.error }
    : (refuseToken(front, method, token) ?? (await run(front, method, args, token)));
  note(front, method, args, answer);
  reply(response, 200, answer, { "x-oauth-scopes": front.scopes.join(",") });
}

async function run(front: FrontContext, method: string, args: Json, token: string): Promise<ApiAnswer> {
  const own = Object.hasOwn(OWN, method) ? OWN[method] : undefined;
  if (own) return own(front, args, token);
  if (HIDDEN.has(method)) return { ok: false, error: "unknown_method" };
  const answer = await front.backing.call(method, args);
  // A token that an installation has just got is as good as the first one.
  if (method === "oauth.v2.access" && typeof answer.access_token === "string") {
    front.tokens.set(answer.access_token, "ok");
  }
  return answer;
}

function refuseToken(front: FrontContext, method: string, token: string): ApiAnswer | undefined {
  if (WITHOUT_TOKEN.has(method)) return undefined;
  if (token === "") return { ok: false, error: "not_authed" };
  if (method === "apps.connections.open") {
    return token === front.appToken ? undefined : { ok: false, error: "not_allowed_token_type" };
  }
  const standing = front.tokens.get(token) ?? "invalid_auth";
  return standing === "ok" ? undefined : { ok: false, error: standing };
}

function tokenOf(request: IncomingMessage, args: Json): string {
  const header = request.headers.authorization ?? "";
  if (header.startsWith("Bearer ")) return header.slice("Bearer ".length).trim();
  return typeof args.token === "string" ? args.token : "";
}

function note(front: FrontContext, method: string, args: Json, answer: ApiAnswer): void {
  const { token: _secret, client_secret: _other, ...shown } = args;
  front.requests.push({
    method,
    args: shown,
    ok: answer.ok,
    ...(answer.error !== undefined && { error: answer.error }),
    ...(typeof answer.warning === "string" && { warning: answer.warning }),
  });
}

/** Lets a call run into its fault. A hanging one is cut when the Front stops. */
export function meet(fault: Exclude<Fault, { kind: "error" }>, response: ServerResponse): void {
  if (fault.kind === "drop") response.socket?.destroy();
  if (fault.kind === "status") reply(response, fault.status, { ok: false, error: "internal_error" });
  if (fault.kind === "rate_limited") {
    reply(response, 429, { ok: false, error: "ratelimited" }, { "retry-after": String(fault.retryAfter) });
  }
}
