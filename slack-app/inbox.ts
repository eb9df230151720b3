import { setImmediate } from "node:timers/promises";
import type { Log } from "../core/index.ts";
import type { SlackDelivery } from "./delivery.ts";
import { passingFault } from "./faults.ts";
import type { Journal } from "./journal.ts";
import { Slots } from "./slots.ts";

/** A delivery as it is worked on. */
export interface Work extends SlackDelivery {
  /** ISO instant at which it was sent, or came in when that is unknown; never after it came in. */
  sentAt: string;
  /** How often it was tried before. */
  attempt: number;
}

export interface InboxParts {
  journal: Journal;
  log: Log;
  /** Does the work. Throws what passes (see faults.ts) to be called again. */
  work(work: Work): Promise<void>;
  /** Told once when a delivery must wait for our own database. */
  delayed?(work: Work): Promise<void>;
  /** Milliseconds before the try after `attempt` (from 0). */
  backoff?: (attempt: number) => number;
  now: () => Date;
}

/** Tries of what Slack does not take; with the backoff about five minutes. */
const SLACK_TRIES = 14;
const AT_ONCE = 8;
/** A turn of the event loop shorter than this leaves room for who is waiting; after so many turns work goes on anyway. */
const CALM_MS = 8;
const CALM_TURNS = 50;

/**
 * Keeps deliveries in the journal and works on them from there, one after another for each person, several people at
 * once. What our own database refuses is tried until it works, also after a restart; what Slack refuses, for a while.
 */
export class Inbox {
  readonly #parts: InboxParts;
  readonly #lanes = new Map<string, Work[]>();
  readonly #waiting = new Set<() => void>();
  readonly #slots = new Slots(AT_ONCE);
  #stopped = false;
  #idle: (() => void)[] = [];
  #beginning: Promise<void> = Promise.resolve();

  constructor(parts: InboxParts) {
    this.#parts = parts;
  }

  /** Resolves when the delivery is kept; then it may be acknowledged. A repeat is kept once. Rejects when the disk refuses. */
  async accept(delivery: SlackDelivery, sent: Date | null = null): Promise<void> {
    const now = this.#parts.now();
    // Slack's clock may run ahead of ours.
    const sentAt = (sent && sent < now ? sent : now).toISOString();
    const { key, kind, body } = delivery;
    const fresh = await this.#parts.journal.append({
      key,
      kind,
      body: { lane: delivery.lane, body },
      receivedAt: sentAt,
    });
    if (fresh) this.#enqueue({ ...delivery, sentAt, attempt: 0 });
  }

  /** Takes up what was kept and not done before the last stop. */
  resume(): number {
    const left = this.#parts.journal.pending();
    for (const { key, kind, body, receivedAt: sentAt } of left) {
      const { lane, body: kept } = body as { lane: string; body: SlackDelivery["body"] };
      this.#enqueue({ key, kind: kind as SlackDelivery["kind"], lane, body: kept, sentAt, attempt: 0 });
    }
    return left.length;
  }

  /** Resolves when nothing is left to do. */
  idle(): Promise<void> {
    return this.#lanes.size === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  /** Lets what is being done finish; what waits for another try stays in the journal. */
  async close(): Promise<void> {
    this.#stopped = true;
    for (const wake of this.#waiting) wake();
    await this.idle();
    await this.#parts.journal.close();
  }

  #enqueue(work: Work): void {
    const lane = this.#lanes.get(work.lane);
    if (lane) {
      lane.push(work);
      return;
    }
    const fresh = [work];
    this.#lanes.set(work.lane, fresh);
    void this.#workLane(work.lane, fresh);
  }

  async #workLane(name: string, lane: Work[]): Promise<void> {
    for (let next = lane[0]; next && !this.#stopped; next = lane[0]) {
      await this.#finish(next);
      lane.shift();
    }
    this.#lanes.delete(name);
    if (this.#lanes.size > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #finish(work: Work): Promise<void> {
    for (let attempt = 0; !this.#stopped; ) {
      const again = await this.#try({ ...work, attempt });
      if (again === null) return;
      if (again.counts) attempt += 1;
      await this.#pause(again.wait);
    }
  }

  /** Milliseconds until the next try and whether this one counts, or null when there is nothing more to do. */
  async #try(work: Work): Promise<{ wait: number; counts: boolean } | null> {
    const { log, journal } = this.#parts;
    try {
      await this.#slots.use(async () => {
        await this.#calm();
        await this.#parts.work(work);
      });
    } catch (error) {
      const fault = passingFault(error);
      const facts = { err: error, key: work.key, kind: work.kind, attempt: work.attempt };
      if (fault && (fault.side === "ours" || work.attempt + 1 < SLACK_TRIES)) {
        log.warn(facts, "a slack delivery is tried again later");
        if (fault.side === "ours" && work.attempt === 0) await this.#tellDelay(work);
        const wait = fault.wait ?? (this.#parts.backoff ?? defaultBackoff)(work.attempt);
        return { wait, counts: fault.wait === null };
      }
      log.error(facts, "a slack delivery failed");
    }
    await journal.settle(work.key).catch((error: unknown) => {
      log.warn(
        { err: error, key: work.key },
        "a slack delivery could not be marked as done; it may be repeated",
      );
    });
    return null;
  }

  async #tellDelay(work: Work): Promise<void> {
    await this.#parts.delayed?.(work).catch((error: unknown) => {
      this.#parts.log.debug({ err: error, key: work.key }, "nobody could be told of a delay");
    });
  }

  /** One at a time waits here until the event loop turns quickly: what arrives is acknowledged before more is begun. */
  #calm(): Promise<void> {
    this.#beginning = this.#beginning.then(async () => {
      for (let turn = 0; turn < CALM_TURNS; turn++) {
        const began = performance.now();
        await setImmediate();
        if (performance.now() - began < CALM_MS) return;
      }
    });
    return this.#beginning;
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.#waiting.add(wake);
      if (this.#stopped) wake();
    });
  }
}

/** Quick at first, so that a hiccup is not felt; then patient. */
function defaultBackoff(attempt: number): number {
  return Math.min(30_000, 250 * 2 ** attempt);
}
