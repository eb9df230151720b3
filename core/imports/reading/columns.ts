import { type ContentReading, guessUse, readContent } from "./content.ts";
import { listFault } from "./fault.ts";
import { type Field, fieldOf, isField, MANY, type Use } from "./fields.ts";
import { isGrouped } from "./grouping.ts";
import { type LabelReading, normalizeLabel, readLabel, unitOf } from "./labels.ts";

/** One column as recognised. `column` is its header as read, else `#3`; `use` is finer than `field`. */
export interface RecognizedColumn {
  index: number;
  column: string;
  field: Field | null;
  use: Use | null;
  confidence: number;
  /** The unit that the header gives to amounts (千円), else null. */
  unit: string | null;
  samples: string[];
  /** True when ours or theirs (担当) was told by content: worth asking once. */
  ask: boolean;
}

/** Corrections by header text or `#3`; null is その他. */
export type ColumnCorrections = Record<string, Field | null>;

interface Guess {
  use: Use | null;
  confidence: number;
  rank: number;
  ask?: boolean;
}

/**
 * Recognises columns by their headers and by what stands under them. `rows` is a sample of the data rows. The
 * confidence is 0..1; a correction has 1. Throws `unknown_field` and `column_not_found` for wrong corrections.
 */
export function recognizeColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  corrections: ColumnCorrections = {},
): RecognizedColumn[] {
  const contents = headers.map((_, index) => readContent(rows.map((row) => row[index] ?? "")));
  const labels = headers.map((header) => readLabel(header));
  const guesses = headers.map((_, index) =>
    guess(labels[index]!, contents[index]!, headers[index]!.trim() !== ""),
  );
  labels.forEach((label, index) => {
    const serial = label?.open === "code" && guesses[index]!.use === "customerCode" && isSerial(rows, index);
    if (serial) guesses[index] = { use: null, confidence: 0.7, rank: 9 };
  });
  settleCharge(guesses, labels, contents, (index) => isGrouped(rows, index));
  settleKana(guesses, labels, contents);
  settleAddress(guesses, labels, contents);
  settleNames(guesses, labels, contents);
  settleKanaOfName(guesses, headers);
  settleHeadless(guesses, headers, contents, rows);
  settleHome(guesses, headers);
  keepOneOfEach(guesses, labels, headers);
  const columns = headers.map((header, index): RecognizedColumn => {
    const { use, confidence, ask } = guesses[index]!;
    return {
      index,
      column: header.trim() === "" ? `#${index + 1}` : header,
      field: fieldOf(use),
      use,
      confidence: Math.round(confidence * 100) / 100,
      unit: unitOf(header),
      samples: samplesOf(rows, index),
      ask: ask ?? false,
    };
  });
  return correct(columns, corrections);
}

function guess(label: LabelReading | null, content: ContentReading, named: boolean): Guess {
  const seen = guessUse(content);
  const rank = label?.rank ?? 5;
  if (!label) {
    // A header nobody knows outweighs all contents but those that can be nothing else.
    if (!seen || (named && !PLAIN.has(seen.use))) return { use: null, confidence: 0.3, rank };
    return { use: seen.use, confidence: 0.35 + 0.4 * seen.share * Math.min(1, content.filled / 5), rank: 8 };
  }
  if (content.filled === 0) return { use: label.use, confidence: label.weight * 0.9, rank };
  if (label.use === "role" && content.shares.role === 0) return { use: null, confidence: 0.7, rank };
  const agreement = agrees(label.use, content);
  if (agreement === "yes") return { use: label.use, confidence: Math.min(0.99, label.weight + 0.08), rank };
  if (agreement === "no" && seen && seen.share >= 0.8 && STRONG.has(seen.use)) {
    return { use: seen.use, confidence: 0.6, rank: 7 };
  }
  if (agreement === "no" && label.use === "date" && seen === null)
    return { use: label.use, confidence: 0.5, rank };
  return { use: label.use, confidence: agreement === "no" ? label.weight * 0.6 : label.weight, rank };
}

// What contents prove whatever the header says.
const STRONG = new Set<Use>([
  "email",
  "url",
  "phone",
  "mobile",
  "postal",
  "corporateNumber",
  "invoiceNumber",
]);

