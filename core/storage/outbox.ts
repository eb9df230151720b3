import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kernel/database.ts";
import type { Log } from "../kernel/log.ts";
import type { Delivery } from "../kernel/plugin.ts";

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

/** Waits before the next try, in seconds: quick at first, then patient; after the last the message stays as failed. */
const waits = [2, 10, 60, 300, 1_800, 7_200, 21_600];

/**
 * Sends what operations left in the outbox, oldest first, at least once. A message is claimed for a minute before it
 * is tried, so that two servers on one database do not both send it.
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
        for (const message of due) await this.#send(message);
        if (due.length === 0) return;
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, "the outbox could not be emptied now");
    }
  }

  #claim(): Promise<Waiting[]> {
    const now = this.#parts.clock.now();
    return this.#parts.database.query<Waiting>(
      `update outbox_message set next_attempt_at = $2
        where (workspace_id, id) in (
          select workspace_id, id from outbox_message
           where state = 'waiting' and next_attempt_at <= $1 order by next_attempt_at, id limit 20
           for update skip locked)
        returning workspace_id as "workspaceId", id, channel, key, payload, attempts`,
      [now, new Date(now.getTime() + 60_000)],
    );
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
      const wait = waits[message.attempts];
      log.warn({ err: error, messageId: message.id, channel: message.channel }, "a message was not sent");
      await database.query(
        `update outbox_message set attempts = attempts + 1, error = $3, next_attempt_at = $4,
                state = case when $5 then 'waiting' else 'failed' end where workspace_id = $1 and id = $2`,
        [
          message.workspaceId,
          message.id,
          String(error instanceof Error ? error.message : error).slice(0, 500),
          new Date(now.getTime() + (wait ?? 0) * 1000),
          wait !== undefined,
        ],
      );
    }
  }
}
