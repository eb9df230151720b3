import { type MailAddress, parseAddresses } from "./addresses.ts";
import { decodeWords } from "./encoded-words.ts";

/** What the add-on knows of one mail: its envelope, never its text. */
export interface MailMessage {
  /** Gmail's own id; another mailbox has another one for the same mail. */
  id: string;
  threadId: string | null;
  /** RFC 5322 Message-ID without its brackets: the same in every mailbox. */
  rfcMessageId: string | null;
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** When it was sent or came in. */
  at: Date;
}

/** A message as Gmail's REST API gives it with format=metadata. */
export interface RawMessage {
  id?: string | null | undefined;
  threadId?: string | null | undefined;
  /** Milliseconds since 1970, as text: when Google took it in. */
  internalDate?: string | null | undefined;
  payload?: { headers?: { name?: string | null; value?: string | null }[] | undefined } | undefined;
}

/** Headers that the cards need; nothing else is asked for. */
export const envelopeHeaders = ["From", "To", "Cc", "Subject", "Date", "Message-ID"];

/** Reads the envelope. Null when it is no message at all. `now` stands in for a missing date. */
export function parseMessage(raw: RawMessage, now: Date): MailMessage | null {
  if (!raw.id) return null;
  const header = (name: string) =>
    raw.payload?.headers?.find((one) => one.name?.toLowerCase() === name)?.value ?? "";
  return {
    id: raw.id,
    threadId: raw.threadId ?? null,
    rfcMessageId: /<([^<>\s]+)>/.exec(header("message-id"))?.[1] ?? null,
    from: parseAddresses(header("from"))[0] ?? null,
    to: parseAddresses(header("to")),
    cc: parseAddresses(header("cc")),
    subject: decodeWords(header("subject")).replaceAll(/\s+/g, " ").trim().slice(0, 500),
    at: dateOf(header("date"), raw.internalDate, now),
  };
}

/** The sender's clock may be wrong by years: Google's own time counts when the two disagree by more than two days. */
function dateOf(header: string, internal: string | null | undefined, now: Date): Date {
  const taken = Number(internal ?? "");
  const told = Date.parse(header.replace(/\([^)]*\)/g, ""));
  const hasTaken = internal !== null && internal !== undefined && Number.isFinite(taken) && taken > 0;
  if (Number.isFinite(told) && (!hasTaken || Math.abs(told - taken) < 2 * 86_400_000)) return new Date(told);
  return hasTaken ? new Date(taken) : now;
}
