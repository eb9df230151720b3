import {
  claimIdentity,
  type EnishiError,
  isEnishiError,
  type PluginHost,
  useLink,
} from "../../core/index.ts";
import type { GoogleIdentity } from "./id-token.ts";

export interface Seat {
  workspaceId: string;
  memberId: string;
}

export interface Seats {
  /** The member whom this identity is; null when it is nobody's yet. */
  find(identity: GoogleIdentity): Promise<Seat | null>;
  /** Spends a one-time code. Errors: `link_invalid`, `link_used`, `link_expired`, `identity_taken`. */
  link(identity: GoogleIdentity, code: string): Promise<Seat>;
}

const PROVIDER = "google";
/** Whether the member still works here is looked up with every call; only who they are is remembered. */
const REMEMBER_MS = 5 * 60_000;
const REMEMBER_MOST = 2_000;

/**
 * Joins proved Google identities with members: by `sub`, else by the verified address in an allowed domain, else by a
 * one-time code.
 */
export function createSeats(host: PluginHost, allowedDomains: readonly string[]): Seats {
  const known = new Map<string, Seat & { until: number }>();

  async function find(identity: GoogleIdentity): Promise<Seat | null> {
    const now = host.clock.now().getTime();
    const remembered = known.get(identity.subject);
    if (remembered && remembered.until > now) return remembered;
    for (const { id } of await host.workspaces()) {
      const { memberId } = await host.perform(
        claimIdentity,
        {
          provider: PROVIDER,
          subject: identity.subject,
          email: identity.email,
          emailVerified: true,
          hostedDomain: identity.hostedDomain,
          allowedDomains: [...allowedDomains],
        },
        systemCall(id),
      );
      if (memberId) return remember(identity.subject, { workspaceId: id, memberId });
    }
    return null;
  }

  async function link(identity: GoogleIdentity, code: string): Promise<Seat> {
    let fault: EnishiError | null = null;
    for (const { id } of await host.workspaces()) {
      try {
        const { memberId } = await host.perform(
          useLink,
          { code, provider: PROVIDER, subject: identity.subject },
          systemCall(id),
        );
        return remember(identity.subject, { workspaceId: id, memberId });
      } catch (error) {
        // The code of another workspace is unknown here; what any workspace says beyond that is the answer.
        if (!isEnishiError(error)) throw error;
        if (!fault || error.code !== "link_invalid") fault = error;
      }
    }
    throw fault ?? new Error("there is no workspace");
  }

  function remember(subject: string, seat: Seat): Seat {
    if (known.size >= REMEMBER_MOST) known.clear();
    known.set(subject, { ...seat, until: host.clock.now().getTime() + REMEMBER_MS });
    return seat;
  }

  function systemCall(workspaceId: string) {
    return {
      workspaceId,
      actor: { kind: "system", onBehalfOf: null },
      surface: "gmail",
      locale: "ja",
      requestId: host.newId(),
    } as const;
  }

  return { find, link };
}