const PLAIN = new Set<Use>([...STRONG, "company", "prefecture", "address"]);

function agrees(use: Use | null, { shares, filled }: ContentReading): "yes" | "no" | "open" {
  const share = (value: number, enough = 0.5) =>
    value >= enough ? "yes" : value < 0.1 && filled >= 3 ? "no" : "open";
  switch (use) {
    case "email":
      return share(shares.email);
    case "url":
      return share(shares.url);
    case "phone":
    case "fax":
    case "mobile":
      return share(Math.max(shares.phone, shares.number * 0.5));
    case "postal":
      return share(Math.max(shares.postal, shares.number * 0.5));
    case "corporateNumber":
    case "invoiceNumber":
      return share(Math.max(shares.corporateNumber, shares.invoiceNumber));
    case "prefecture":
      return share(shares.prefecture);
    case "address":
      return share(Math.max(shares.address, shares.city));
    case "date":
      return share(Math.max(shares.date, shares.number * 0.5));
    case "amount":
      return share(Math.max(shares.amount, shares.number));
    case "company":
      return share(shares.company, 0.3) === "yes" ? "yes" : strongest({ shares, filled });
    case "person":
    case "owner":
      return share(shares.person, 0.4) === "yes" ? "yes" : strongest({ shares, filled });
    case null:
      return "open";
    default:
      return strongest({ shares, filled });
  }
}

function strongest({ shares }: { shares: ContentReading["shares"]; filled: number }): "no" | "open" {
  return Math.max(shares.email, shares.url, shares.phone, shares.corporateNumber) >= 0.8 ? "no" : "open";
}

