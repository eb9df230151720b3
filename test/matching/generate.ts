import { type MatchRecord, matchRecord } from "../../core/matching/index.ts";
import { CITIES, OLD_KANJI, PEOPLE, STEMS, TRADES } from "./generate-words.ts";

export const LEVELS = ["exact", "variant", "typo", "abbreviation", "moved", "branch"] as const;
export const APART = [
  "other_prefecture",
  "front_and_back",
  "other_form",
  "other_trade",
  "same_address",
  "arm",
  "same_contact",
  "other_number",
] as const;

export interface Generated {
  records: MatchRecord[];
  /** The id of each record to its company. */
  gold: Map<string, string>;
  /** Pairs that are the same, by how hard it is to see. */
  pairs: { level: (typeof LEVELS)[number]; a: string; b: string }[];
  /** Pairs that are not the same although they look it. */
  apart: { kind: (typeof APART)[number]; a: string; b: string }[];
}

interface Company {
  stem: string;
  reading: string;
  trade: string;
  form: string;
  isFront: boolean;
  place: (typeof CITIES)[number];
  street: string;
  phone: string;
  domain: string;
  person: string;
}

/** A list of so many companies, some entered twice with noise, some beside a neighbour that is another; same seed, same list. */
export function generateCompanies(count: number, seed: number): Generated {
  const random = createRandom(seed);
  const made: Generated = { records: [], gold: new Map(), pairs: [], apart: [] };
  const taken = new Set<string>();
  for (let n = 0; n < count; n++) {
    const company = makeCompany(random, n, taken);
    const first = recordOf(company, nameOf(company), random, 0.15);
    const draw = random();
    if (draw < 0.35) {
      const level = pick(LEVELS, random);
      const a = keep(made, `c${n}`, first);
      made.pairs.push({ level, a, b: keep(made, `c${n}`, copyOf(company, first, level, random)) });
    } else if (draw < 0.5) {
      const kind = pick(APART, random);
      const [one, two] = neighbourOf(company, kind, random, n);
      const a = keep(made, `c${n}`, one ?? first);
      made.apart.push({ kind, a, b: keep(made, `x${n}`, two) });
    } else keep(made, `c${n}`, first);
  }
  return { ...made, records: shuffled(made.records, random) };
}

type Draft = Omit<MatchRecord, "id">;
type Random = () => number;

function keep(made: Generated, company: string, draft: Draft): string {
  const id = `r${String(made.records.length).padStart(6, "0")}`;
  made.records.push({ ...draft, id });
  made.gold.set(id, company);
  return id;
}

function makeCompany(random: Random, n: number, taken: Set<string>): Company {
  for (;;) {
    const [stem, stemReading] = pick(STEMS, random);
    const [second, secondReading] = random() < 0.8 ? pick(STEMS, random) : (["", ""] as const);
    const [trade, tradeReading] = pick(TRADES, random);
    const place = pick(CITIES, random);
    // Two companies of one name in one prefecture cannot be told apart by anybody.
    const key = stem + second + trade + place.prefecture;
    if (stem === second || taken.has(key)) continue;
    taken.add(key);
    return {
      stem: stem + second,
      reading: stemReading + secondReading + tradeReading,
      trade,
      form: pick(["株式会社", "株式会社", "株式会社", "有限会社", "合同会社"], random),
      isFront: random() < 0.6,
      place,
      street: streetOf(place.town, random),
      phone: phoneOf(place.area, random),
      domain: `${place.area}-${n}.example.co.jp`,
      person: pick(PEOPLE, random),
    };
  }
}

function nameOf(company: Company): string {
  const core = company.stem + company.trade;
  return company.isFront ? company.form + core : core + company.form;
}

/** What a list tells of a company: always its name and prefecture, the rest as it happens. */
function recordOf(company: Company, name: string, random: Random, lost: number): Draft {
  const { prefecture, city, postal } = company.place;
  const has = () => random() >= lost;
  const mails = has() ? [`info@${company.domain}`] : [];
  const { id: _, ...draft } = matchRecord({
    id: "",
    kind: "company",
    name,
    nameKana: random() < 0.5 ? company.reading : null,
    places: [has() ? { postal, prefecture, city, street: company.street } : { ...NOWHERE, prefecture }],
    phones: has() ? [company.phone] : [],
    mails,
    persons: has() ? [company.person] : [],
  });
  return draft;
}

function copyOf(company: Company, first: Draft, level: (typeof LEVELS)[number], random: Random): Draft {
  const core = company.stem + company.trade;
  const withForm = (name: string) => dressed(name, company, random);
  if (level === "exact") return recordOf(company, withForm(core), random, 0.3);
  if (level === "moved") return reachable(first, moved(company, withForm(core), random));
  if (level === "branch") return branch(company, withForm(core), random);
  if (level === "typo") return reachable(first, recordOf(company, withForm(typo(core, random)), random, 0.3));
  const name = level === "abbreviation" ? shortened(company, random) : variant(company, random);
  return reachable(first, recordOf(company, withForm(name), random, 0.3));
}

/** Nobody could tell without anything in common but a crippled name: the copy has one way to reach the first. */
function reachable(first: Draft, copy: Draft): Draft {
  const meets = (key: "phones" | "mails") => copy[key].some((one) => first[key].includes(one));
  if (meets("phones") || meets("mails")) return copy;
  if (first.phones.length > 0) return { ...copy, phones: first.phones };
  if (first.mails.length > 0) return { ...copy, mails: first.mails, domains: first.domains };
  return { ...copy, places: first.places };
}

const NOWHERE = { postal: null, prefecture: null, city: null, street: null };

