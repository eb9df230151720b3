import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";

export interface DomainEvent {
  workspaceId: string;
  id: string;
  name: string;
  payload: Record<string, unknown>;
}

/** `handle` may be called again with the same event: it keys what it does with `event.id`. */
export interface EventHandler {
  /** Who listens; named in the log when it fails. */
  name: string;
  event: string;
  handle(event: DomainEvent): Promise<void>;
}

interface EventDispatcherParts {
  database: Database;
  clock: Clock;
  log: Log;
  handlers: readonly EventHandler[];
  /** False in a process that has no plugins (a command): what it tells waits for the server. */
  deliversEvents: boolean;
}

/**
 * Delivers committed events to every handler at least once: at once after the commit, else by the sweep that runs at
 * start and every few seconds. A handler that throws is reported and tried again, eight times in all.
 */
export class EventDispatcher {
  readonly #parts: EventDispatcherParts;
  #running: Promise<void> = Promise.resolve();
  #queued = false;

  constructor(parts: EventDispatcherParts) {
    this.#parts = parts;
  }

  /** Whether anybody listens; an event that nobody awaits is written as delivered. */
  isAwaited(name: string): boolean {
    return !this.#parts.deliversEvents || this.#parts.handlers.some((handler) => handler.event === name);
  }

  /** Called after a commit that told something. */
  wake(_events: readonly object[]): void {
    if (this.#parts.deliversEvents && !this.#queued) void this.sweep();
  }

  /** Delivers everything that waits; resolves when it was tried. */
  sweep(): Promise<void> {
    this.#queued = true;
    this.#running = this.#running.then(async () => {
      this.#queued = false;
      await this.#deliverAll();
    });
    return this.#running;
  }

  async #deliverAll(): Promise<void> {
    try {
      for (;;) {
        const waiting = await this.#parts.database.query<DomainEvent & { attempts: number }>(
          `select workspace_id as "workspaceId", id, name, payload, attempts from domain_event
            where dispatched_at is null and at <= $1::timestamptz order by at, id limit 100`,
          [this.#parts.clock.now()],
        );
        if (waiting.length === 0) return;
        let stuck = 0;
        for (const event of waiting) stuck += (await this.#deliver(event)) ? 0 : 1;
        if (stuck > 0) return;
      }
    } catch (error) {
      this.#parts.log.warn({ err: error }, "waiting events could not be delivered now");
    }
  }

  async #deliver(event: DomainEvent & { attempts: number }): Promise<boolean> {
    let failed = false;
    for (const handler of this.#parts.handlers) {
      if (handler.event !== event.name) continue;
      try {
        await handler.handle(event);
      } catch (error) {
        failed = true;
        this.#parts.log.error(
          { err: error, handler: handler.name, event: event.name, eventId: event.id },
          "an event handler failed",
        );
      }
    }
    const giveUp = event.attempts >= 7;
    await this.#parts.database.query(
      `update domain_event set attempts = attempts + 1, dispatched_at = case when $3 then $4::timestamptz end
        where workspace_id = $1 and id = $2`,
      [event.workspaceId, event.id, !failed || giveUp, this.#parts.clock.now()],
    );
    return !failed;
  }
}
