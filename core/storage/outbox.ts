import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kernel/database.ts";
import type { Log } from "../kernel/log.ts";
import type { Delivery } from "../kernel/plugin.ts";
import { DeliveryPostponed, DeliveryRefused } from "../kernel/undelivered.ts";

interface Waiting extends Delivery {
  channel: string;
  attempts: number;
}

interface OutboxParts {
  database: Database;
  clock: Clock;
  log: Log;
  deliver: (channel: string) => ((delivery: Delivery) => Promise<void>) | null;
}

/** Waits before the next try, in seconds: quick at first, then every six hours for three days; then it has failed. */
const waits = [2, 10, 60, 300, 1_800, 7_200, ...Array<number>(12).fill(21_600)];
const CLAIM_MS = 60_000;
/** The longest that sending one message may take. */
const SENDING_MS = 30_000;

/**
 * Sends what operations left in the outbox, oldest first, at least once. A message is claimed for a minute before it
 * is tried, so that two servers on one database do not both send it. One that is refused for good, or is to wait, does
 * not hold up those behind it.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Sends everything that is due; resolves when it was tried. */
  sweep(): Promise<void> {
    this.#running = this.#running.then(() => this.#sendDue());
    return this.#running;
  }

  async #sendDue(): Promise<void> {
    try {
      for (;;) {
        const due = await this.#claim();
        await this.#sendClaimed(due);
        if (due.length === 0) return;
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, "the outbox could not be emptied now");
    }
  }

  /** What is not begun while the claim surely holds is left to a later sweep, here or on another server. */
  async #sendClaimed(claimed: readonly Waiting[]): Promise<void> {
    const until = this.#parts.clock.now().getTime() + CLAIM_MS - SENDING_MS;
    for (const message of claimed) {
      if (this.#parts.clock.now().getTime() > until) return;
      await this.#send(message);
    }
  }

  async #claim(): Promise<Waiting[]> {
    const now = this.#parts.clock.now();
    const claimed = await this.#parts.database.query<Waiting>(
      `update outbox_message set next_attempt_at = $2
        where (workspace_id, id) in (
          select workspace_id, id from outbox_message
           where state = 'waiting' and next_attempt_at <= $1 order by next_attempt_at, id limit 20
           for update skip locked)
        returning workspace_id as "workspaceId", id, channel, key, payload, attempts`,
      [now, new Date(now.getTime() + CLAIM_MS)],
    );
    // An update gives its rows back in no order; ids are in that of their making.
    return claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async #send(message: Waiting): Promise<void> {
    const { database, clock, log } = this.#parts;
    const now = clock.now();
    const deliver = this.#parts.deliver(message.channel);
    try {
      if (!deliver) throw new Error(`no plugin delivers the channel ${message.channel}`);
      await deliver(message);
      await database.query(
        "update outbox_message set state = 'sent', sent_at = $3, attempts = attempts + 1, error = null where workspace_id = $1 and id = $2",
        [message.workspaceId, message.id, now],
      );
    } catch (error) {
      log.warn({ err: error, messageId: message.id, channel: message.channel }, "a message was not sent");
      await this.#keep(message, error, now);
    }
  }

  async #keep(message: Waiting, error: unknown, now: Date): Promise<void> {
    const postponed = error instanceof DeliveryPostponed ? Math.max(1_000, error.waitMs) : null;
    const wait = postponed ?? (waits[message.attempts] ?? 0) * 1_000;
    const over =
      error instanceof DeliveryRefused || (postponed === null && waits[message.attempts] === undefined);
    await this.#parts.database.query(
      `update outbox_message set attempts = attempts + $5::int, error = $3, next_attempt_at = $4, state = $6
        where workspace_id = $1 and id = $2`,
      [
        message.workspaceId,
        message.id,
        String(error instanceof Error ? error.message : error).slice(0, 500),
        new Date(now.getTime() + wait),
        postponed === null ? 1 : 0,
        over ? "failed" : "waiting",
      ],
    );
  }
}
