import {
  findByMail,
  getProfile,
  isEnishiError,
  listMembers,
  logHistory,
  type Profile,
} from "../../core/index.ts";
import { parameter, ticked } from "../events/event.ts";
import type { MailMessage } from "../mail/message.ts";
import { type Participants, participantsOf } from "../mail/participants.ts";
import type { Reply } from "../routes/replies.ts";
import { mailboxAccess, type Visit } from "../routes/visit.ts";
import { externalIdOf } from "../views/mail.ts";
import { isLogged, profileOf } from "../views/profile.ts";
import { unusable } from "./unusable.ts";

/**
 * Puts the mail on the customer's history: subject, date and people, and its text only when that was ticked. Pressed
 * twice, or by two colleagues in their own mailboxes, it stands there once. Errors: `gmail_unavailable`, and those of
 * history.log.
 */
export async function logMail(visit: Visit): Promise<Reply> {
  const { event, host, call, cards } = visit;
  const customerId = parameter(event, "customerId");
  const messageId = parameter(event, "messageId") ?? event.gmail?.messageId;
  const access = mailboxAccess(event);
  if (!customerId || !messageId || !access) return unusable(visit);
  const { open, text } = await visit.mailbox.readMessage(messageId, access, ticked(event, "keep", "body"));
  const entry = await entryOf(visit, customerId, open, text);
  const key = `gmail:${open.id}:${customerId}:log`;
  const first = await log(visit, entry, key);
  let profile = await host.ask(getProfile, { customerId }, call);
  // The key remembers a first press whose entry was taken back since; that one must not stand in the way.
  if (first && isMissing(profile, open, entry.externalId)) {
    await log(visit, entry, `${key}:${call.requestId}`);
    profile = await host.ask(getProfile, { customerId }, call);
  }
  const beside = {
    messageId: open.id,
    externalId: entry.externalId,
    contactId: parameter(event, "contactId"),
  };
  return {
    show: "update",
    card: await profileOf(visit, profile, beside),
    told: cards.text(first ? "addon.told.logged" : "addon.told.already_logged"),
    changed: true,
  };
}

type Entry = Awaited<ReturnType<typeof entryOf>>;

/** False when the mail stands there already, by another press. */
async function log(visit: Visit, entry: Entry, idempotencyKey: string): Promise<boolean> {
  try {
    await visit.host.perform(logHistory, entry, visit.call, { idempotencyKey });
    return true;
  } catch (error) {
    // Reused: the same press with the box for the text ticked differently.
    if (isEnishiError(error) && ["already_logged", "idempotency_key_reused"].includes(error.code))
      return false;
    throw error;
  }
}

async function entryOf(visit: Visit, customerId: string, open: MailMessage, text: string) {
  const sides = participantsOf(open, [], visit.isOurs);
  const contactIds = await contactsOf(visit, customerId, sides);
  const ours = await membersOf(visit, sides);
  const sender = open.from && ours.get(open.from.email);
  return {
    customerId,
    kind: "mail" as const,
    direction: sides.direction,
    occurredAt: new Date(Math.min(open.at.getTime(), visit.host.clock.now().getTime())).toISOString(),
    authorId: (sides.direction === "out" && sender) || visit.memberId,
    contactIds,
    memberIds: [...new Set(ours.values())],
    title: open.subject || visit.cards.text("addon.mail.no_subject"),
    body: text || peopleLine(open),
    externalId: externalIdOf(open),
  };
}

/** People of this customer who take part; of several with one address, the one whom the card was about. */
async function contactsOf(visit: Visit, customerId: string, { theirs }: Participants): Promise<string[]> {
  const emails = theirs.map((address) => address.email).slice(0, 100);
  if (emails.length === 0) return [];
  const { people } = await visit.host.ask(findByMail, { emails }, visit.call);
  const here = people.filter(
    (person) => person.kind === "person" && [person.company?.id, person.customerId].includes(customerId),
  );
  const chosen = here.find((person) => person.customerId === parameter(visit.event, "contactId"));
  const kept = here.filter((person) => person === chosen || person.email !== chosen?.email);
  return [...new Set(kept.map((person) => person.customerId))].slice(0, 50);
}

/** Colleagues who take part, by address. */
async function membersOf(visit: Visit, { ours }: Participants): Promise<Map<string, string>> {
  const { items } = await visit.host.ask(listMembers, {}, visit.call);
  const byMail = new Map(items.map((member) => [member.email, member.memberId]));
  return new Map(
    ours.slice(0, 50).flatMap(({ email }): [string, string][] => {
      const memberId = byMail.get(email);
      return memberId ? [[email, memberId]] : [];
    }),
  );
}

/** 木村 → 佐藤、伊藤: who wrote to whom, when the text itself is not kept. */
function peopleLine({ from, to, cc }: MailMessage): string {
  const name = (address: { name: string; email: string }) => address.name || address.email;
  const receivers = [...to, ...cc];
  const named = receivers.slice(0, 5).map(name).join("、");
  const more = receivers.length > 5 ? `… (${receivers.length})` : "";
  return `${from ? name(from) : "?"} → ${named}${more}`;
}

/** Not among the entries where it would have to stand by its date. */
function isMissing(profile: Profile, open: MailMessage, externalId: string): boolean {
  if (isLogged(profile, externalId)) return false;
  const oldest = profile.history.at(-1);
  return profile.history.length < 20 || (oldest !== undefined && new Date(oldest.occurredAt) < open.at);
}