/** The legal form as people write it, in widths as they come. */
function dressed(core: string, { form, isFront }: Company, random: Random): string {
  const short = {
    株式会社: ["㈱", "(株)", "（株）"],
    有限会社: ["㈲", "(有)", "（有）"],
    合同会社: ["(同)", "（同）"],
  }[form]!;
  const written = pick([form, ...short], random);
  const gap = pick(["", "", " ", "　"], random);
  if (random() < 0.15) return core;
  return isFront ? written + gap + core : core + gap + written;
}

function variant(company: Company, random: Random): string {
  const core = company.stem + company.trade;
  const old = [...core].map((letter) => OLD_KANJI[letter] ?? letter).join("");
  const choices = [company.reading, hiragana(company.reading)];
  if (old !== core) choices.push(old, old);
  const [stem] = STEMS.filter(([kanji]) => company.stem.startsWith(kanji)).map(([kanji, kana]) =>
    core.replace(kanji, kana),
  );
  if (stem) choices.push(stem, stem);
  return pick(choices, random);
}

function typo(core: string, random: Random): string {
  const at = Math.floor(random() * (core.length - 1));
  const kind = Math.floor(random() * 3);
  if (kind === 0) return core.slice(0, at) + core.slice(at + 1);
  if (kind === 1) return core.slice(0, at) + core[at + 1] + core[at] + core.slice(at + 2);
  return core.slice(0, at) + pick([..."森永光和清新田友栄共進"], random) + core.slice(at + 1);
}

function shortened(company: Company, random: Random): string {
  const core = company.stem + company.trade;
  return random() < 0.6 ? company.stem : core.slice(0, Math.max(2, core.length - 1));
}

function moved(company: Company, name: string, random: Random): Draft {
  const place = pick(CITIES, random);
  return recordOf({ ...company, place, street: streetOf(place.town, random) }, name, random, 0.2);
}

function branch(company: Company, name: string, random: Random): Draft {
  const place = pick(CITIES, random);
  const there = {
    ...company,
    place,
    street: streetOf(place.town, random),
    phone: phoneOf(place.area, random),
  };
  return {
    ...recordOf(there, name, random, 0.3),
    site: `${place.short}${pick(["支店", "営業所", "工場"], random)}`,
  };
}

/** Another company that looks like this one; the first of the pair is given where it must be known in full. */
function neighbourOf(
  company: Company,
  kind: (typeof APART)[number],
  random: Random,
  n: number,
): [Draft | null, Draft] {
  const other = elsewhere(company, random, n);
  const core = company.stem + company.trade;
  const full = (one: Company, name: string) => recordOf(one, name, random, 0);
  const near = { ...other, place: company.place, street: streetOf(company.place.town, random) };
  if (kind === "other_prefecture") return [full(company, nameOf(company)), full(other, nameOf(company))];
  if (kind === "front_and_back") return [null, full(near, nameOf({ ...company, isFront: !company.isFront }))];
  if (kind === "other_form") {
    const form = company.form === "有限会社" ? "株式会社" : "有限会社";
    return [null, full(near, nameOf({ ...company, form }))];
  }
  if (kind === "other_trade") {
    const one = { ...company, trade: "工業" };
    const two = { ...near, trade: "興業", domain: company.domain };
    return [full(one, nameOf(one)), { ...full(two, nameOf(two)), nameKana: null }];
  }
  if (kind === "same_address") {
    const [stem, reading] = STEMS.find(([word]) => !company.stem.includes(word))!;
    const two = { ...near, stem, reading, trade: "", street: company.street };
    return [null, full(two, nameOf(two))];
  }
  if (kind === "arm") {
    const arm = `${core}${pick(["販売", "物流", "サービス", "運輸"], random)}`;
    const two = { ...near, street: company.street, domain: company.domain };
    return [null, full(two, nameOf({ ...company, stem: arm, trade: "" }))];
  }
  if (kind === "same_contact") {
    const [stem, reading] = STEMS.findLast(([word]) => !company.stem.includes(word))!;
    const two = { ...other, stem, reading, trade: "", person: company.person };
    return [null, full(two, nameOf(two))];
  }
  const one = { ...full(company, nameOf(company)), corporateNumber: corporateNumber(2 * n) };
  return [one, { ...one, corporateNumber: corporateNumber(2 * n + 1) }];
}

/** The n-th number of its kind, with its check digit in front. */
function corporateNumber(n: number): string {
  const rest = String(100_000_000_000 + n);
  const sum = [...rest].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 2 : 1), 0);
  return `${9 - (sum % 9)}${rest}`;
}

function elsewhere(company: Company, random: Random, n: number): Company {
  const place = pick(
    CITIES.filter((one) => one.prefecture !== company.place.prefecture),
    random,
  );
  return {
    ...company,
    place,
    street: streetOf(place.town, random),
    phone: phoneOf(place.area, random),
    domain: `other-${n}.example.co.jp`,
    person: pick(PEOPLE, random),
  };
}

function streetOf(town: string, random: Random): string {
  return `${town}${1 + Math.floor(random() * 5)}-${1 + Math.floor(random() * 30)}-${1 + Math.floor(random() * 40)}`;
}

function phoneOf(area: string, random: Random): string {
  return `+81${area}${String(Math.floor(random() * 1e8))
    .padStart(9 - area.length, "0")
    .slice(0, 9 - area.length)}`;
}

function hiragana(kana: string): string {
  return kana.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
}

export function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

export function shuffled<T>(all: readonly T[], random: Random): T[] {
  const out = [...all];
  for (let at = out.length - 1; at > 0; at--) {
    const to = Math.floor(random() * (at + 1));
    [out[at], out[to]] = [out[to]!, out[at]!];
  }
  return out;
}

/** mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
