import { findByMail } from "../../core/index.ts";
import {
  type Card,
  type MailRef,
  newCustomerCard,
  type UnknownSender,
  unknownSenderCard,
} from "../cards/index.ts";
import { readDisplayName } from "../mail/display-name.ts";
import type { Visit } from "../routes/visit.ts";

export interface SenderFacts {
  name: string;
  email: string;
  mail: MailRef;
}

/** Somebody who is not on record: first as 先方担当 of a company known by domain, only then as a new customer. */
export async function unknownSenderView(visit: Visit, sender: SenderFacts): Promise<Card> {
  return unknownSenderCard(visit.cards, await unknownSender(visit, sender));
}

/** Only the form of a new customer. */
export async function newCustomerView(visit: Visit, sender: SenderFacts): Promise<Card> {
  return newCustomerCard(visit.cards, await unknownSender(visit, sender));
}

async function unknownSender(visit: Visit, { name, email, mail }: SenderFacts): Promise<UnknownSender> {
  const { domainCompanies, freeMail } = await visit.host.ask(findByMail, { emails: [email] }, visit.call);
  return {
    mail,
    name,
    email,
    ...readDisplayName(name),
    companies: domainCompanies.map(({ customerId, name: company }) => ({ customerId, name: company })),
    freeMail,
  };
}
