import { createCustomer, findByMail, sha256 } from "../../core/index.ts";
import { parameter, typed } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { type Beside, besideOf, profileView } from "../views/profile.ts";
import { unusable } from "./unusable.ts";

/** Adds the mail's person as 先方担当 of a company that is on record. */
export async function addContact(visit: Visit): Promise<Reply> {
  const { event, cards } = visit;
  const email = parameter(event, "email");
  const beside = besideOf(visit);
  if (!email || !beside) return unusable(visit);
  const companyId = parameter(event, "companyId") ?? typed(event, "companyId");
  if (!companyId) return { show: "nothing", told: cards.text("addon.told.choose_company") };
  const known = await knownAlready(visit, email, beside);
  if (known) return known;
  const person = parameter(event, "person") ?? typed(event, "person");
  if (!person) return { show: "nothing", told: cards.text("addon.told.name_needed") };
  const contactId = await createPerson(visit, { name: person, email, parentId: companyId, ownerId: null });
  return {
    show: "update",
    card: await profileView(visit, companyId, { ...beside, contactId }),
    told: cards.text("addon.told.contact_added"),
    changed: true,
  };
}

/** A second press, or a colleague's: the person is on record by now. */
export async function knownAlready(visit: Visit, email: string, beside: Beside): Promise<Reply | null> {
  const { people } = await visit.host.ask(findByMail, { emails: [email] }, visit.call);
  const [known] = people;
  if (!known) return null;
  const ofCompany = known.kind === "person" && known.company;
  const card = ofCompany
    ? await profileView(visit, known.company!.id, { ...beside, contactId: known.customerId })
    : await profileView(visit, known.customerId, { ...beside, contactId: null });
  return { show: "update", card, told: visit.cards.text("addon.told.contact_known"), changed: true };
}

/** One press makes one person, however often it arrives. */
export async function createPerson(
  visit: Visit,
  person: { name: string; email: string; parentId: string | null; ownerId: string | null },
): Promise<string> {
  const { name, email, parentId, ownerId } = person;
  const { customerId } = await visit.host.perform(
    createCustomer,
    {
      kind: "person",
      name: name.slice(0, 200),
      parentId,
      ownerId,
      honorific: "様",
      contactPoints: [{ kind: "mail", value: email }],
      source: "Gmail",
    },
    visit.call,
    { idempotencyKey: creationKey(visit, "person", parentId ?? "", name, email) },
  );
  return customerId;
}

/** What the key of a creation is made of: the mail that it came from, and what was typed. */
export function creationKey(visit: Visit, ...parts: string[]): string {
  return `gmail:${parameter(visit.event, "messageId")}:create:${sha256(JSON.stringify(parts)).slice(0, 32)}`;
}
