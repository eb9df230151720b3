import { addDays } from "../../japanese/index.ts";
import type { Judged } from "./judge-moments.ts";
import { resolveDay } from "./resolve-day.ts";
import type { DateDoubt, Day, HistoryKind, Occurrence, Span } from "./types.ts";

export interface WhenItWas {
  occurredAt: Occurrence | null;
  question: { reason: DateDoubt; candidates: Day[]; text: string } | null;
}

/** When it happened: from the dates that tell it, else the moment of typing for a call, the day for a visit. */
export function occurrence(
  judged: readonly Judged[],
  kind: HistoryKind,
  activity: Span | null,
  now: string,
): WhenItWas {
  const today = now.slice(0, 10);
  // 朝電話 夕方訪問: each time is that of the word beside it.
  const far = (one: Judged) => Math.abs(one.moment.start - (activity?.start ?? 0));
  const whens = judged.filter((one) => one.role === "when").sort((a, b) => far(a) - far(b));
  const day = whens.find((one) => one.moment.day);
  const clock = (day?.moment.clock ? day : whens.find((one) => one.moment.clock))?.moment.clock ?? null;
  if (!day && (clock?.now || (!clock && isImmediate(kind))))
    return at({ from: now, to: null, precision: "time", label: null });
  if (!day?.moment.day) {
    if (!clock) return at({ from: today, to: null, precision: "day", label: null });
    const late = `${today}T${clock.from}` > now;
    return at(onDay(late ? addDays(today, -1) : today, clock));
  }
  const resolved = resolveDay(day.moment.day, day.lean, today);
  if ("doubt" in resolved) {
    return {
      occurredAt: null,
      question: { reason: resolved.doubt, candidates: resolved.candidates, text: day.moment.text },
    };
  }
  if (resolved.to)
    return at({ from: resolved.date, to: resolved.to, precision: "part", label: day.moment.text });
  if (clock?.now) return at({ from: now, to: null, precision: "time", label: null });
  return at(
    clock ? onDay(resolved.date, clock) : { from: resolved.date, to: null, precision: "day", label: null },
  );
}

function at(occurredAt: Occurrence): WhenItWas {
  return { occurredAt, question: null };
}

function onDay(date: Day, clock: { from: string; to: string | null; part: string | null }): Occurrence {
  return {
    from: `${date}T${clock.from}`,
    to: clock.to ? `${date}T${clock.to}` : null,
    precision: clock.part ? "part" : "time",
    label: clock.part,
  };
}

// A call is logged while it is warm; a visit in the evening, so only its day is told by the line.
function isImmediate(kind: HistoryKind): boolean {
  return (
    kind === "call" ||
    kind === "mail" ||
    kind === "fax" ||
    kind === "contact" ||
    kind === "message" ||
    kind === "note"
  );
}
