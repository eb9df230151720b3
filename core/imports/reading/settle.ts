import { settleCharge } from "./charge.ts";
import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import { settleKana, settleKanaOfName } from "./kana-columns.ts";
import type { LabelReading } from "./label-rules.ts";
import { isBlank } from "./record.ts";
import { isMark, isRole } from "./roles.ts";
import { dropSerials } from "./serials.ts";
import { settleAddress } from "./settle-address.ts";
import { settleHeadless } from "./settle-headless.ts";
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
