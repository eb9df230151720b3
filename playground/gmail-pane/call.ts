import type { GoogleTokens } from "../google-front/index.ts";

/** As long as Google waits for an add-on. */
const PATIENCE_MS = 30_000;

/** Posts an event to the add-on, as Google does; gives back the JSON, or the status of what was none. */
export async function callAddon(
  origin: string,
  path: string,
  event: Record<string, unknown>,
  tokens: GoogleTokens,
): Promise<{ ok: true; answer: unknown } | { ok: false; status: number }> {
  const response = await fetch(new URL(path, origin), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${tokens.systemIdToken}` },
    body: JSON.stringify(event),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  const answer: unknown = await response?.json().catch(() => null);
  return response?.ok && answer ? { ok: true, answer } : { ok: false, status: response?.status ?? 0 };
}

/** The path that a card's button names, if it is one of ours; another address is not called. */
export function ownPath(address: string, origins: readonly string[]): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return origins.some((origin) => new URL(origin).origin === url.origin) && url.pathname.startsWith("/addon/")
    ? url.pathname
    : null;
}
