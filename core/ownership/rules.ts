import type { Actor } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import type { Role } from "../kernel/permissions.ts";
import type { HandoverState } from "./roles.ts";

export interface Party {
  id: string;
  name: string;
  role: Role;
  status: string;
}

/** A customer as it stands when a handover is proposed. */
export interface Standing {
  customerId: string;
  name: string;
  ownerId: string | null;
  openHandoverId: string | null;
}

export function leads(actor: Actor): boolean {
  return actor.role === "admin" || actor.role === "manager";
}

/**
 * Who hands over: the one owner of the customers, else the predecessor that is named for ownerless ones.
 * Errors: `several_owners`, `not_owned_by` (another one owns it).
 */
export function predecessorOf(standings: readonly Standing[], fromMemberId: string | null): string | null {
  const owned = standings.filter((standing) => standing.ownerId !== null);
  const owners = [...new Set(owned.map((standing) => standing.ownerId))];
  if (fromMemberId) {
    const other = owned.find((standing) => standing.ownerId !== fromMemberId);
    if (other) throw new EnishiError("not_owned_by", { customer: other.name }, { field: "fromMemberId" });
    return fromMemberId;
  }
  if (owners.length > 1) throw new EnishiError("several_owners", {}, { field: "customerIds" });
  return owners[0] ?? null;
}

/**
 * An ownerless customer may be handed over by any member, an owned one by its owner, a manager or an administrator.
 * For a predecessor without login (left, or known only from a list) a manager or an administrator acts.
 * Error: `forbidden` with the rule that refused.
 */
export function requireMayPropose(
  actor: Actor,
  standings: readonly Standing[],
  predecessor: Party | null,
): void {
  if (leads(actor)) return;
  if (predecessor && predecessor.status !== "active") {
    throw new EnishiError("forbidden", { rule: "predecessor_without_login", name: predecessor.name });
  }
  const foreign = standings.find((standing) => standing.ownerId && standing.ownerId !== actor.memberId);
  if (foreign) throw new EnishiError("forbidden", { rule: "not_owner", customer: foreign.name });
}

/** Errors: `member_not_found`, `successor_cannot_accept` (no login, or reads only). */
export function requireSuccessor(party: Party | undefined): Party {
  if (!party) throw new EnishiError("member_not_found", {}, { field: "toMemberId" });
  if (party.status !== "active" || party.role === "viewer") {
    throw new EnishiError("successor_cannot_accept", { name: party.name }, { field: "toMemberId" });
  }
  return party;
}

/** Errors: `already_owner`, `handover_open` (the customer waits in another handover). */
export function requireTransferable(standings: readonly Standing[], toMemberId: string): void {
  for (const { name, ownerId, openHandoverId } of standings) {
    if (ownerId === toMemberId)
      throw new EnishiError("already_owner", { customer: name }, { field: "toMemberId" });
    if (openHandoverId) {
      throw new EnishiError(
        "handover_open",
        { customer: name, handoverId: openHandoverId },
        { field: "customerIds" },
      );
    }
  }
}

/** Error: `handover_closed` with its state, when it was accepted, declined or withdrawn. */
export function requireOpen(state: HandoverState): void {
  if (state !== "proposed" && state !== "asked") throw new EnishiError("handover_closed", { state });
}

/** Error: `forbidden`: only the successor who is named accepts, declines or asks back. */
export function requireNamedSuccessor(actor: Actor, toMemberId: string, toName: string): void {
  if (actor.memberId !== toMemberId)
    throw new EnishiError("forbidden", { rule: "not_successor", name: toName });
}

/** Error: `forbidden`: those who hand over answer and withdraw: proposer, predecessor, manager, administrator. */
export function requireHandingOver(
  actor: Actor,
  handover: { proposerId: string; fromMemberId: string | null },
): void {
  if (leads(actor)) return;
  if (actor.memberId && [handover.proposerId, handover.fromMemberId].includes(actor.memberId)) return;
  throw new EnishiError("forbidden", { rule: "not_handing_over" });
}
