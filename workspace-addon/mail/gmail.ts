import { EnishiError } from "../../core/index.ts";
import { envelopeHeaders, type MailMessage, parseMessage, type RawMessage } from "./message.ts";
import { plainTextOf, type RawPart } from "./plain-text.ts";

/** What Google hands over with the event: it opens the thread that is on the screen and nothing else. */
export interface MailboxAccess {
  /** The user's grant to the add-on. Absent when the Apps Script project sends the per-message token alone. */
  userOAuthToken: string | null;
  /** The per-message token. */
  messageToken: string;
}

export interface Mailbox {
  /** The mail on the screen and the envelopes of its thread, itself included. */
  readThread(messageId: string, access: MailboxAccess): Promise<{ open: MailMessage; thread: MailMessage[] }>;
  /** One mail; with its plain text only when a person asked for the text to be kept, else the text is empty. */
  readMessage(
    messageId: string,
    access: MailboxAccess,
    withText: boolean,
  ): Promise<{ open: MailMessage; text: string }>;
}

export interface MailboxParts {
  /** Root of the API; null is Google's own. */
  rootUrl: string | null;
  now(): Date;
  /** Milliseconds after which a card is made without the mail. */
  timeout?: number;
}

/**
 * Reads mails over Gmail's REST API with the tokens of the event
 * (https://developers.google.com/workspace/add-ons/guides/alternate-runtimes): the user's token as the bearer, the
 * per-message token in X-Goog-Gmail-Access-Token. Error: `gmail_unavailable` with the HTTP status, or 0 when there
 * was no answer in time. The client's own error is not kept: it carries both tokens.
 */
export function createMailbox(parts: MailboxParts): Mailbox {
  const timeout = parts.timeout ?? 5_000;

  async function ask<T>(
    access: MailboxAccess,
    work: (gmail: Client, options: CallOptions) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(await client(parts.rootUrl), {
        headers: {
          Authorization: `Bearer ${access.userOAuthToken ?? access.messageToken}`,
          "X-Goog-Gmail-Access-Token": access.messageToken,
        },
        retry: false,
        signal: AbortSignal.timeout(timeout),
      });
    } catch (error) {
      throw new EnishiError("gmail_unavailable", { status: statusOf(error) });
    }
  }

  async function readThread(messageId: string, access: MailboxAccess) {
    const raw = await ask(access, async (gmail, options) => {
      const { data: message } = await gmail.users.messages.get({ ...envelope, id: messageId }, options);
      // The card can do without the thread's other mails.
      const thread = message.threadId
        ? await gmail.users.threads.get({ ...envelope, id: message.threadId }, options).catch(() => null)
        : null;
      return { message, thread: thread?.data.messages ?? [] };
    });
    const open = messageOf(raw.message);
    const others = raw.thread.flatMap((one) => parseMessage(one as RawMessage, parts.now()) ?? []);
    return { open, thread: others.some((one) => one.id === open.id) ? others : [open, ...others] };
  }

  async function readMessage(messageId: string, access: MailboxAccess, withText: boolean) {
    const asked = withText ? { userId: "me", format: "full" } : envelope;
    const { data } = await ask(access, (gmail, options) =>
      gmail.users.messages.get({ ...asked, id: messageId }, options),
    );
    return { open: messageOf(data), text: withText ? plainTextOf(data.payload as RawPart | undefined) : "" };
  }

  function messageOf(raw: unknown): MailMessage {
    const message = parseMessage(raw as RawMessage, parts.now());
    if (!message) throw new EnishiError("gmail_unavailable", { status: 200 });
    return message;
  }

  return { readThread, readMessage };
}

const envelope = { userId: "me", format: "metadata", metadataHeaders: envelopeHeaders };

type Client = import("googleapis/build/src/apis/gmail/v1.js").gmail_v1.Gmail;

interface CallOptions {
  headers: Record<string, string>;
  retry: boolean;
  signal: AbortSignal;
}

// The whole of googleapis takes seconds and 80 MB to load; this part of it a quarter of a second, and only once asked for.
async function client(rootUrl: string | null): Promise<Client> {
  const { gmail } = await import("googleapis/build/src/apis/gmail/index.js");
  return gmail({
    version: "v1",
    ...(rootUrl && { rootUrl: rootUrl.endsWith("/") ? rootUrl : `${rootUrl}/` }),
  });
}

function statusOf(error: unknown): number {
  const status = (error as { response?: { status?: unknown } })?.response?.status;
  return typeof status === "number" ? status : 0;
}
