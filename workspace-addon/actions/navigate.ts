import { searchCustomers } from "../../core/index.ts";
import { searchCard } from "../cards/index.ts";
import { parameter, typed } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { mailView } from "../views/mail.ts";
import { besideOf, profileView } from "../views/profile.ts";
import { newCustomerView, type SenderFacts, unknownSenderView } from "../views/unknown-sender.ts";
import { unusable } from "./unusable.ts";

/** Opens the card of a customer whom a list or a chooser named. */
export async function openCustomer(visit: Visit): Promise<Reply> {
  const customerId = parameter(visit.event, "customerId");
  if (!customerId) return unusable(visit);
  return { show: "push", card: await profileView(visit, customerId, besideOf(visit)) };
}

export async function search(visit: Visit): Promise<Reply> {
  const q = typed(visit.event, "q")?.slice(0, 200);
  if (!q) return { show: "nothing", told: visit.cards.text("addon.told.query_needed") };
  const { items, total } = await visit.host.ask(searchCustomers, { q, limit: 20 }, visit.call);
  return { show: "push", card: searchCard(visit.cards, { q, items, total, mail: besideOf(visit) }) };
}

/** The mail once more, after Gmail did not answer. */
export async function reload(visit: Visit): Promise<Reply> {
  return { show: "update", card: await mailView(visit, parameter(visit.event, "messageId") ?? undefined) };
}

export async function registerSender(visit: Visit): Promise<Reply> {
  const sender = senderOf(visit);
  return sender ? { show: "push", card: await unknownSenderView(visit, sender) } : unusable(visit);
}

export async function showNewCustomer(visit: Visit): Promise<Reply> {
  const sender = senderOf(visit);
  return sender ? { show: "push", card: await newCustomerView(visit, sender) } : unusable(visit);
}

function senderOf(visit: Visit): SenderFacts | null {
  const beside = besideOf(visit);
  const email = parameter(visit.event, "email");
  if (!beside || !email) return null;
  const { messageId, externalId } = beside;
  return { name: parameter(visit.event, "name") ?? "", email, mail: { messageId, externalId } };
}
