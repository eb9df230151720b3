import { getProfile, type Profile } from "../../core/index.ts";
import { type Card, type MailRef, profileCard } from "../cards/index.ts";
import { parameter } from "../events/event.ts";
import type { Visit } from "../routes/visit.ts";

/** Which mail a card stands beside, and whom of theirs it is about. */
export interface Beside extends MailRef {
  contactId: string | null;
}

/** A customer's card with what plugins pin on top of it. Error: `customer_not_found`. */
export async function profileView(visit: Visit, customerId: string, beside: Beside | null): Promise<Card> {
  return profileOf(visit, await visit.host.ask(getProfile, { customerId }, visit.call), beside);
}

/** The same, of a profile that is at hand. */
export async function profileOf(visit: Visit, profile: Profile, beside: Beside | null): Promise<Card> {
  const pinned = await visit.host.profileSections(profile.customer.id, visit.call);
  const contact = beside?.contactId ? profile.people.find((person) => person.id === beside.contactId) : null;
  const mail = beside && {
    messageId: beside.messageId,
    externalId: beside.externalId,
    contact: contact ?? null,
    logged: isLogged(profile, beside.externalId),
  };
  return profileCard(visit.cards, { profile, pinned, mail });
}

export function isLogged(profile: Profile, externalId: string): boolean {
  return profile.history.some((entry) => entry.externalId === externalId);
}

/** The mail that the pressed button named; null when it stood beside none. */
export function besideOf(visit: Visit): Beside | null {
  const messageId = parameter(visit.event, "messageId");
  const externalId = parameter(visit.event, "externalId");
  if (!messageId || !externalId) return null;
  return { messageId, externalId, contactId: parameter(visit.event, "contactId") };
}
