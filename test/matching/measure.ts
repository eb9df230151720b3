export interface Measured {
  precision: number;
  recall: number;
  f1: number;
}

/** Pairwise figures of a clustering against gold, both as id → cluster. */
export function measurePairs(
  found: ReadonlyMap<string, string>,
  gold: ReadonlyMap<string, string>,
): Measured {
  const both = new Map([...gold].map(([id, cluster]) => [id, `${cluster} ${found.get(id) ?? id}`]));
  const right = pairsIn(both);
  const precision = right / Math.max(1, pairsIn(found));
  const recall = right / Math.max(1, pairsIn(gold));
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function pairsIn(clusters: ReadonlyMap<string, string>): number {
  const sizes = new Map<string, number>();
  for (const cluster of clusters.values()) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}