/** 1, 2, 3 … count the rows of the list and mean nothing outside it. */
function isSerial(rows: readonly (readonly string[])[], index: number): boolean {
  const numbers = rows
    .map((row) => (row[index] ?? "").trim())
    .filter((cell) => cell !== "")
    .map(Number);
  if (numbers.length === 0 || (numbers[0] !== 1 && numbers[0] !== 0)) return false;
  const steps = numbers.filter((number, at) => at > 0 && number === numbers[at - 1]! + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}

/** 担当: few values that repeat are ours, nearly unique ones are theirs. */
function settleCharge(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  contents: ContentReading[],
  grouped: (index: number) => boolean,
): void {
  const open = labels.flatMap((label, index) =>
    label?.open === "charge" && guesses[index]!.use === "person" ? [index] : [],
  );
  const sure = (use: Use) =>
    guesses.some((one, index) => one.use === use && !open.includes(index) && one.confidence > 0.7);
  const theirs = sure("person") || sure("lastName");
  const ours = sure("owner");
  const distinct = (index: number) => contents[index]!.distinct;
  const sorted = [...open].sort((a, b) => distinct(a) - distinct(b));
  sorted.forEach((index, place) => {
    const content = contents[index]!;
    let isOwner = content.distinct <= 0.5 && content.filled >= 4;
    let confidence =
      content.filled < 4 ? 0.55 : 0.6 + 0.35 * Math.min(1, Math.abs(content.distinct - 0.5) * 2);
    // Written once over a block of rows: whose customers they are.
    if (grouped(index)) {
      isOwner = true;
      confidence = 0.8;
    }
    if (content.shares.honorific > 0.3 || content.shares.email > 0.3) {
      isOwner = false;
      confidence = 0.85;
    } else if (theirs && !ours) {
      if (content.distinct <= 0.85) isOwner = true;
      confidence = Math.max(confidence, 0.8);
    } else if (ours) {
      isOwner = false;
      confidence = Math.max(confidence, 0.8);
    }
    if (isOwner && place > 0 && sorted.length > 1 && distinct(index) > 0.3) isOwner = false;
    guesses[index] = { use: isOwner ? "owner" : "person", confidence, rank: 5, ask: confidence < 0.9 };
  });
  for (const index of guesses.keys())
    if (labels[index]?.open === "charge" && !guesses[index]!.ask) guesses[index]!.ask = false;
}

/** フリガナ alone: it reads the name column before it, or the one after when none is before. */
function settleKana(guesses: Guess[], labels: (LabelReading | null)[], contents: ContentReading[]): void {
  labels.forEach((label, index) => {
    const byContent = !label && guesses[index]!.use === "companyKana";
    if (label?.open !== "kana" && !byContent) return;
    if (guesses[index]!.use !== "companyKana") return;
    const neighbours = [index - 1, index + 1, index - 2, index + 2, index - 3];
    const found = neighbours.map((at) => guesses[at]?.use).find((use) => use && NAMES.has(use));
    const kana = contents[index]!.shares.kana >= 0.7 ? 0.1 : 0;
    const taken = guesses.some(
      (one, at) => at !== index && one.use === "companyKana" && one.confidence > 0.85,
    );
    const human =
      found === "person" || found === "lastName" || found === "firstName" || (taken && found !== "company");
    guesses[index] = {
      use: human ? "personKana" : "companyKana",
      confidence: (label ? 0.78 : 0.5) + kana,
      rank: 5,
    };
  });
}

const NAMES = new Set<Use>(["company", "person", "lastName", "firstName"]);

/** 名前カナ reads 名前, whatever 名前 turned out to be. */
function settleKanaOfName(guesses: Guess[], headers: readonly string[]): void {
  const names = headers.map(normalizeLabel);
  names.forEach((name, index) => {
    if (guesses[index]!.use !== "personKana" && guesses[index]!.use !== "companyKana") return;
    const base = name.replace(/(フリガナ|ふりがな|カナ|かな|ヨミ|よみ|読み|kana)$/, "");
    const of = base === "" || base === name ? -1 : names.indexOf(base);
    const use = guesses[of]?.use;
    if (use === "company") guesses[index] = { ...guesses[index]!, use: "companyKana" };
    if (use === "person") guesses[index] = { ...guesses[index]!, use: "personKana" };
  });
}

/** Without a header few names that repeat are ours, and short unique codes are the customers'. */
function settleHeadless(
  guesses: Guess[],
  headers: readonly string[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (headers.some((header) => header.trim() !== "")) return;
  const coded = guesses.findIndex((_, index) => {
    const { shares, distinct, filled } = contents[index]!;
    return (
      guesses[index]!.use === null &&
      filled >= 3 &&
      shares.code >= 0.9 &&
      distinct >= 0.95 &&
      !isSerial(rows, index)
    );
  });
  if (coded >= 0) guesses[coded] = { use: "customerCode", confidence: 0.5, rank: 8 };
  guesses.forEach((one, index) => {
    const { distinct, filled } = contents[index]!;
    if (one.use === "person" && filled >= 3 && distinct <= (filled < 5 ? 0.7 : 0.5))
      guesses[index] = { ...one, use: "owner", ask: true };
  });
}

const HOME = /自宅|プライベート|^home|home(street|city|state|postal|address)/;
const PLACE = new Set<Use>(["postal", "prefecture", "city", "street", "building", "address"]);

/** Of an address at home and one at work the latter is the customer's. */
function settleHome(guesses: Guess[], headers: readonly string[]): void {
  const home = headers.map((header) => HOME.test(normalizeLabel(header)));
  const atWork = new Set(
    guesses.flatMap((one, index) => (one.use && PLACE.has(one.use) && !home[index] ? [one.use] : [])),
  );
  if (!atWork.has("address") && !atWork.has("street") && !atWork.has("city")) return;
  guesses.forEach((one, index) => {
    if (home[index] && one.use && PLACE.has(one.use))
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
  });
}

/** アドレス, 連絡先, 住所2: what stands there decides. */
function settleAddress(guesses: Guess[], labels: (LabelReading | null)[], contents: ContentReading[]): void {
  labels.forEach((label, index) => {
    const { shares, filled } = contents[index]!;
    if (label?.open === "contact" && filled > 0) {
      const seen = guessUse(contents[index]!);
      if (seen) guesses[index] = { use: seen.use, confidence: 0.85, rank: 5 };
    }
    if (label?.open === "address" && filled > 0 && guesses[index]!.use === "building") {
      const street = shares.building < 0.3 && shares.address + shares.city + shares.code > 0.3;
      guesses[index] = { use: street ? "street" : "building", confidence: 0.75, rank: 5 };
    }
  });
}

/** 名前, 名称, name: a company unless the contents are people, and there is a company already. */
function settleNames(guesses: Guess[], labels: (LabelReading | null)[], contents: ContentReading[]): void {
  const firm = (use: Use, except: number) =>
    guesses.some(
      (one, at) => at !== except && one.use === use && one.confidence >= 0.7 && labels[at]?.open !== "name",
    );
  labels.forEach((label, index) => {
    if (guesses[index]!.use === "company" && label?.open === "name") {
      const { shares } = contents[index]!;
      if (firm("company", index) && shares.company < 0.3)
        guesses[index] = { use: "person", confidence: 0.7, rank: 5 };
      else if (shares.person > 0.5 && shares.company < 0.15)
        guesses[index] = { use: "person", confidence: 0.75, rank: 5 };
    }
    // 氏名 over a column of firms, with no other column for the firm.
    if (guesses[index]!.use === "person" && label && label.open !== "charge" && !firm("company", index)) {
      if (contents[index]!.shares.company >= 0.5)
        guesses[index] = { use: "company", confidence: 0.7, rank: 5 };
    }
    // 代表者 is whom one writes to only where nobody else is named.
    if (
      label?.rank === 9 &&
      guesses[index]!.use === "person" &&
      (firm("person", index) || firm("lastName", index))
    ) {
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
    }
  });
}

/** Of two columns for one thing the better stays; the other follows as その他. */
function keepOneOfEach(guesses: Guess[], labels: (LabelReading | null)[], headers: readonly string[]): void {
  const held = new Map<Use, number>();
  guesses.forEach((one, index) => {
    if (!one.use || MANY.has(one.use)) return;
    const before = held.get(one.use);
    if (before === undefined) {
      held.set(one.use, index);
      return;
    }
    const loser = better(index, before) ? before : index;
    if (loser === before) held.set(one.use, index);
    guesses[loser] = { use: null, confidence: 0.5, rank: 9 };
  });

  function better(a: number, b: number): boolean {
    const score = (at: number) =>
      guesses[at]!.confidence + preference(guesses[at]!.use, headers[at] ?? "") - (labels[at] ? 0 : 0.3);
    return score(a) > score(b) + 1e-9;
  }
}

function preference(use: Use | null, header: string): number {
  const text = normalizeLabel(header);
  if (use === "date") {
    if (/取引開始|開始/.test(text)) return 0.5;
    if (/初回/.test(text)) return 0.4;
    if (/登録|名刺|入会|契約/.test(text)) return 0.3;
  }
  if (use === "amount") {
    if (/取引/.test(text)) return 0.5;
    if (/年間|年商|今期|当期|累計|総/.test(text)) return 0.4;
    if (/前期|前年|昨年/.test(text)) return -0.2;
  }
  if (use !== null && PLACE.has(use) && /請求|納品|納入|送付|配送|届|出荷|shipping|other/.test(text))
    return -0.2;
  return 0;
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = row[index]?.trim();
    if (cell) samples.add(cell);
    if (samples.size === 3) break;
  }
  return [...samples];
}

function correct(columns: RecognizedColumn[], corrections: ColumnCorrections): RecognizedColumn[] {
  for (const [name, field] of Object.entries(corrections)) {
    if (field !== null && !isField(field)) throw listFault("unknown_field", { field, column: name });
    const wanted = normalizeLabel(name);
    const column =
      columns.find((one) => one.column === name || `#${one.index + 1}` === name) ??
      columns.find((one) => wanted !== "" && normalizeLabel(one.column) === wanted);
    if (!column) throw listFault("column_not_found", { column: name });
    if (column.field !== field) {
      column.field = field;
      column.use = field;
    }
    column.confidence = 1;
    column.ask = false;
    // A field that people gave to one column leaves the column that only seemed to be it.
    for (const other of columns) {
      const rival = other !== column && field !== null && other.use === field && !MANY.has(field);
      if (rival && other.confidence < 1) Object.assign(other, { field: null, use: null, confidence: 0.5 });
    }
  }
  return columns;
}
