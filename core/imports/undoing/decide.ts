import type { Before, Touched } from "./touched.ts";

export type Verdict =
  | { kind: "gone" }
  | { kind: "remove" }
  | { kind: "restore"; columns: Record<string, unknown>; added: Omit<Before, "columns"> }
  | { kind: "keep"; reason: "edited" | "has_others" };

/**
 * What becomes of each customer of an import that is undone. Children come before their house, so that a house whose
 * people all go can go too.
 */
export function decideUndo(touched: readonly Touched[]): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const customer of touched) verdicts.set(customer.id, decideOne(customer, verdicts));
  return verdicts;
}

function decideOne(customer: Touched, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const { now, changes } = customer;
  if (!now) return { kind: "gone" };
  const left = changes[0]!.version;
  if (customer.edited || now.version !== left || now.state !== "active") {
    return { kind: "keep", reason: "edited" };
  }
  const made = changes.some((change) => change.before === null);
  if (!made) return restored(changes.map((change) => change.before!));
  const staying = customer.children.filter((id) => verdicts.get(id)?.kind !== "remove");
  return staying.length > 0 || customer.hasEntries
    ? { kind: "keep", reason: "has_others" }
    : { kind: "remove" };
}

/** Before-values newest first: the oldest of each column is the one that stood before the import. */
function restored(befores: readonly Before[]): Verdict {
  const columns = Object.assign({}, ...befores.map((before) => before.columns)) as Record<string, unknown>;
  const all = (list: keyof Omit<Before, "columns">) => befores.flatMap((before) => before[list]);
  return {
    kind: "restore",
    columns,
    added: {
      names: all("names"),
      points: all("points"),
      codes: all("codes"),
      domains: all("domains"),
      owners: all("owners"),
    },
  };
}
