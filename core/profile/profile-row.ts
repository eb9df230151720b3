import type { Profile } from "./shapes.ts";

type Person = Profile["people"][number];

/** The JSON that the statement returns: absent lists are null, instants are in the database's notation. */
export interface ProfileRow extends Omit<Profile["customer"], "mergedIntoId"> {
  mergedIntoId: string | null;
  around: (Person & { kind: "site" | "person" })[] | null;
  contactPoints: Profile["contactPoints"] | null;
  codes: Profile["codes"] | null;
  aliases: Profile["aliases"] | null;
  owners: Profile["owners"] | null;
  nextActions: Profile["nextActions"] | null;
  history: Profile["history"] | null;
  openHandover: Profile["openHandover"];
}

export function profileOf(row: ProfileRow): Profile {
  const { around, contactPoints, codes, aliases, owners, nextActions, history, openHandover, ...customer } =
    row;
  return {
    customer,
    sites: (around ?? []).filter((one) => one.kind === "site"),
    people: (around ?? []).filter((one) => one.kind === "person"),
    contactPoints: contactPoints ?? [],
    codes: codes ?? [],
    aliases: aliases ?? [],
    owners: nearestOwners(row),
    nextActions: nextActions ?? [],
    history: (history ?? []).map((entry) => ({
      ...entry,
      occurredAt: instant(entry.occurredAt),
      occurredUntil: entry.occurredUntil && instant(entry.occurredUntil),
      recordedAt: instant(entry.recordedAt),
    })),
    openHandover,
  };
}

/** A site's or person's own owners, else those of where it belongs, else those of the company above. */
function nearestOwners(row: ProfileRow): Profile["owners"] {
  const owners = (row.owners ?? []).map((owner) => ({ ...owner, since: instant(owner.since) }));
  const at = (customerId: string | undefined) => owners.filter((owner) => owner.customerId === customerId);
  const own = at(row.id);
  if (own.length > 0) return byRole(own);
  const ofParent = at(row.parent?.id);
  return byRole(ofParent.length > 0 ? ofParent : owners);
}

const order = ["owner", "interim", "cover", "deputy", "sales_admin"];

function byRole(owners: Profile["owners"]): Profile["owners"] {
  return [...owners].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

function instant(text: string): string {
  return new Date(text).toISOString();
}
