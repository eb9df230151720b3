import { createCustomer, searchCustomers } from "../../core/index.ts";
import { sameCompanyCard } from "../cards/index.ts";
import { parameter, ticked, typed } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { besideOf, profileView } from "../views/profile.ts";
import { createPerson, creationKey, knownAlready } from "./add-contact.ts";
import { unusable } from "./unusable.ts";

/**
 * Adds a new customer: a company with the mail's person, or the person alone. A company of that name is on record: asks
 * first whether it is the same, and never decides that by itself.
 */
export async function createNewCustomer(visit: Visit): Promise<Reply> {
  const { event, cards } = visit;
  const email = parameter(event, "email");
  const beside = besideOf(visit);
  if (!email || !beside) return unusable(visit);
  const company = (parameter(event, "company") ?? typed(event, "company"))?.slice(0, 200) ?? null;
  const person = (parameter(event, "person") ?? typed(event, "person"))?.slice(0, 200) ?? null;
  const owner = parameter(event, "owner")
    ? parameter(event, "owner") === "yes"
    : ticked(event, "owner", "yes");
  if (!company && !person) return { show: "nothing", told: cards.text("addon.told.name_needed") };
  const known = await knownAlready(visit, email, beside);
  if (known) return known;
  const ownerId = owner ? visit.memberId : null;
  const { messageId, externalId } = beside;
  if (company && parameter(event, "anyway") !== "yes") {
    const companies = await alike(visit, company);
    const typedIn = { company, person: person ?? "", email, owner };
    if (companies.length > 0) {
      return {
        show: "push",
        card: sameCompanyCard(cards, { typed: typedIn, mail: { messageId, externalId }, companies }),
      };
    }
  }
  const companyId =
    company && (await createCompany(visit, { name: company, ownerId, email: person ? null : email }));
  const personId =
    person &&
    (await createPerson(visit, {
      name: person,
      email,
      parentId: companyId,
      ownerId: companyId ? null : ownerId,
    }));
  const contactId = companyId ? personId : null;
  return {
    show: "update",
    card: await profileView(visit, (companyId ?? personId)!, { messageId, externalId, contactId }),
    told: cards.text("addon.told.customer_created"),
    changed: true,
  };
}

async function createCompany(
  visit: Visit,
  company: { name: string; ownerId: string | null; email: string | null },
): Promise<string> {
  const { name, ownerId, email } = company;
  const { customerId } = await visit.host.perform(
    createCustomer,
    {
      kind: "company",
      name,
      ownerId,
      contactPoints: email ? [{ kind: "mail", value: email }] : [],
      source: "Gmail",
    },
    visit.call,
    { idempotencyKey: creationKey(visit, "company", name) },
  );
  return customerId;
}

/** Companies whose name holds the typed one, legal form or not. */
async function alike(visit: Visit, name: string) {
  const { items } = await visit.host.ask(searchCustomers, { q: name, limit: 10 }, visit.call);
  return items
    .filter((item) => item.kind === "company")
    .map((item) => ({ customerId: item.customerId, name: item.name, place: item.prefecture ?? "" }));
}
