import { setImmediate } from "node:timers/promises";
import type { StoredCandidate } from "../matching/candidates.ts";
import { findContact } from "../matching/match-people.ts";
import { type Decision, matchRows } from "../matching/match-rows.ts";
import { domainsOf, nameKeyOf, type Party } from "../matching/party.ts";
import type { ImportedRow } from "../reading/index.ts";
import type { Outcome } from "../statuses.ts";
import { addDomain, type Draft, foldIn, newDraft, type Origin, storedDraft } from "./draft.ts";
import { type Facts, factsOf, type RowFacts } from "./facts.ts";
import { contactOf, contactsOf, keysOf, partyOfDraft, partyOfRow, valuesOf } from "./parties.ts";

/** A row that is to be applied. `known`: customers that the same row of the same file became before. */
export interface ReadyRow {
  row: number;
  data: ImportedRow;
  known: readonly string[];
}

export interface RowOutcome {
  row: number;
  status: Outcome;
  customerIds: string[];
  clusterId: string | null;
  personClusterId: string | null;
  /** What it may be, and why people must look: of a review row. */
  alike: { ids: readonly string[]; reasons: readonly string[] } | null;
  /** The draft that stands for whom we do business with, to which the 営業担当 belongs. */
  party: Draft;
}

export interface Composition {
  drafts: Map<string, Draft>;
  outcomes: RowOutcome[];
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
  rows: readonly ReadyRow[],
  candidates: readonly StoredCandidate[],
  context: ComposeContext,
): Promise<Composition> {
  const book = new Book(candidates, context);
  const facts = rows.map((row) => factsOf(row.data));
  const matched = rows.map(({ row, data, known }) => ({
    row,
    known,
    party: partyOfRow(data, context.newId()),
  }));
  await setImmediate();
  const decisions = matchRows(matched, book.parties());
  const outcomes: RowOutcome[] = [];
  for (const [at, row] of rows.entries()) {
    outcomes.push(book.apply(row, facts[at]!, matched[at]!.party.id, decisions[at]!));
    if (at % breath === 0) await setImmediate();
  }
  return { drafts: book.drafts, outcomes };
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

  parties(): Party[] {
    return [...this.drafts.values()]
      .filter((draft) => draft.kind !== "site" && (draft.kind === "company" || draft.parent_id === null))
      .map((draft) => partyOfDraft(draft, this.#childrenOf(draft.id)));
  }

  apply(row: ReadyRow, facts: RowFacts, newId: string, decision: Decision): RowOutcome {
    const newsBefore = this.#news;
    const head = facts.company ?? facts.people[0]!;
    const found = decision.verdict === "same" ? this.drafts.get(decision.id) : undefined;
    const isOurs = found?.import_id === this.#context.importId;
    const draft = found ?? this.#make(newId, facts.company ? "company" : "person", null, head, row.row);
    this.#foldIn(draft, head, row.row);
    const site = facts.site ? this.#site(draft, facts.site, row.row) : null;
    const people = facts.company
      ? facts.people.map((person) => this.#contact(draft, site ?? draft, person, row.row))
      : [draft];
    if (facts.company) this.#learnDomains(draft, [facts.company, facts.site, ...facts.people], row.row);
    return {
      row: row.row,
      status: statusOf(decision, found === undefined, isOurs, this.#news > newsBefore),
      customerIds: [...new Set([draft, ...(site ? [site] : []), ...people].map((one) => one.id))],
      clusterId: facts.company ? draft.id : null,
      personClusterId: people[0]?.id ?? null,
      alike: decision.verdict === "review" ? decision : null,
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
      this.#childrenOf(company.id).find((one) => one.kind === "site" && keysOf(one).includes(key)) ??
      this.#make(this.#context.newId(), "site", company.id, facts, row);
    this.#foldIn(site, facts, row);
    return site;
  }

  /** A person of the company, whichever of its sites they stand under. */
  #contact(company: Draft, house: Draft, facts: Facts, row: number): Draft {
    const people = this.#peopleOf(company);
    const wanted = contactOf({ ...facts.columns, id: "", name: facts.name, points: facts.points });
    const found = findContact(
      wanted,
      people.flatMap((one) => contactsOf(one)),
    );
    const person =
      people.find((one) => one.id === found?.id) ??
      this.#make(this.#context.newId(), "person", house.id, facts, row);
    this.#foldIn(person, facts, row);
    return person;
  }

  #learnDomains(company: Draft, said: (Facts | null)[], row: number): void {
    const facts = said.filter((one) => one !== null);
    const mails = facts.flatMap((one) => valuesOf(one.points, "mail"));
    const urls = facts.flatMap((one) => (one.columns.url ? [one.columns.url] : []));
    for (const domain of domainsOf(mails, urls)) {
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

function statusOf(decision: Decision, made: boolean, isOurs: boolean, changed: boolean): Outcome {
  if (decision.verdict === "review") return "review";
  if (made) return "created";
  if (isOurs) return "joined";
  return changed ? "updated" : "unchanged";
}
