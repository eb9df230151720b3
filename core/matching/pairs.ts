import { keysOfFeatures } from "./blocking-keys.ts";
import type { Features } from "./evidence.ts";

/** Blocks up to this size are compared all with all. */
const SMALL_BLOCK = 40;
/** In larger ones each record is compared with so many that stand next to it when they are put in order. */
const NEIGHBOURS = 8;

/**
 * Calls `visit` once for every pair of records that share a blocking key, given by their places in `all`, the smaller
 * first. The work grows with the records, not with their square: of a block that thousands share, only neighbours in the
 * order of place, phone and name are compared, so alike records still form a chain.
 */
export function forEachPair(all: readonly Features[], visit: (one: number, two: number) => void): void {
  const { blocks, blocksOf } = blocksFor(all);
  const seen = new Int32Array(all.length).fill(-1);
  for (let one = 0; one < all.length; one++) {
    seen[one] = one;
    for (const at of blocksOf[one]!) {
      const { members, places } = blocks[at]!;
      const isSmall = places === null;
      const here = isSmall ? 0 : places.get(one)!;
      const from = isSmall ? 0 : Math.max(0, here - NEIGHBOURS);
      const to = isSmall ? members.length : Math.min(members.length, here + NEIGHBOURS + 1);
      for (let place = from; place < to; place++) {
        const two = members[place]!;
        if (two < one || seen[two] === one) continue;
        seen[two] = one;
        visit(one, two);
      }
    }
  }
}

interface Block {
  members: number[];
  /** Where each member stands, of blocks too large to compare all with all. */
  places: Map<number, number> | null;
}

function blocksFor(all: readonly Features[]): { blocks: Block[]; blocksOf: number[][] } {
  const groups = groupByKey(all);
  const blocksOf: number[][] = all.map(() => []);
  const blocks = groups.map((members, at): Block => {
    for (const member of members) blocksOf[member]!.push(at);
    return members.length <= SMALL_BLOCK ? { members, places: null } : inOrder(members, all);
  });
  return { blocks, blocksOf };
}

/** The records that share a key, for each key that two or more have. Most keys have one: those make no array. */
function groupByKey(all: readonly Features[]): number[][] {
  const groups: number[][] = [];
  /** The only record with a key, or −1 − the place of its group. */
  const byKey = new Map<string, number>();
  for (let at = 0; at < all.length; at++) {
    for (const key of keysOfFeatures(all[at]!)) {
      const there = byKey.get(key);
      if (there === undefined) byKey.set(key, at);
      else if (there < 0) groups[-1 - there]!.push(at);
      else {
        byKey.set(key, -1 - groups.length);
        groups.push([there, at]);
      }
    }
  }
  return groups;
}

function inOrder(members: number[], all: readonly Features[]): Block {
  const orders = new Map(members.map((at) => [at, orderOf(all[at]!)]));
  const sorted = [...members].sort((a, b) => {
    const one = orders.get(a)!;
    const two = orders.get(b)!;
    return one < two ? -1 : one > two ? 1 : a - b;
  });
  return { members: sorted, places: new Map(sorted.map((at, place) => [at, place])) };
}

function orderOf(features: Features): string {
  const place = features.places[0];
  const name = features.kind === "company" ? features.names[0]!.key : features.full;
  return [
    name,
    place?.prefecture ?? "",
    place?.city ?? "",
    place?.street ?? "",
    features.phones[0] ?? "",
    features.mails[0] ?? "",
  ].join("\u0000");
}
