import { oneLine } from "./html.ts";
import { limits } from "./limits.ts";
import type { Action, Card, Section } from "./types.ts";

export type CardText = (key: string, params?: Record<string, string | number | readonly string[]>) => string;

/** What every card needs to know beside its facts. */
export interface CardContext {
  locale: "ja" | "en";
  text: CardText;
  /** IANA zone of the workspace. */
  timeZone: string;
  now: Date;
  /** Where a pressed button is sent. */
  actionUrl: string;
}

/**
 * A card that keeps Google's limits whatever the record holds: sections are kept from the top while widgets fit, and
 * the last one that does not fit is cut.
 */
export function card(
  name: string,
  title: string,
  sections: readonly Section[],
  subtitle?: string | null,
): Card {
  const kept: Section[] = [];
  let room: number = limits.widgets;
  for (const section of sections.slice(0, limits.sections)) {
    if (room === 0) break;
    const widgets = section.widgets.slice(0, room);
    room -= widgets.length;
    kept.push({ ...section, widgets });
  }
  const below = subtitle ? oneLine(subtitle, limits.subtitle) : "";
  return {
    name,
    header: { title: oneLine(title, limits.title) || "—", ...(below && { subtitle: below }) },
    sections: kept,
  };
}

/** The mail beside which a card stands, as far as its buttons must name it. */
export interface MailRef {
  messageId: string;
  /** The mail's id in the history: its Message-ID. */
  externalId: string;
}

/** Parameters with which a press finds back to where it was made. */
export type Around = Partial<
  Record<"customerId" | "contactId" | "messageId" | "externalId" | "view", string | null>
>;

/** What a press sends: the name of the action and texts that go with it. Empty ones are left out. */
export function press(
  context: CardContext,
  action: string,
  parameters: Record<string, string | null | undefined> = {},
): { action: Action } {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    action: {
      function: context.actionUrl,
      parameters: [["action", action] as const, ...given].map(([key, value]) => ({ key, value })),
      loadIndicator: "SPINNER",
    },
  };
}
