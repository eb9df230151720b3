import { findByMail, isEnishiError } from "../../core/index.ts";
import {
  type Card,
  type Choice,
  chooserCard,
  errorCard,
  internalMailCard,
  type MailRef,
} from "../cards/index.ts";
import type { MailMessage } from "../mail/message.ts";
import { participantsOf } from "../mail/participants.ts";
import { mailboxAccess, type Visit } from "../routes/visit.ts";
import { profileView } from "./profile.ts";
import { unknownSenderView } from "./unknown-sender.ts";

/** Addresses of one thread that are looked up; more are a mailing list. */
const ADDRESSES = 100;

/** Beside a mail: whose card, if anybody's, belongs here. Reads envelopes only and keeps nothing. */
export async function mailView(
  visit: Visit,
  messageId = visit.event.gmail?.messageId ?? null,
): Promise<Card> {
  const access = mailboxAccess(visit.event);
  if (!messageId || !access) return gmailFailed(visit, messageId);
  let read: { open: MailMessage; thread: MailMessage[] };
  try {
    read = await visit.mailbox.readThread(messageId, access);
  } catch (error) {
    if (!isEnishiError(error) || error.code !== "gmail_unavailable") throw error;
    visit.host.log.warn({ ...error.params, requestId: visit.call.requestId }, "Gmail could not be read");
    return gmailFailed(visit, messageId);
  }
  const { theirs } = participantsOf(read.open, read.thread, visit.isOurs);
  if (theirs.length === 0) return internalMailCard(visit.cards);
  const mail: MailRef = { messageId: read.open.id, externalId: externalIdOf(read.open) };
  const emails = theirs.slice(0, ADDRESSES).map((address) => address.email);
  const { people } = await visit.host.ask(findByMail, { emails }, visit.call);
  const [focus] = theirs;
  const choices = choicesOf(people, emails, focus!.email);
  const isFocusKnown = choices.some((choice) => choice.isSender);
  if (choices.length === 0) return unknownSenderView(visit, { ...focus!, mail });
  if (choices.length === 1 && isFocusKnown) {
    const [only] = choices;
    return profileView(visit, only!.customerId, { ...mail, contactId: only!.contactId });
  }
  return chooserCard(visit.cards, { choices, mail, unknownSender: isFocusKnown ? null : focus! });
}

/** What the history knows a mail by: its Message-ID, the same in every colleague's mailbox. */
export function externalIdOf(mail: MailMessage): string {
  return mail.rfcMessageId ?? `gmail:${mail.id}`;
}

interface Known {
  customerId: string;
  kind: string;
  name: string;
  company: { id: string; name: string } | null;
  email: string;
}

/** A person of a company opens the company's card, which tells the whole story; a person alone their own. */
function choicesOf(people: readonly Known[], emails: readonly string[], focus: string): Choice[] {
  const byCustomer = new Map<string, Choice>();
  const sorted = [...people].sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email));
  for (const person of sorted) {
    if (byCustomer.has(person.customerId)) continue;
    const ofCompany = person.kind === "person" && person.company !== null;
    byCustomer.set(person.customerId, {
      customerId: ofCompany ? person.company!.id : person.customerId,
      contactId: ofCompany ? person.customerId : null,
      name: person.name,
      company: person.company?.name ?? null,
      email: person.email,
      isSender: person.email === focus,
    });
  }
  return [...byCustomer.values()];
}

function gmailFailed(visit: Visit, messageId: string | null): Card {
  const { text } = visit.cards;
  return errorCard(visit.cards, {
    message: text("addon.error.gmail"),
    remedy: text("addon.error.gmail_remedy"),
    ...(messageId && { retry: { action: "reload", parameters: { messageId } } }),
  });
}
