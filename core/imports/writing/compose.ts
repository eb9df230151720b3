import { setImmediate } from "node:timers/promises";
import { companyDomain } from "../../customers/index.ts";
import { type Reason, type RowDecision, storedHashes } from "../../matching/index.ts";
import type { Outcome } from "../statuses.ts";
import type { StoredCandidate } from "./candidates.ts";
import { contactOf, findContact } from "./contacts.ts";
import { addDomain, type Draft, foldIn, newDraft, type Origin, storedDraft } from "./draft.ts";
import { type Facts, factsOf, type RowFacts } from "./facts.ts";
import type { MatchedRow } from "./match-chunk.ts";
import { nameKeyOf } from "./name-key.ts";

export interface RowOutcome {
  row: number;
  status: Outcome;
  customerIds: string[];
  clusterId: string | null;
  personClusterId: string | null;
  /** People of the customer whom the row names. */
  contactIds: string[];
  /** What came up only now that the row is applied. */
  issues: { code: string; column: string | null; value: string | null }[];
  /** Why it was taken for a customer; of a review row, whom it may be. */
  match: { customerIds: readonly string[]; score: number; reasons: readonly Reason[] } | null;
  /** The draft that stands for whom we do business with, to which the 営業担当 belongs. */
  party: Draft;
}

export interface Composition {
  drafts: Map<string, Draft>;
  outcomes: RowOutcome[];
  /** Under which keys the matching finds a customer from now on. */
  matchKeys: { customerId: string; key: number }[];
}

export interface ComposeContext {
  importId: string;
  origin: Origin;
  newId(): string;
}

/** After so many rows others in this process get their turn. */
const breath = 25;

/** Puts the customers of some hundred rows together, in memory: which are made, which are changed and how. */
export async function composeChunk(
  rows: readonly MatchedRow[],
  candidates: readonly StoredCandidate[],
  context: ComposeContext,
): Promise<Composition> {
  const book = new Book(candidates, context);
  const outcomes: RowOutcome[] = [];
  const matchKeys = new Map<string, { customerId: string; key: number }>();
  for (const [at, row] of rows.entries()) {
    const outcome = book.apply(row, factsOf(row.data));
    outcomes.push(outcome);
    const [customerId] = outcome.customerIds;
    for (const key of storedHashes(row.record)) {
      matchKeys.set(`${customerId} ${key}`, { customerId: customerId!, key });
    }
    if (at % breath === 0) await setImmediate();
  }
  return { drafts: book.drafts, outcomes, matchKeys: [...matchKeys.values()] };
}

class Book {
  readonly drafts = new Map<string, Draft>();
  readonly #children = new Map<string, Draft[]>();
  readonly #context: ComposeContext;
  /** How many times something was new so far: the difference tells whether a row changed anything. */
  #news = 0;

  constructor(candidates: readonly StoredCandidate[], context: ComposeContext) {
    this.#context = context;
    for (const candidate of candidates) this.#add(storedDraft(candidate));
  }

  apply({ row, record, decision }: MatchedRow, facts: RowFacts): RowOutcome {
    const newsBefore = this.#news;
    const head = facts.company ?? facts.people[0]!;
    const found = decision.verdict === "same" ? this.drafts.get(decision.id) : undefined;
    const isOurs = found?.import_id === this.#context.importId;
    const draft = found ?? this.#make(record.id, record.kind, null, head, row);
    this.#foldIn(draft, head, row);
    const site = facts.site ? this.#site(draft, facts.site, row) : null;
    const people = facts.company
      ? facts.people.map((person) => this.#contact(draft, site ?? draft, person, row))
      : [draft];
    if (facts.company) this.#learnDomains(draft, [facts.company, facts.site, ...facts.people], row);
    return {
      row,
      status: statusOf(decision, found === undefined, isOurs, this.#news > newsBefore),
      customerIds: [...new Set([draft, ...(site ? [site] : []), ...people].map((one) => one.id))],
      clusterId: facts.company ? draft.id : null,
      personClusterId: people[0]?.id ?? null,
      contactIds: facts.company ? people.map((person) => person.id) : [],
      issues: [],
      match: matchOf(decision),
      party: site ?? draft,
    };
  }

  #foldIn(draft: Draft, facts: Facts, row: number): void {
    if (foldIn(draft, facts, row, this.#context.origin)) this.#news++;
  }

  #make(id: string, kind: Draft["kind"], parentId: string | null, facts: Facts, row: number): Draft {
    const { importId } = this.#context;
    const draft = newDraft({ id, kind, parentId, name: facts.name, row, importId });
    this.#add(draft);
    this.#news++;
    return draft;
  }

  #site(company: Draft, facts: Facts, row: number): Draft {
    const key = nameKeyOf(facts.name);
    const site =
      this.#childrenOf(company.id).find((one) => one.kind === "site" && isNamed(one, key)) ??
      this.#make(this.#context.newId(), "site", company.id, facts, row);
    this.#foldIn(site, facts, row);
    return site;
  }

  /** A person of the company, whichever of its sites they stand under. */
  #contact(company: Draft, house: Draft, facts: Facts, row: number): Draft {
    const people = this.#peopleOf(company);
    const person =
      findContact(contactOf(facts, company.id), people) ??
      this.#make(this.#context.newId(), "person", house.id, facts, row);
    this.#foldIn(person, facts, row);
    return person;
  }

  #learnDomains(company: Draft, said: (Facts | null)[], row: number): void {
    const facts = said.filter((one) => one !== null);
    const points = facts.flatMap((one) => [
      ...one.points,
      ...(one.columns.url ? [{ kind: "url" as const, normalized: one.columns.url.toLowerCase() }] : []),
    ]);
    for (const domain of new Set(points.map(companyDomain))) {
      if (domain === null) continue;
      if (company.domains.includes(domain)) continue;
      addDomain(company, domain, row);
      this.#news++;
    }
  }

  #peopleOf(company: Draft): Draft[] {
    const sites = this.#childrenOf(company.id).filter((one) => one.kind === "site");
    return [company, ...sites].flatMap((house) =>
      this.#childrenOf(house.id).filter((one) => one.kind === "person"),
    );
  }

  #childrenOf(id: string): Draft[] {
    return this.#children.get(id) ?? [];
  }

  #add(draft: Draft): void {
    this.drafts.set(draft.id, draft);
    if (!draft.parent_id) return;
    const siblings = this.#children.get(draft.parent_id);
    if (siblings) siblings.push(draft);
    else this.#children.set(draft.parent_id, [draft]);
  }
}

function isNamed(draft: Draft, key: string): boolean {
  return draft.match_key === key || draft.names.some((one) => one.key === key);
}

function matchOf(decision: RowDecision): RowOutcome["match"] {
  if (decision.verdict === "new") return null;
  const { score, reasons } = decision;
  return { customerIds: decision.verdict === "same" ? [decision.id] : decision.ids, score, reasons };
}

function statusOf(decision: RowDecision, made: boolean, isOurs: boolean, changed: boolean): Outcome {
  if (decision.verdict === "review") return "review";
  if (made) return "created";
  if (isOurs) return "joined";
  return changed ? "updated" : "unchanged";
}
