import { parsePhone } from "../../japanese/index.ts";
import { settleCharge } from "./charge.ts";
import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import { settleKana, settleKanaOfName } from "./kana-columns.ts";
import { type LabelReading, normalizeLabel } from "./labels.ts";
import { isBlank } from "./record.ts";
import { isMark, isRole } from "./roles.ts";
import { settleAddress } from "./settle-address.ts";
import { settleUnknownPeople } from "./unknown-people.ts";

/** All columns of a list, for what can only be told from several of them. */
export interface ColumnsToSettle {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  labels: (LabelReading | null)[];
  contents: ContentReading[];
  guesses: Guess[];
}

/** Settles columns whose header leaves open what they are by what stands beside them. Changes `guesses`. */
export function settleColumns(list: ColumnsToSettle): void {
  const { headers, rows, labels, contents, guesses } = list;
  dropSerials(guesses, headers, labels, contents, rows);
  settleCharge(list);
  settleUnknownPeople(guesses, headers, labels, contents);
  settleNames(guesses, labels, contents);
  settleKana(guesses, labels, contents, rows);
  settleAddress(list);
  settleNamesInParts(guesses, headers, labels, contents, rows);
  settleKanaOfName(guesses, headers);
  settleHeadless(guesses, headers, contents, rows);
  settleRoleMarks(guesses, headers, contents, rows);
}

/** Running numbers, and codes that few values share, say nothing of who a customer is. */
function dropSerials(
  guesses: Guess[],
  headers: readonly string[],
  labels: (LabelReading | null)[],
  contents: readonly ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  labels.forEach((label, index) => {
    // 0001 under コード was given by a system; 1 counts the rows.
    const given = label?.open === "code" && CODE.test(normalizeLabel(headers[index]!));
    if (given && isPadded(rows, index)) return;
    const from = labels.some((other) => other?.use === "customerCode" && !other.open) ? Number.MAX_VALUE : 5;
    const serial =
      (label === null || label.open === "code") &&
      guesses[index]!.use === "customerCode" &&
      isSerial(rows, index, from);
    // メーター番号 beside the customers' own numbers counts something else.
    const other =
      label === null &&
      guesses[index]!.use === "customerCode" &&
      labels.some((one, at) => one?.use === "customerCode" && guesses[at]!.use === "customerCode");
    const few = label?.open === "code" && contents[index]!.filled >= 8 && contents[index]!.distinct <= 0.3;
    if (serial || few || other) guesses[index] = { use: null, confidence: 0.7, rank: 9 };
  });
}

const CODE = /(コード|コードno|コード番号|cd|code|.番号)$/;

function isPadded(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
  const lengths = new Set(cells.map((cell) => cell.length));
  return cells.length > 0 && lengths.size === 1 && cells[0]!.length >= 3 && cells[0]!.startsWith("0");
}

