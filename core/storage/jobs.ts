import PgBoss from "pg-boss";
import type { Database } from "../kernel/database.ts";
import type { Log } from "../kernel/log.ts";

export interface Jobs {
  register(name: string, run: (data: Record<string, unknown>) => Promise<void>): void;
  enqueue(name: string, data: Record<string, unknown>): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Background work on pg-boss, in the same database. A job runs at least once: it may run again after a kill, so what
 * it does is keyed. `soleServer` takes over at start what a killed predecessor left active.
 */
export function createJobs(parts: { database: Database; log: Log; soleServer: boolean }): Jobs {
  const { database, log } = parts;
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await database.query(text, values) }) },
    // Two servers watch each other; a queue of ours is short and need not be watched every minute.
    monitorStateIntervalSeconds: 300,
    // Nothing of ours is due by the clock.
    schedule: false,
  });
  const runs = new Map<string, (data: Record<string, unknown>) => Promise<void>>();
  const queues = new Map<string, Promise<void>>();
  let started: Promise<void> | null = null;
  boss.on("error", (error) => log.warn({ err: error }, "the job queue could not reach the database"));

  const start = () => {
    started ??= startWorkers();
    return started;
  };

  async function startWorkers(): Promise<void> {
    await boss.start();
    for (const [name, run] of runs) {
      await boss.work<Record<string, unknown>>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await run(job.data);
      });
    }
    if (parts.soleServer) {
      await database.query(
        "update pgboss.job set state = 'retry', start_after = now() where state = 'active'",
      );
    }
  }

  /** Made when its first job comes: a queue is a table with five indexes. */
  function queueOf(name: string): Promise<void> {
    let queue = queues.get(name);
    if (!queue) {
      queue = boss.createQueue(name);
      queues.set(name, queue);
      queue.catch(() => queues.delete(name));
    }
    return queue;
  }

  return {
    register: (name, run) => void runs.set(name, run),
    enqueue: async (name, data) => {
      await start();
      await queueOf(name);
      await boss.send(name, data, {
        retryLimit: 20,
        retryDelay: 2,
        retryBackoff: true,
        expireInSeconds: 600,
      });
    },
    start,
    stop: async () => {
      if (!started) return;
      await started;
      await boss.stop({ graceful: true, wait: true, timeout: 20_000 });
    },
  };
}
