import type { IncomingMessage, ServerResponse } from "node:http";

const MAX_BODY = 4 * 1024 * 1024;

/** The whole body of a request as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new RangeError("The request is larger than the pretend Slack reads");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * The arguments of a Web API call, from the address, a form or JSON. Fields that hold JSON (blocks, view…)
 * are read; when one cannot be, it stays text and the linter says so.
 */
export function parseArguments(request: IncomingMessage, raw: string): Record<string, unknown> {
  const address = new URL(request.url ?? "/", "http://127.0.0.1");
  const json = request.headers["content-type"]?.includes("application/json") ?? false;
  const body = json ? parseJson(raw) : Object.fromEntries(new URLSearchParams(raw));
  const args = { ...Object.fromEntries(address.searchParams), ...(isRecord(body) ? body : {}) };
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      STRUCTURED.has(key) && typeof value === "string" ? (parseJson(value) ?? value) : value,
    ]),
  );
}

const STRUCTURED = new Set(["blocks", "view", "attachments", "metadata"]);

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const json = typeof body !== "string";
  response.writeHead(status, {
    "content-type": json ? "application/json; charset=utf-8" : "text/plain; charset=utf-8",
    ...headers,
  });
  response.end(json ? JSON.stringify(body) : body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
