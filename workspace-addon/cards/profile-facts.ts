import type { MailRef } from "./card.ts";

/** What the profile card shows of a customer: the part of core's profile that it reads. */
export interface ProfileFacts {
  customer: {
    id: string;
    kind: string;
    name: string;
    honorific: string | null;
    department: string | null;
    title: string | null;
    roles: string[];
    prefecture: string | null;
    city: string | null;
    note: string | null;
    extra: Record<string, string>;
    parent: { id: string; name: string } | null;
  };
  sites: { id: string; name: string }[];
  people: {
    id: string;
    name: string;
    department: string | null;
    title: string | null;
    honorific: string | null;
  }[];
  contactPoints: { kind: string; value: string; extension: string | null; label: string | null }[];
  codes: { system: string; code: string }[];
  aliases: { kind: string; name: string }[];
  owners: { memberId: string; name: string; role: string; status: string }[];
  nextActions: NextActionFacts[];
  history: HistoryFacts[];
  openHandover: { id: string; toName: string | null } | null;
}

export interface NextActionFacts {
  id: string;
  kind: string;
  title: string;
  dueOn: string | null;
  dueTime: string | null;
  duePrecision: string;
  ownerName: string | null;
  needsReview: boolean;
}

export interface HistoryFacts {
  id: string;
  customerName: string | null;
  kind: string;
  direction: string | null;
  result: string | null;
  occurredAt: string;
  precision: string;
  authorName: string | null;
  recorderName: string | null;
  title: string | null;
  body: string;
}

/** The mail on the screen, as the card speaks of it. */
export interface MailFacts extends MailRef {
  /** The person of theirs whom it is about; null when it is about the company as such. */
  contact: {
    id: string;
    name: string;
    department: string | null;
    title: string | null;
    honorific: string | null;
  } | null;
  /** The entry that it was logged as, when it was. */
  logged: boolean;
}
