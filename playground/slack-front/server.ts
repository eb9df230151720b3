import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FrontContext } from "./context.ts";
import { parseJson, readBody, reply } from "./http.ts";
import type { SocketMode } from "./socket-mode.ts";
import { handleApi, meet } from "./web-api.ts";

/** Listens on a free port of the loopback interface; `stop` also cuts calls that hang. */
export async function startServer(
  front: FrontContext,
  socketMode: SocketMode,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    route(front, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        reply(response, 500, { ok: false, error: "fatal_error", detail: String(error) });
    });
  });
  server.on("upgrade", (request, stream) => {
    if (front.takeTicket(request.url ?? "")) socketMode.connect(request, stream);
    else stream.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        socketMode.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function route(front: FrontContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
  const method = /^\/api\/([\w.]+)$/.exec(pathname)?.[1];
  if (method !== undefined) return handleApi(front, method, request, response);
  const responseId = /^\/response\/\w+\/([\w-]+)$/.exec(pathname)?.[1];
  if (responseId !== undefined) return handleResponse(front, responseId, request, response);
  if (pathname.startsWith("/oauth/")) return passOn(front, request, response);
  reply(response, 404, { ok: false, error: "not_found" });
}

async function handleResponse(
  front: FrontContext,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = parseJson(await readBody(request));
  const fault = front.faults.take("response_url");
  const args = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  if (fault) {
    front.requests.push({ method: "response_url", args, ok: false, error: fault.kind });
    return fault.kind === "error"
      ? reply(response, 404, { ok: false, error: fault.error })
      : meet(fault, response);
  }
  const taken = front.responses.take(id, body);
  const error = (parseJson(taken.body) as { error?: string }).error;
  front.requests.push({ method: "response_url", args, ok: taken.status === 200, ...(error && { error }) });
  response.writeHead(taken.status, { "content-type": "application/json" }).end(taken.body);
}

/** The pages of an installation are the emulator's own. */
async function passOn(
  front: FrontContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = request.method === "POST" ? await readBody(request) : undefined;
  const answer = await fetch(new URL(request.url ?? "/", front.backing.url), {
    method: request.method ?? "GET",
    headers: { "content-type": request.headers["content-type"] ?? "text/plain" },
    ...(body !== undefined && { body }),
    redirect: "manual",
  });
  const location = answer.headers.get("location");
  response.writeHead(answer.status, {
    "content-type": answer.headers.get("content-type") ?? "text/html",
    ...(location !== null && { location }),
  });
  response.end(await answer.text());
}
