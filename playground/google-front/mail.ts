/** A mail of the pretend mailbox, as its sender wrote it. */
export interface SeedMail {
  id: string;
  threadId: string;
  /** Message-ID of the mail, without the angle brackets. */
  messageId: string;
  /** Hours before now at which it came in. */
  hoursAgo: number;
  from: string;
  /** `me` stands for the owner of the mailbox. */
  to: readonly string[];
  cc?: readonly string[];
  subject: string;
  text: string;
}

type Header = { name: string; value: string };

/** A message as `users.messages` tells it: https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */
export interface GmailMessage {
  id: string;
  threadId: string;
  labelIds: string[];
  snippet: string;
  internalDate: string;
  payload: {
    mimeType: string;
    headers: Header[];
    body?: { size: number; data?: string };
  };
}

/**
 * The mail as Gmail's REST API gives it to the owner of the mailbox: `full` with the text, `metadata` with the named
 * headers only (all of them when none is named), `minimal` without any.
 */
export function gmailMessage(
  mail: SeedMail,
  view: { owner: string; now: Date; format: string; headers: readonly string[] },
): GmailMessage {
  const date = receivedAt(mail, view.now);
  const wanted = new Set(view.headers.map((name) => name.toLowerCase()));
  const headers = headersOf(mail, view.owner, date).filter(
    ({ name }) => view.format === "full" || wanted.size === 0 || wanted.has(name.toLowerCase()),
  );
  const bytes = Buffer.from(mail.text);
  return {
    id: mail.id,
    threadId: mail.threadId,
    labelIds: ["INBOX"],
    snippet: mail.text.replace(/\s+/g, " ").slice(0, 100),
    internalDate: `${date.getTime()}`,
    payload: {
      mimeType: "text/plain",
      headers: view.format === "minimal" ? [] : headers,
      ...(view.format === "full" && { body: { size: bytes.length, data: bytes.toString("base64url") } }),
    },
  };
}

export function receivedAt(mail: SeedMail, now: Date): Date {
  return new Date(now.getTime() - mail.hoursAgo * 3_600_000);
}

function headersOf(mail: SeedMail, owner: string, date: Date): Header[] {
  const mine = (list: readonly string[]) => list.map((each) => (each === "me" ? owner : each)).join(", ");
  return [
    { name: "Date", value: date.toUTCString().replace("GMT", "+0000") },
    { name: "From", value: mail.from },
    { name: "To", value: mine(mail.to) },
    ...(mail.cc ? [{ name: "Cc", value: mine(mail.cc) }] : []),
    { name: "Subject", value: mail.subject },
    { name: "Message-ID", value: `<${mail.messageId}>` },
    { name: "Content-Type", value: "text/plain; charset=UTF-8" },
  ];
}
