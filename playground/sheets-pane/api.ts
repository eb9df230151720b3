import { HTTPException } from "hono/http-exception";
import { EnishiError } from "../../core/index.ts";
import { findPerson, people } from "../people.ts";
import type { Tokens } from "./tokens.ts";

/** Calls `/v1/…` in the name of a person, as any program with a token would. */
export type CallApi = (
  as: string | undefined,
  locale: "ja" | "en",
  method: "GET" | "POST",
  path: string,
  body?: object,
) => Promise<Record<string, unknown>>;

/** What the API refuses comes out as 422 with its own words for the person. Error: `not_a_member`. */
export function createCallApi(origin: string, tokens: Tokens): CallApi {
  return async (as, locale, method, path, body) => {
    const token = await tokens.of(findPerson(as) ?? people[0]!);
    if (!token) throw new EnishiError("not_a_member");
    const bytes = body instanceof Blob || body instanceof ReadableStream;
    const response = await fetch(new URL(path, origin), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "accept-language": locale,
        ...(body && { "content-type": bytes ? "application/octet-stream" : "application/json" }),
      },
      ...(body && { body: bytes ? body : JSON.stringify(body) }),
      // A body that arrives piece by piece is passed on so.
      ...(bytes && { duplex: "half" }),
    } as RequestInit);
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (response.ok) return answer;
    throw new HTTPException(422, { message: String(answer.title ?? response.status) });
  };
}
