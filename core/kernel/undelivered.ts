/** The other side takes nothing now and says when it will: the message waits that long, and it counts as no attempt. */
export class DeliveryPostponed extends Error {
  readonly waitMs: number;

  constructor(waitMs: number, cause?: unknown) {
    super(`to be sent in ${Math.ceil(waitMs / 1000)} s`, { cause });
    this.name = "DeliveryPostponed";
    this.waitMs = waitMs;
  }
}

/** The other side will never take this message. `reason` is its own word for why, kept with the message. */
export class DeliveryRefused extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = "DeliveryRefused";
  }
}
