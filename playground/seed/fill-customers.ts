import { assignOwner, createCustomer } from "../../core/index.ts";
import { type SeedCustomer, seedCustomers } from "./customers.ts";
import { type Planting, planted } from "./planting.ts";

/** Adds the customers with what belongs to them, their owners and deputies. */
export async function fillCustomers(planting: Planting): Promise<void> {
  const { host, members, customers } = planting;
  for (const seed of seedCustomers) {
    const input = {
      ...factsOf(seed),
      ...(seed.parent && { parentId: customers.get(seed.parent)! }),
      ...(seed.owner && { ownerId: members.get(seed.owner)! }),
    };
    const { customerId } = await host.perform(
      createCustomer,
      input,
      ...planted(planting, seed.owner ?? "sato"),
    );
    customers.set(seed.ref, customerId);
    if (seed.deputy) {
      const deputy = { customerId, memberId: members.get(seed.deputy)!, role: "deputy" as const };
      await host.perform(assignOwner, deputy, ...planted(planting, "mori"));
    }
  }
}

function factsOf(seed: SeedCustomer) {
  const points = [
    ...(seed.phone
      ? [{ kind: seed.phone.startsWith("080") ? ("mobile" as const) : ("phone" as const), value: seed.phone }]
      : []),
    ...(seed.fax ? [{ kind: "fax" as const, value: seed.fax }] : []),
    ...(seed.mail ? [{ kind: "mail" as const, value: seed.mail }] : []),
    ...(seed.address ? [{ kind: "address" as const, value: seed.address }] : []),
  ];
  return {
    kind: seed.kind,
    name: seed.name,
    nameKana: seed.nameKana ?? null,
    roles: [...(seed.roles ?? [])],
    department: seed.department ?? null,
    title: seed.title ?? null,
    honorific: seed.honorific ?? null,
    note: seed.note ?? null,
    contactPoints: points,
    codes: seed.code ? [{ system: "得意先コード", code: seed.code }] : [],
    aliases: [
      ...(seed.nicknames ?? []).map((name) => ({ kind: "nickname" as const, name })),
      ...(seed.former ?? []).map((name) => ({ kind: "former" as const, name })),
    ],
  };
}
