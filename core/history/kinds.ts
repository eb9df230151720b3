import { z } from "zod";

export const HistoryKind = z.enum([
  "call",
  "visit",
  "visitor",
  "meeting",
  "mail",
  "fax",
  "contact",
  "message",
  "note",
  "won",
  "lost",
  "handover",
]);
export type HistoryKind = z.infer<typeof HistoryKind>;

/** What a person can say that an entry is: handovers write themselves. */
export const SaidHistoryKind = HistoryKind.exclude(["handover"]);

/** 発信, 着信, 不明: 架電 is written of both, so it stays unknown unless the line says so. */
export const Direction = z.enum(["out", "in", "unknown"]);
export type Direction = z.infer<typeof Direction>;

/** つながった, 不在, 留守電 */
export const ContactResult = z.enum(["reached", "absent", "voicemail"]);
export type ContactResult = z.infer<typeof ContactResult>;

/** How exactly `occurredAt` is known: to the minute, a part of a day (朝), a day, a month. */
export const OccurredPrecision = z.enum(["time", "part", "day", "month"]);
export type OccurredPrecision = z.infer<typeof OccurredPrecision>;

export const Visibility = z.enum(["all", "managers"]);
export type Visibility = z.infer<typeof Visibility>;
