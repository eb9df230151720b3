import type { ContactPointColumns } from "../../customers/index.ts";
import { searchDocument } from "../../customers/index.ts";
import type { StoredCandidate } from "./candidates.ts";
import type { FactColumns, Facts } from "./facts.ts";
import { nameKeyOf } from "./name-key.ts";

export interface AddedPoint extends ContactPointColumns {
  is_primary: boolean;
}

/** A customer as it stands while a chunk is put together: stored or new, with what the chunk adds to it. */
export interface Draft extends Omit<StoredCandidate, "amount"> {
  amount: string | number | null;
  isNew: boolean;
  /** The first row of this chunk that touched it. */
  row: number;
  /** Counts up with everything that the chunk adds. */
  changes: number;
  /** Values of columns before this chunk. */
  old: Record<string, unknown>;
  added: {
    names: StoredCandidate["names"];
    points: AddedPoint[];
    codes: StoredCandidate["codes"];
    domains: string[];
    owners: StoredCandidate["owners"];
  };
}

export function storedDraft(candidate: StoredCandidate): Draft {
  return { ...candidate, isNew: false, row: 0, changes: 0, old: {}, added: nothing() };
}

export function newDraft(made: {
  id: string;
  kind: Draft["kind"];
  parentId: string | null;
  name: string;
  row: number;
  importId: string;
}): Draft {
  return {
    id: made.id,
    kind: made.kind,
    parent_id: made.parentId,
    name: made.name,
    name_kana: null,
    honorific: null,
    department: null,
    title: null,
    roles: [],
    corporate_number: null,
    invoice_number: null,
    prefecture: null,
    city: null,
    url: null,
    note: null,
    relation_since: null,
    amount: null,
    extra: {},
    match_key: nameKeyOf(made.name),
    sort_key: "",
    purpose: null,
    source: null,
    import_id: made.importId,
    version: 1,
    names: [],
    points: [],
    codes: [],
    domains: [],
    owners: [],
    housesSites: false,
    isNew: true,
    row: made.row,
    changes: 1,
    old: {},
    added: nothing(),
  };
}

function nothing(): Draft["added"] {
  return { names: [], points: [], codes: [], domains: [], owners: [] };
}

export function isTouched(draft: Draft): boolean {
  return draft.changes > 0;
}

/**
 * Puts what a row says into a customer: what is blank is filled, what is there stays, and every other value is kept
 * beside it (a spelling, a further number, a further line of the note). True when something was new.
 */
export function foldIn(draft: Draft, facts: Facts, row: number, origin: Origin): boolean {
  const before = draft.changes;
  fillColumns(draft, facts.columns);
  fillColumns(draft, origin);
  const roles = [...new Set([...draft.roles, ...facts.roles])];
  if (roles.length > draft.roles.length) set(draft, "roles", roles);
  keepNote(draft, facts.note);
  keepExtra(draft, facts.extra);
  keepName(draft, "spelling", facts.name);
  for (const name of facts.aliases) keepName(draft, "alias", name);
  for (const point of facts.points) addPoint(draft, point);
  keepUrl(draft, facts.columns.url ?? null);
  for (const code of facts.codes) addCode(draft, code);
  const changed = draft.changes > before;
  if (changed && draft.row === 0) draft.row = row;
  return changed;
}

/** Asked once for a whole list. */
export interface Origin {
  purpose: string | null;
  source: string | null;
}

function set<K extends keyof Draft>(draft: Draft, column: K, value: Draft[K]): void {
  if (!(column in draft.old)) draft.old[column] = draft[column];
  draft.changes++;
  draft[column] = value;
}

function fillColumns(draft: Draft, columns: FactColumns | Origin): void {
  for (const [column, value] of Object.entries(columns)) {
    const name = column as keyof FactColumns;
    if (value === null || value === undefined || value === "") continue;
    if (draft[name] === null || draft[name] === "") set(draft, name, value as never);
  }
}

function keepNote(draft: Draft, note: string | null): void {
  if (!note || draft.note?.includes(note)) return;
  set(draft, "note", draft.note ? `${draft.note}\n${note}` : note);
}

function keepExtra(draft: Draft, extra: Record<string, string>): void {
  const merged = { ...draft.extra };
  for (const [header, value] of Object.entries(extra)) {
    const there = merged[header];
    if (there === undefined || there === "") merged[header] = value;
    else if (!there.split("\n").includes(value) && there.length + value.length < 2_000) {
      merged[header] = `${there}\n${value}`;
    }
  }
  const same = Object.keys(merged).every((header) => merged[header] === draft.extra[header]);
  if (!same) set(draft, "extra", merged);
}

function keepName(draft: Draft, kind: string, typed: string): void {
  const plain = (name: string) => name.normalize("NFKC").replaceAll(/\s/g, "");
  const known = [draft.name, ...draft.names.map((one) => one.name)].map(plain);
  if (known.includes(plain(typed))) return;
  const name = { kind, name: typed, key: nameKeyOf(typed) };
  draft.names.push(name);
  draft.added.names.push(name);
  draft.changes++;
}

function addPoint(draft: Draft, point: ContactPointColumns): void {
  const same = draft.points.some((one) => one.kind === point.kind && one.normalized === point.normalized);
  if (same) return;
  draft.added.points.push({ ...point, is_primary: !draft.points.some((one) => one.kind === point.kind) });
  draft.points.push(point);
  draft.changes++;
}

/** The page of a house is a column; a second one is kept as a way to reach it. */
function keepUrl(draft: Draft, url: string | null): void {
  if (!url || draft.url === url) return;
  const normalized = url.normalize("NFKC").trim().toLowerCase();
  addPoint(draft, { kind: "url", value: url, normalized, extension: null, label: null, parts: null });
}

/** A domain that the company's mail comes from. */
export function addDomain(draft: Draft, domain: string, row: number): void {
  draft.domains.push(domain);
  draft.added.domains.push(domain);
  draft.changes++;
  if (draft.row === 0) draft.row = row;
}

function addCode(draft: Draft, { system, code }: { system: string; code: string }): void {
  if (draft.codes.some((one) => one.system === system && one.code === code)) return;
  draft.codes.push({ system, code });
  draft.added.codes.push({ system, code });
  draft.changes++;
}

/** The search row of a draft; `house` is the company of a site. */
export function documentOf(draft: Draft, house: Draft | undefined) {
  const ofKind = (...kinds: string[]) =>
    draft.points.filter((point) => kinds.includes(point.kind)).map((point) => point.normalized);
  const houseNames =
    draft.kind === "site" && house
      ? [house.name, house.name_kana, ...house.names.map((one) => one.name)]
      : [];
  return searchDocument(
    {
      name: draft.name,
      nameKana: draft.name_kana,
      aliases: draft.names.map((one) => one.name),
      houseNames: houseNames.filter((name) => name !== null),
    },
    draft.codes.map((one) => one.code),
    ofKind("phone", "mobile", "fax"),
    ofKind("mail"),
    Object.values(draft.extra),
  );
}
