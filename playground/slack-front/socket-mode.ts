import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Deliver, Delivery } from "./deliver.ts";
import { parseJson } from "./http.ts";
import { APP } from "./ids.ts";
import { acceptSocket, type Socket } from "./websocket.ts";

/** Slack's side of Socket Mode: while an app is connected, requests go to it through its socket. */
export type SocketMode = {
  /** Takes a WebSocket upgrade. */
  connect: (request: IncomingMessage, stream: Duplex) => void;
  connected: () => boolean;
  deliver: Deliver;
  /** Tells every connected app to come back on a new connection, as Slack does now and then. */
  disconnect: () => void;
  stop: () => void;
};

const PATIENCE_MS = 3000;

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSocketMode(): SocketMode {
  const sockets = new Set<Socket>();
  const waiting = new Map<string, (payload: unknown) => void>();

  function connect(request: IncomingMessage, stream: Duplex): void {
    const socket = acceptSocket(request, stream, {
      message(text) {
        const answer = parseJson(text) as { envelope_id?: string; payload?: unknown } | undefined;
        if (answer?.envelope_id !== undefined) waiting.get(answer.envelope_id)?.(answer.payload);
      },
      close: () => sockets.delete(socket),
    });
    sockets.add(socket);
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: sockets.size,
        debug_info: { host: "127.0.0.1", approximate_connection_time: 18_060 },
        connection_info: { app_id: APP.id },
      }),
    );
  }

  function deliver(
    content: URLSearchParams | object,
    headers: Record<string, string> = {},
  ): Promise<Delivery> {
    const started = performance.now();
    const envelopeId = randomUUID();
    return new Promise((resolve) => {
      const finish = (outcome: Pick<Delivery, "status" | "body" | "error">) => {
        clearTimeout(patience);
        waiting.delete(envelopeId);
        resolve({ ...outcome, elapsedMs: Math.round(performance.now() - started) });
      };
      const patience = setTimeout(
        () => finish({ status: null, body: "", error: "operation_timeout" }),
        PATIENCE_MS,
      );
      waiting.set(envelopeId, (payload) => finish({ status: 200, body: bodyOf(payload) }));
      const [socket] = sockets;
      socket?.send(JSON.stringify({ envelope_id: envelopeId, ...envelope(content, headers) }));
    });
  }

  return {
    connect,
    connected: () => sockets.size > 0,
    deliver,
    disconnect() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    stop() {
      for (const socket of sockets) socket.close();
    },
  };
}

function envelope(content: URLSearchParams | object, headers: Record<string, string>): object {
  if (!(content instanceof URLSearchParams)) {
    return {
      type: "events_api",
      payload: content,
      accepts_response_payload: false,
      retry_attempt: Number(headers["x-slack-retry-num"] ?? 0),
      retry_reason: headers["x-slack-retry-reason"] ?? "",
    };
  }
  const payload = content.get("payload");
  return payload === null
    ? { type: "slash_commands", payload: Object.fromEntries(content), accepts_response_payload: true }
    : { type: "interactive", payload: parseJson(payload), accepts_response_payload: true };
}

function bodyOf(payload: unknown): string {
  if (payload === undefined || payload === null || payload === "") return "";
  return typeof payload === "string" ? payload : JSON.stringify(payload);
}
