/** What may go wrong between the app and Slack. */
export type Fault =
  | { kind: "error"; error: string }
  | { kind: "rate_limited"; retryAfter: number }
  | { kind: "status"; status: number }
  /** No answer until the Front stops. */
  | { kind: "hang" }
  /** The connection breaks without an answer. */
  | { kind: "drop" };

/** Faults to come, by Web API method, `response_url`, or `*` for any of them. */
export type Faults = {
  /** The next `times` calls of `method` meet this fault. */
  next: (method: string, fault: Fault, times?: number) => void;
  clear: () => void;
  /** Takes the fault that this call meets, if there is one. */
  take: (method: string) => Fault | undefined;
};

export function createFaults(): Faults {
  let waiting: { method: string; fault: Fault; left: number }[] = [];
  return {
    next(method, fault, times = 1) {
      waiting.push({ method, fault, left: times });
    },
    clear() {
      waiting = [];
    },
    take(method) {
      const found = waiting.find((each) => each.method === method || each.method === "*");
      if (!found) return undefined;
      found.left -= 1;
      waiting = waiting.filter((each) => each.left > 0);
      return found.fault;
    },
  };
}
