import type { LatestEntry } from "../history/index.ts";
import { localDay, wallTime } from "../kernel/clock.ts";
import type { OpenAction } from "../next-actions/index.ts";
import type { BriefRow, BriefSection } from "./brief-shape.ts";
import type { CustomerFacts } from "./customer-facts.ts";

const BODY = 500;

export function section(key: BriefSection["key"], rows: BriefRow[]): BriefSection {
  return { key, labelKey: `ownership.brief.${key}`, rows };
}

/** What the ledger says, what is empty left out. */
export function factRows(facts: CustomerFacts, timeZone: string): BriefRow[] {
  const place = [facts.prefecture, facts.city].filter(Boolean).join("");
  return [
    ...facts.codes.map(({ system, code }) =>
      row({ labelKey: "ownership.brief.code", value: code, by: system || null }),
    ),
    ...(facts.roles.length > 0
      ? [
          row({
            labelKey: "ownership.brief.roles",
            valueKeys: facts.roles.map((role) => `customer.role.${role}`),
          }),
        ]
      : []),
    ...named("ownership.brief.place", place),
    ...named("ownership.brief.department", [facts.department, facts.title].filter(Boolean).join(" ")),
    ...named("ownership.brief.sites", facts.sites.join(" / ")),
    ...named("ownership.brief.relation_since", facts.relationSince ?? ""),
    ...(facts.ownerName
      ? [
          row({
            labelKey: "ownership.brief.owner",
            value: facts.ownerName,
            on: facts.ownerSince && localDay(facts.ownerSince, timeZone),
          }),
        ]
      : []),
    ...facts.helpers.map(({ role, name }) => row({ labelKey: `ownership.role.${role}`, value: name })),
    ...named("ownership.brief.note", facts.note ?? ""),
  ];
}

/** How to reach them: the company's own first, then person by person. */
export function contactRows(facts: CustomerFacts): BriefRow[] {
  return [
    ...facts.contactPoints.map((point) =>
      row({ labelKey: `contact_point.kind.${point.kind}`, value: pointText(point) }),
    ),
    ...facts.people.map((person) =>
      row({
        label: [person.department, person.title, person.name].filter(Boolean).join(" "),
        value: person.points.map(pointText).join(" / "),
      }),
    ),
  ];
}

/** Promises first: the customer waits for them. */
export function nextActionRows(actions: readonly OpenAction[]): BriefRow[] {
  const promises = actions.filter((action) => action.kind === "promise");
  const others = actions.filter((action) => action.kind !== "promise");
  return [...promises, ...others].map((action) =>
    row({
      labelKey: `next_action.kind.${action.kind}`,
      value: action.title,
      on: action.dueOn && (action.dueTime ? `${action.dueOn}T${action.dueTime}` : action.dueOn),
      by: action.ownerName,
      tone: action.overdue ? "warning" : "normal",
    }),
  );
}

export function cautionRows(entries: readonly LatestEntry[], timeZone: string): BriefRow[] {
  return historyRows(entries, timeZone).map((entry) => ({ ...entry, tone: "warning" as const }));
}

export function historyRows(entries: readonly LatestEntry[], timeZone: string): BriefRow[] {
  return entries.map((entry) =>
    row({
      labelKey: `history.kind.${entry.kind}`,
      value: clipped([entry.title, entry.body].filter(Boolean).join(" ")),
      valueKeys: entry.result ? [`history.result.${entry.result}`] : [],
      on:
        entry.precision === "time"
          ? wallTime(entry.occurredAt, timeZone)
          : localDay(entry.occurredAt, timeZone),
      by: entry.authorName,
    }),
  );
}

function row(given: Partial<BriefRow>): BriefRow {
  return {
    labelKey: null,
    label: null,
    value: "",
    valueKeys: [],
    on: null,
    by: null,
    tone: "normal",
    ...given,
  };
}

function named(labelKey: string, value: string): BriefRow[] {
  return value ? [row({ labelKey, value })] : [];
}

function pointText(point: { value: string; extension: string | null; label: string | null }): string {
  // Who wrote 内線 210 behind the number reads it there already.
  const told = /内線|#|ext/i.test(point.value);
  const extension = point.extension && !told ? ` #${point.extension}` : "";
  return `${point.value}${extension}${point.label ? ` (${point.label})` : ""}`;
}

function clipped(text: string): string {
  const letters = [...text];
  return letters.length > BODY ? `${letters.slice(0, BODY).join("")}…` : text;
}
