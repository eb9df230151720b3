import { receivedAt, type SeedMail } from "../google-front/index.ts";
import type { Person } from "../people.ts";

/** A mail as the pane shows it. */
export interface ShownMail {
  id: string;
  from: string;
  fromAddress: string;
  to: string;
  cc: string;
  subject: string;
  snippet: string;
  text: string;
  /** ISO instant. */
  at: string;
  /** The other mails of its thread, oldest first. */
  earlier: { from: string; at: string; text: string }[];
}

/** The inbox of a person: one line per thread, by its newest mail. */
export function inboxOf(mails: readonly SeedMail[], person: Person, now: Date): ShownMail[] {
  const newest = mails.filter(
    (mail, index) => mails.findIndex(({ threadId }) => threadId === mail.threadId) === index,
  );
  return newest.map((mail) => {
    const named = (list: readonly string[] = []) =>
      list.map((each) => (each === "me" ? person.name : nameOf(each))).join("、");
    return {
      id: mail.id,
      from: nameOf(mail.from),
      fromAddress: addressOf(mail.from),
      to: named(mail.to),
      cc: named(mail.cc),
      subject: mail.subject,
      snippet: mail.text.replace(/\s+/g, " ").slice(0, 80),
      text: mail.text,
      at: receivedAt(mail, now).toISOString(),
      earlier: mails
        .filter((each) => each.threadId === mail.threadId && each !== mail)
        .map((each) => ({
          from: nameOf(each.from),
          at: receivedAt(each, now).toISOString(),
          text: each.text,
        }))
        .reverse(),
    };
  });
}

function nameOf(mailbox: string): string {
  return mailbox.replace(/\s*<[^>]*>\s*$/, "");
}

function addressOf(mailbox: string): string {
  return /<([^>]*)>/.exec(mailbox)?.[1] ?? mailbox;
}
