import { nearestOwners } from "./nearest-owners.ts";
import type { Profile } from "./shapes.ts";

type Person = Profile["people"][number];
type Kin = Person & { kind: "site" | "person" };
type Entry = Profile["history"][number];

/** What the statement returns: absent lists are null, instants in the database's notation, members by id only. */
export interface ProfileRow {
  subject: Record<string, unknown> & {
    id: string;
    name: string;
    state: string;
    merged_into_id: string | null;
  };
  parent: { id: string; name: string; parent_id: string | null } | null;
  children: Kin[] | null;
  below: Kin[] | null;
  points: Profile["contactPoints"] | null;
  codes: Profile["codes"] | null;
  aliases: Profile["aliases"] | null;
  owners: Omit<Profile["owners"][number], "name" | "status">[] | null;
  nextActions: Omit<Profile["nextActions"][number], "ownerName">[] | null;
  history: Omit<Entry, "customerName" | "authorName" | "recorderName">[] | null;
  handover: { id: string; state: string; toMemberId: string } | null;
  members: Record<string, { name: string; status: string }> | null;
}

/** Row → profile: names put in, instants as ISO text, owners of the nearest place. */
export function profileOf(row: ProfileRow): Profile {
  const { subject, parent, handover } = row;
  const kin = [...(row.children ?? []), ...(row.below ?? [])];
  const customerNames = new Map(
    [subject, ...(parent ? [parent] : []), ...kin].map((one) => [one.id, one.name]),
  );
  const nameOf = (memberId: string | null) => (memberId && row.members?.[memberId]?.name) || null;
  return {
    customer: customerOf(row),
    sites: kin.filter((one) => one.kind === "site" && one.id !== subject.id),
    people: kin.filter((one) => one.kind === "person" && one.id !== subject.id),
    contactPoints: sortedById(row.points),
    codes: row.codes ?? [],
    aliases: row.aliases ?? [],
    owners: nearestOwners(row.owners ?? [], [subject.id, parent?.id, parent?.parent_id]).map((owner) => ({
      ...owner,
      name: nameOf(owner.memberId) ?? "",
      status: row.members?.[owner.memberId]?.status ?? "",
      since: instant(owner.since),
    })),
    nextActions: (row.nextActions ?? []).map((action) => ({ ...action, ownerName: nameOf(action.ownerId) })),
    history: (row.history ?? []).map((entry) => ({
      ...entry,
      occurredAt: instant(entry.occurredAt),
      occurredUntil: entry.occurredUntil && instant(entry.occurredUntil),
      recordedAt: instant(entry.recordedAt),
      customerName: customerNames.get(entry.customerId) ?? null,
      authorName: nameOf(entry.authorId),
      recorderName: nameOf(entry.recorderId),
    })),
    openHandover: handover && { ...handover, toName: nameOf(handover.toMemberId) },
  };
}

function customerOf({ subject, parent }: ProfileRow): Profile["customer"] {
  const { name_kana, corporate_number, merged_into_id, relation_since, ...same } = subject;
  return {
    ...(same as unknown as Profile["customer"]),
    nameKana: name_kana as string | null,
    corporateNumber: corporate_number as string | null,
    mergedIntoId: merged_into_id,
    relationSince: relation_since as string | null,
    parent: parent && { id: parent.id, name: parent.name },
  };
}

/** Ids are ordered by time. */
function sortedById<T extends { id: string }>(rows: T[] | null): T[] {
  return (rows ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
