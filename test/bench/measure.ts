/** Milliseconds of many calls of one kind. */
export interface Spread {
  p50: number;
  p95: number;
  p99: number;
}

export interface Comparison {
  ours: Spread;
  floor: Spread;
  /** Median over the rounds of ours ÷ floor within the round. */
  ratioP50: number;
  ratioP95: number;
}

/** A comparison that takes longer has fewer rounds. */
const LONGEST_MS = 60_000;

/**
 * Times two ways to do one thing in turn, so that a machine that slows down slows both. The first call of each round
 * is not counted.
 */
export async function compare(
  ways: { ours: (n: number) => Promise<unknown>; floor: (n: number) => Promise<unknown> },
  options: { rounds?: number; calls: number },
): Promise<Comparison> {
  const rounds = options.rounds ?? 5;
  // A server has been running for a while: its code is compiled and its statements are planned.
  await time(ways.floor, 50);
  await time(ways.ours, 50);
  const ours: number[][] = [];
  const floor: number[][] = [];
  const until = performance.now() + LONGEST_MS;
  for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round++) {
    floor.push(await time(ways.floor, options.calls, round));
    ours.push(await time(ways.ours, options.calls, round));
  }
  const ratio = (pick: keyof Spread) =>
    median(ours.map((times, round) => spread(times)[pick] / spread(floor[round]!)[pick]));
  return {
    ours: spread(ours.flat()),
    floor: spread(floor.flat()),
    ratioP50: ratio("p50"),
    ratioP95: ratio("p95"),
  };
}

/** Times one call after another; warms up first. */
export async function time(
  call: (n: number) => Promise<unknown>,
  calls: number,
  seed = 0,
): Promise<number[]> {
  for (let n = 0; n < Math.min(10, calls); n++) await call(seed * calls + n);
  const times: number[] = [];
  for (let n = 0; n < calls; n++) {
    const began = performance.now();
    await call(seed * calls + n);
    times.push(performance.now() - began);
  }
  return times;
}

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function median(values: readonly number[]): number {
  return spread(values).p50;
}
