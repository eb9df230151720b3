import type { Actor } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";

/** Clocks of mail servers and phones differ; more than a day ahead is a plan and belongs to the next actions. */
const AHEAD = 24 * 60 * 60 * 1000;

/** Errors: `occurred_in_future`, `ends_before_it_begins`. */
export function checkOccurred(at: Date, until: Date | null, now: Date): void {
  if (at.getTime() > now.getTime() + AHEAD) {
    throw new EnishiError("occurred_in_future", {}, { field: "occurredAt" });
  }
  if (until && until < at) throw new EnishiError("ends_before_it_begins", {}, { field: "occurredUntil" });
}

/** An entry is changed by who did it, who wrote it down, a manager or an administrator. */
export function mayChange(
  actor: Actor,
  entry: { authorId: string | null; recorderId: string | null },
): boolean {
  if (actor.role === "admin" || actor.role === "manager") return true;
  return actor.memberId !== null && [entry.authorId, entry.recorderId].includes(actor.memberId);
}

/** Errors: `forbidden`. */
export function requireChange(
  actor: Actor,
  entry: { authorId: string | null; recorderId: string | null },
): void {
  if (!mayChange(actor, entry)) throw new EnishiError("forbidden", { rule: "history_author" });
}