/** 1, 2, 3 … count the rows of the list and mean nothing outside it; beside the customers' codes from wherever they begin. */
function isSerial(rows: readonly (readonly string[])[], index: number, from = 5): boolean {
  const numbers = rows
    .map((row) => (row[index] ?? "").trim())
    .filter((cell) => cell !== "")
    .map(Number);
  if (numbers.length === 0 || !(numbers[0]! >= 0 && numbers[0]! <= from)) return false;
  const steps = numbers.filter((number, at) => at > 0 && number === numbers[at - 1]! + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}

/** Without a header few names that repeat are ours, and short unique codes are the customers'. */
function settleHeadless(
  guesses: Guess[],
  headers: readonly string[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (headers.some((header) => header.trim() !== "")) return;
  restorePhones(guesses, contents, rows);
  settleRoundMoney(guesses, contents, rows);
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
  settleParts(guesses, contents);
  settleFirms(guesses, contents);
  // Beside a prefecture and a city the rest of the address is what is left.
  const uses = new Set(guesses.map((one) => one.use));
  if (uses.has("prefecture") && uses.has("city")) {
    const next = guesses.findIndex((one) => one.use === "city") + 1;
    if (guesses[next]?.use === null && !uses.has("address") && hasBlocks(rows, next))
      guesses[next] = { use: "street", confidence: 0.6, rank: 8 };
    guesses.forEach((one, index) => {
      if (one.use === "address") guesses[index] = { ...one, use: "street" };
    });
  }
  guesses.forEach((one, index) => {
    const { distinct, filled } = contents[index]!;
    if (one.use === "person" && filled >= 3 && distinct <= (filled < 5 ? 0.7 : 0.5))
      guesses[index] = { ...one, use: "owner", ask: true };
  });
}

/** Where no column is plainly firms, the one of texts that hardly repeat and have firms among them is. */
function settleFirms(guesses: Guess[], contents: ContentReading[]): void {
  if (guesses.some((one) => one.use === "company")) return;
  const firms = guesses.findIndex((one, index) => {
    const { filled, distinct, shares } = contents[index]!;
    const texts = one.use === null && filled >= 3 && distinct >= 0.7 && shares.sentence < 0.5;
    return texts && shares.company >= 0.25 && shares.code + shares.number < 0.1;
  });
  if (firms >= 0) guesses[firms] = { use: "company", confidence: 0.5, rank: 8 };
}

/** 三納7-5-19: words with the number of a house behind them, in most cells. */
function hasBlocks(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
  const blocks = cells.filter((cell) => /^[^\d０-９]{1,12}[\d０-９]/.test(cell));
  return blocks.length >= Math.max(3, cells.length * 0.6);
}

/** Thousands that are round and of many sizes are money, where no other column is; codes and counts are not round. */
function settleRoundMoney(
  guesses: Guess[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (guesses.some((one) => one.use === "amount")) return;
  const money = guesses.flatMap((one, index) => {
    if (one.use !== null || contents[index]!.shares.number < 0.8) return [];
    const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    const round = cells.filter((cell) => /^[△▲-]?(?:[1-9]\d*000|0)$/.test(cell));
    const sizes = new Set(round.map((cell) => cell.length));
    return round.length >= Math.max(3, cells.length * 0.8) && sizes.size >= 2 ? [index] : [];
  });
  if (money.length === 1) guesses[money[0]!] = { use: "amount", confidence: 0.5, rank: 8 };
}

/** Nine figures in a column without a header are phones whose zero was eaten, if they ring in several places. */
function restorePhones(
  guesses: Guess[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  if (guesses.some((one) => one.use === "phone" || one.use === "mobile")) return;
  const found = guesses.findIndex((one, index) => {
    if (one.use !== null || contents[index]!.shares.number < 0.9) return false;
    const cells = rows.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    const rings = cells.filter((cell) => /^[1-9]\d{8,9}$/.test(cell) && parsePhone(`0${cell}`) !== null);
    return rings.length >= cells.length * 0.9 && new Set(rings.map((cell) => cell.slice(0, 2))).size >= 3;
  });
  if (found >= 0) guesses[found] = { use: "phone", confidence: 0.5, rank: 8 };
}

/** Surnames alone, and short names of many kinds right behind them, are 姓 and 名. */
function settleParts(guesses: Guess[], contents: ContentReading[]): void {
  guesses.forEach((one, index) => {
    const behind = contents[index + 1];
    if (one.use !== "person" || !behind || guesses[index + 1]!.use !== null) return;
    const parted = contents[index]!.shares.surname >= 0.7 && behind.shares.given >= 0.95;
    if (!parted || behind.distinct * behind.filled < Math.min(6, behind.filled)) return;
    guesses[index] = { use: "lastName", confidence: 0.6, rank: 8 };
    guesses[index + 1] = { use: "firstName", confidence: 0.6, rank: 8 };
  });
}

/** 姓 and 名前, or 氏名 and 名: the column beside the one part is the other part, unless it has whole names. */
function settleNamesInParts(
  guesses: Guess[],
  headers: readonly string[],
  labels: (LabelReading | null)[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  const uses = new Set(guesses.map((one) => one.use));
  const [known, missing] = uses.has("firstName")
    ? (["firstName", "lastName"] as const)
    : (["lastName", "firstName"] as const);
  if (!uses.has(known) || uses.has(missing)) return;
  const at = guesses.findIndex((one) => one.use === known);
  const beside = known === "lastName" ? at + 1 : at - 1;
  // 担当者(姓) | 担当者(名): in brackets it is a part, else 担当者名 is the whole name.
  const isPart = /[(（]\s*[姓名氏]\s*[)）]\s*$/.test(headers[beside] ?? "");
  const isPerson = guesses[beside]?.use === "person" && (labels[beside]?.open !== "charge" || isPart);
  if (!isPerson && !(isPart && guesses[beside]?.use === "owner")) return;
  const { shares } = contents[beside]!;
  if ((missing === "firstName" ? shares.given : shares.surname) < 0.7) return;
  const whole = rows.filter((row) => {
    const [part, cell] = [(row[at] ?? "").trim(), (row[beside] ?? "").trim()];
    return part !== "" && (missing === "firstName" ? cell.startsWith(part) : cell.endsWith(part));
  });
  if (whole.length <= rows.length * 0.2) guesses[beside] = { use: missing, confidence: 0.8, rank: 3 };
}

/** Columns named 得意先 and 仕入先 with ○ below say what a customer is, not who. */
function settleRoleMarks(
  guesses: Guess[],
  headers: readonly string[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  headers.forEach((header, index) => {
    if (contents[index]!.longest > 1 || !isRole(header)) return;
    const marks = rows.map((row) => row[index] ?? "").filter((cell) => !isBlank(cell));
    if (marks.length > 0 && marks.every(isMark)) guesses[index] = { use: "role", confidence: 0.85, rank: 5 };
  });
}

/** 名前, 名称, name: a company unless the contents are people, and there is a company already. */
function settleNames(guesses: Guess[], labels: (LabelReading | null)[], contents: ContentReading[]): void {
  const firm = (use: Use, except: number) =>
    guesses.some(
      (one, at) => at !== except && one.use === use && one.confidence >= 0.7 && labels[at]?.open !== "name",
    );
  labels.forEach((label, index) => {
    const { use } = guesses[index]!;
    // 取引先 over codes, beside 取引先名.
    if (use === "company" && label?.open === "name" && contents[index]!.shares.code >= 0.9) {
      if (firm("company", index)) guesses[index] = { use: "customerCode", confidence: 0.7, rank: 5 };
    }
    // メーカー beside whoever has the machine.
    const others = guesses.some(
      (one, at) =>
        at !== index && (one.use === "company" || (one.use === "person" && labels[at]?.open !== "charge")),
    );
    if (use === "company" && label?.rank === 9 && others)
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
    if (guesses[index]!.use === "company" && label?.open === "name" && contents[index]!.filled > 0) {
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
    // ご所属 over firms, with no other column for them.
    if (label?.use === "department" && !firm("company", index)) {
      const { shares } = contents[index]!;
      if (shares.company >= 0.5 && shares.department < 0.3)
        guesses[index] = { use: "company", confidence: 0.75, rank: 5 };
    }
  });
  dropBesideOthers(guesses, labels, firm);
}

/** 代表者 is whom one writes to only where nobody else is named, were it 所有者名 over people. */
function dropBesideOthers(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  firm: (use: Use, except: number) => boolean,
): void {
  labels.forEach((label, index) => {
    if (label?.rank !== 9 || guesses[index]!.use !== "person") return;
    const people = guesses.some((one, at) => one.use === "person" && labels[at]?.open === "name");
    if (people || firm("person", index) || firm("lastName", index))
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
  });
}
