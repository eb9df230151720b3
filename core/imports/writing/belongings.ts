import type { Draft } from "./draft.ts";

/** Rows that a chunk adds beside its customers, as the tables call their columns. */
export interface Belongings {
  names: { id: string; customer_id: string; kind: string; name: string; key: string }[];
  points: { id: string; customer_id: string; kind: string; value: string }[];
  codes: { id: string; customer_id: string; system: string; code: string }[];
  domains: { customer_id: string; domain: string }[];
  owners: { id: string; customer_id: string; member_id: string; role: string }[];
}

export function belongingsOf({ id, added }: Draft, newId: () => string): Belongings {
  return {
    names: added.names.map((one) => ({ id: newId(), customer_id: id, ...one })),
    points: added.points.map((one) => ({ id: newId(), customer_id: id, ...one })),
    codes: added.codes.map((one) => ({ id: newId(), customer_id: id, ...one })),
    domains: added.domains.map((domain) => ({ customer_id: id, domain })),
    owners: added.owners.map(({ memberId, role }) => ({
      id: newId(),
      customer_id: id,
      member_id: memberId,
      role,
    })),
  };
}

/** What undo needs: nothing of a customer that was made; else the values before, and which rows were added. */
export function importChange(draft: Draft, { names, points, codes, domains, owners }: Belongings) {
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  const before = {
    columns: draft.old,
    names: ids(names),
    points: ids(points),
    codes: ids(codes),
    domains: domains.map((one) => one.domain),
    owners: ids(owners),
  };
  return {
    row: draft.row,
    customer_id: draft.id,
    before: draft.isNew ? null : before,
    version: draft.isNew ? 1 : draft.version + 1,
  };
}
