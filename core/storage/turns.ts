import { setImmediate, setTimeout as wait } from "node:timers/promises";

/** Whoever asks without a pause does not keep the others waiting for longer than this. */
const LONGEST_MS = 100;
/** In another process nobody can be seen to wait. */
const GUEST_MS = 10;

/** Who uses the embedded database, which answers one transaction at a time. */
export interface Turns {
  use<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Resolves when nobody uses it, after 100 ms at the latest. A request asks several times: without this, each of its
   * statements would wait for another chunk of the work that goes on behind it.
   */
  quiet(): Promise<void>;
}

export function createTurns(own: boolean): Turns {
  let users = 0;
  return {
    use: async (work) => {
      users++;
      try {
        return await work();
      } finally {
        users--;
      }
    },
    quiet: async () => {
      if (!own) return wait(GUEST_MS);
      const until = performance.now() + LONGEST_MS;
      // Who has just been answered asks the next thing within a turn of the event loop.
      for (let idle = 0; idle < 2 && performance.now() < until; ) {
        idle = users === 0 ? idle + 1 : 0;
        await (users === 0 ? setImmediate() : wait(1));
      }
    },
  };
}
