import { compare, type Features, isApart } from "./evidence.ts";

/** Where only names would join two groups, so many records of each are held against each other; beyond, alike ones repeat. */
const LOOKED_AT = 24;

/** Groups of records, given by their places in `all`, that only grow, and never across a contradiction. */
export class Clusters {
  readonly #all: readonly Features[];
  readonly #parent: Int32Array;
  readonly #members = new Map<number, number[]>();
  /** One record for each thing that the records of a group say of who they are: what they are held against. */
  readonly #voices = new Map<number, Map<string, number>>();

  constructor(all: readonly Features[]) {
    this.#all = all;
    this.#parent = Int32Array.from(all, (_, at) => at);
  }

  /** The smallest record of the group. */
  rootOf(at: number): number {
    let root = at;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let step = at; step !== root; ) {
      const next = this.#parent[step]!;
      this.#parent[step] = root;
      step = next;
    }
    return root;
  }

  /**
   * Joins the groups of two records unless something stands between them; false when it does. `weak`: nothing but a name
   * speaks for it, so that also what a witness would outweigh keeps them apart.
   */
  join(a: number, b: number, weak: boolean): boolean {
    const one = this.rootOf(a);
    const two = this.rootOf(b);
    if (one === two) return true;
    if (this.#isContradicted(one, two) || (weak && this.#isDoubted(one, two))) return false;
    this.#unite(Math.min(one, two), Math.max(one, two));
    return true;
  }

  #unite(root: number, other: number): void {
    this.#parent[other] = root;
    const members = this.#membersOf(root);
    for (const member of this.#membersOf(other)) members.push(member);
    this.#members.set(root, members);
    const voices = this.#voicesOf(root);
    for (const [voice, at] of this.#voicesOf(other)) if (!voices.has(voice)) voices.set(voice, at);
    this.#voices.set(root, voices);
    this.#members.delete(other);
    this.#voices.delete(other);
  }

  #isContradicted(one: number, two: number): boolean {
    const theirs = this.#voicesOf(two);
    for (const [voice, left] of this.#voicesOf(one)) {
      if (theirs.has(voice)) continue;
      for (const right of theirs.values()) if (this.#isApart(left, right, false)) return true;
    }
    return false;
  }

  #isDoubted(one: number, two: number): boolean {
    const theirs = this.#membersOf(two).slice(0, LOOKED_AT);
    return this.#membersOf(one)
      .slice(0, LOOKED_AT)
      .some((left) => theirs.some((right) => this.#isApart(left, right, true)));
  }

  #isApart(one: number, two: number, weak: boolean): boolean {
    const left = this.#all[one]!;
    const right = this.#all[two]!;
    return isApart(left.kind, compare(left, right), weak);
  }

  #membersOf(root: number): number[] {
    return this.#members.get(root) ?? [root];
  }

  #voicesOf(root: number): Map<string, number> {
    return this.#voices.get(root) ?? new Map([[voiceOf(this.#all[root]!), root]]);
  }
}

/** All of a record that a contradiction can come from: two with one voice contradict the same records. */
function voiceOf(features: Features): string {
  const { record } = features;
  if (features.kind === "company") {
    const { names, number, reading } = features;
    const spelled = names.map(({ key, form, script }) => `${key} ${form} ${script}`);
    return [number, reading?.exact, reading?.vague, ...spelled].join("\u0000");
  }
  const numbers = record.identifiers.map(({ label, value }) => `${label} ${value}`);
  const { full, family, given, employer, reading } = features;
  return [full, family, given, employer, reading?.exact, ...features.aliases, ...numbers].join("\u0000");
}
