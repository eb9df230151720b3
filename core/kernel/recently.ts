/** How long something may be taken for true without asking again, in milliseconds. */
const FRESH_MS = 1_000;
const MOST = 1_000;

/**
 * What was found out about callers a moment ago: whose token it is, who a member is. Only readings use it; changes ask
 * afresh. Every change made in this process makes it forget all, so only what another process does (a command in the
 * terminal, a second server) is seen late, by a second at most.
 */
export class Recently {
  readonly #known = new Map<string, { at: number; value: unknown }>();
  #generation = 0;

  /** What is known, else what `load` finds; an absence is not kept. */
  async get<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#known.get(key);
    // Not the house's clock: this is about how much time passed here.
    if (known && performance.now() - known.at < FRESH_MS) return known.value as T;
    const generation = this.#generation;
    const at = performance.now();
    const value = await load();
    // Read before a change that is committed by now, it is old already.
    if (value !== null && generation === this.#generation) {
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(key, { at, value });
    }
    return value;
  }

  forget(): void {
    this.#generation++;
    this.#known.clear();
  }
}
