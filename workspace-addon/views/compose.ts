import { findByMail, getProfile } from "../../core/index.ts";
import { type Card, composeCard, type Recipient } from "../cards/index.ts";
import { parseAddresses } from "../mail/addresses.ts";
import type { Visit } from "../routes/visit.ts";

/** Recipients whose profiles are read; a mail to more is a circular. */
const PROFILES = 5;

/** Beside a draft: who the recipients are. Needs the draft's metadata in the event (draftAccess: METADATA). */
export async function composeView(visit: Visit): Promise<Card> {
  const { toRecipients = [], ccRecipients = [], bccRecipients = [] } = visit.event.gmail ?? {};
  const addresses = [...toRecipients, ...ccRecipients, ...bccRecipients].flatMap(parseAddresses);
  const emails = [...new Set(addresses.map(({ email }) => email))]
    .filter((email) => !visit.isOurs(email))
    .slice(0, 100);
  if (emails.length === 0) return composeCard(visit.cards, { known: [], unknown: [] });
  const { people } = await visit.host.ask(findByMail, { emails }, visit.call);
  const distinct = [...new Map(people.map((person) => [person.customerId, person])).values()];
  const known: Recipient[] = [];
  for (const person of distinct.slice(0, PROFILES)) {
    const customerId = person.company?.id ?? person.customerId;
    const profile = await visit.host.ask(getProfile, { customerId, historyLimit: 0 }, visit.call);
    known.push({
      customerId,
      name: person.name,
      company: person.company?.name ?? null,
      email: person.email,
      owners: profile.owners.filter((owner) => owner.role === "owner").map((owner) => owner.name),
      next: profile.nextActions,
      pinned: await visit.host.profileSections(customerId, visit.call),
    });
  }
  const unknown = emails.filter((email) => !people.some((person) => person.email === email));
  return composeCard(visit.cards, { known, unknown });
}
