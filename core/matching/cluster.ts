import { Clusters } from "./clusters.ts";
import {
  compare,
  explain,
  type Features,
  featuresOf,
  isApart,
  isWitnessed,
  type Reason,
  verdictOf,
} from "./evidence.ts";
import { weigh } from "./evidence-codes.ts";
import { forEachPair } from "./pairs.ts";
import type { MatchRecord } from "./record.ts";

/** Two records of different clusters that people should look at. `a` and `b` are ids, the smaller first. */
export interface ReviewPair {
  a: string;
  b: string;
  score: number;
  reasons: Reason[];
}

export interface Clustering {
  /** The id of each record to that of its cluster, which is the smallest id in it. */
  clusterOf: Map<string, string>;
  /** Best first, one for two clusters. */
  reviews: ReviewPair[];
}

/**
 * Puts the records of a whole list together. What joins most surely joins first; two clusters become one only if no
 * record of one may not stand with a record of the other; a record that by its name alone could belong to two that are
 * apart joins neither. The outcome depends on ids and contents, not on the order of the list. Ids must be distinct.
 */
export function clusterRecords(records: readonly MatchRecord[]): Clustering {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const all = sorted.map(featuresOf);
  const edges = findEdges(all);
  const clusters = new Clusters(all);
  const links = linksOf(edges);
  const open: Edge[] = [];
  for (const edge of edges) {
    const joins =
      edge.joins &&
      (edge.isWitnessed || !isTorn(all, edge, links)) &&
      clusters.join(edge.one, edge.two, !edge.isWitnessed);
    if (!joins) open.push(edge);
  }
  return {
    clusterOf: new Map(sorted.map((record, at) => [record.id, sorted[clusters.rootOf(at)]!.id])),
    reviews: reviewsOf(all, open, clusters),
  };
}

interface Edge {
  one: number;
  two: number;
  bits: number;
  score: number;
  joins: boolean;
  isWitnessed: boolean;
}

function findEdges(all: readonly Features[]): Edge[] {
  const edges: Edge[] = [];
  forEachPair(all, (one, two) => {
    const { kind } = all[one]!;
    const bits = compare(all[one]!, all[two]!);
    if (bits === 0) return;
    const verdict = verdictOf(kind, bits);
    if (verdict === "different") return;
    edges.push({
      one,
      two,
      bits,
      score: weigh(bits, kind),
      joins: verdict !== "review",
      isWitnessed: isWitnessed(kind, bits),
    });
  });
  return edges.sort(
    (a, b) =>
      Number(b.isWitnessed) - Number(a.isWitnessed) || b.score - a.score || a.one - b.one || a.two - b.two,
  );
}

/** The edges of each record that would join without a witness. */
function linksOf(edges: readonly Edge[]): Map<number, Edge[]> {
  const links = new Map<number, Edge[]>();
  for (const edge of edges) {
    if (!edge.joins || edge.isWitnessed) continue;
    for (const at of [edge.one, edge.two]) {
      const there = links.get(at);
      if (there) there.push(edge);
      else links.set(at, [edge]);
    }
  }
  return links;
}

/** True when one end could as well belong to another record that the other end is apart from. */
function isTorn(all: readonly Features[], edge: Edge, links: ReadonlyMap<number, Edge[]>): boolean {
  const isRival = (end: number, other: number) =>
    (links.get(end) ?? []).some((link) => {
      if (link === edge || link.score < edge.score) return false;
      const rival = link.one === end ? link.two : link.one;
      return isApart(all[other]!.kind, compare(all[other]!, all[rival]!), true);
    });
  return isRival(edge.one, edge.two) || isRival(edge.two, edge.one);
}

function reviewsOf(all: readonly Features[], open: readonly Edge[], clusters: Clusters): ReviewPair[] {
  const seen = new Set<string>();
  const reviews: ReviewPair[] = [];
  for (const edge of [...open].sort((a, b) => b.score - a.score)) {
    const [one, two] = [clusters.rootOf(edge.one), clusters.rootOf(edge.two)].sort((a, b) => a - b);
    const pair = `${one} ${two}`;
    if (one === two || seen.has(pair)) continue;
    seen.add(pair);
    const left = all[edge.one]!;
    const right = all[edge.two]!;
    const { score, reasons } = explain(left, right, edge.bits);
    if (edge.joins) reasons.push({ code: "several_alike", weight: 0, params: {} });
    reviews.push({ a: left.record.id, b: right.record.id, score, reasons });
  }
  return reviews;
}
