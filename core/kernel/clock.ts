/** The only source of "now" in core. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A local wall time "YYYY-MM-DDTHH:mm" of an instant in an IANA zone. */
export function wallTime(instant: Date, timeZone: string): string {
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The local day "YYYY-MM-DD" of an instant in an IANA zone. */
export function localDay(instant: Date, timeZone: string): string {
  return wallTime(instant, timeZone).slice(0, 10);
}

/**
 * The instant of a local wall time "YYYY-MM-DDTHH:mm" (or a day: its midnight) in an IANA zone.
 * In the hour that a change to summer time skips, the instant after it.
 */
export function instantOf(wall: string, timeZone: string): Date {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}:00Z`);
  const shown = Date.parse(`${wallTime(new Date(asUtc), timeZone)}:00Z`);
  const guess = asUtc - (shown - asUtc);
  const again = Date.parse(`${wallTime(new Date(guess), timeZone)}:00Z`);
  return new Date(guess - (again - asUtc));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let made = formatters.get(timeZone);
  if (!made) {
    made = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formatters.set(timeZone, made);
  }
  return made;
}
