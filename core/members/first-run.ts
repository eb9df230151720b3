import { isFreeMailDomain } from "../japanese/index.ts";
import type { Role } from "../kernel/permissions.ts";

/** Who of the Slack workspace becomes a member (ENISHI_MEMBERS). */
export type MembersRule = { kind: "invite" } | { kind: "channel"; channelId: string } | { kind: "all" };

/** Reads ENISHI_MEMBERS: `invite` (also when empty), `channel:<id>` or `all`; null for anything else. */
export function parseMembersRule(text: string | undefined): MembersRule | null {
  const value = (text ?? "").normalize("NFKC").trim();
  if (value === "" || /^invite$/i.test(value)) return { kind: "invite" };
  if (/^all$/i.test(value)) return { kind: "all" };
  const channelId = /^channel:\s*#?([CG][A-Z0-9]{2,})$/i.exec(value)?.[1];
  return channelId ? { kind: "channel", channelId: channelId.toUpperCase() } : null;
}

/** The facts of `users.info` that matter, and what the caller knows beside them. */
export interface SlackPerson {
  teamId: string;
  isBot: boolean;
  isDeleted: boolean;
  /** is_restricted or is_ultra_restricted. */
  isGuest: boolean;
  /** is_stranger: somebody from another workspace in a shared channel. */
  isStranger: boolean;
  isOwner: boolean;
  isAdmin: boolean;
}

export type Seat =
  | { seat: true; role: Role }
  | { seat: false; reason: "bot" | "deleted" | "outsider" | "guest" | "not_invited" | "not_in_channel" };

/**
 * Whether a Slack user gets a seat, and which role a new seat has. Bots, guests and outsiders never get one. Owners and
 * admins of the Slack workspace always do, as admin; so does whom a member named (in a handover).
 */
export function decideSeat(
  rule: MembersRule,
  person: SlackPerson,
  facts: { teamId: string; named: boolean; inChannel: boolean },
): Seat {
  if (person.isBot) return { seat: false, reason: "bot" };
  if (person.isDeleted) return { seat: false, reason: "deleted" };
  if (person.isStranger || person.teamId !== facts.teamId) return { seat: false, reason: "outsider" };
  if (person.isGuest) return { seat: false, reason: "guest" };
  if (person.isOwner || person.isAdmin) return { seat: true, role: "admin" };
  if (facts.named || rule.kind === "all") return { seat: true, role: "member" };
  if (rule.kind === "channel" && facts.inChannel) return { seat: true, role: "member" };
  return { seat: false, reason: rule.kind === "channel" ? "not_in_channel" : "not_invited" };
}

/**
 * Whether an address proves that a Google identity is the member who has it: verified by Google, in an allowed domain,
 * and, where Google names the hosted domain, that one. A free-mail domain is never allowed: anybody can have one.
 */
export function mayJoinByMail(
  identity: { email: string | null; emailVerified: boolean; hostedDomain?: string | null },
  allowedDomains: readonly string[],
): boolean {
  if (!identity.email || !identity.emailVerified) return false;
  const domain = identity.email.slice(identity.email.lastIndexOf("@") + 1).toLowerCase();
  if (isFreeMailDomain(domain)) return false;
  if (identity.hostedDomain && identity.hostedDomain.toLowerCase() !== domain) return false;
  return allowedDomains.some((allowed) => allowed.trim().toLowerCase() === domain);
}
