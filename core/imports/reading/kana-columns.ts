import { toKatakana } from "../../japanese/index.ts";
import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel } from "./labels.ts";
import { isBlank } from "./record.ts";

/** フリガナ alone: it reads the name column before it, or the one after when none is before. */
export function settleKana(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  contents: ContentReading[],
  rows: readonly (readonly string[])[],
): void {
  labels.forEach((label, index) => {
    const byContent = !label && guesses[index]!.use === "companyKana";
    // 顧客フリガナ where the customers are people.
    const ofPeople = label?.use === "companyKana" && !guesses.some((one) => one.use === "company");
    if (label?.open !== "kana" && !byContent && !ofPeople) return;
    if (guesses[index]!.use !== "companyKana") return;
    const neighbours = [index - 1, index + 1, index - 2, index + 2, index - 3];
    const found = neighbours.map((at) => guesses[at]?.use).find((use) => use && NAMES.has(use));
    const kana = contents[index]!.shares.kana >= 0.7 ? 0.1 : 0;
    const taken = guesses.some(
      (one, at) => at !== index && one.use === "companyKana" && one.confidence > 0.85,
    );
    const firms = !taken && readsFirms(rows, index);
    const human =
      (!firms && readsPeople(rows, index)) ||
      (!firms && (found === "person" || found === "lastName" || found === "firstName")) ||
      (taken && found !== "company");
    guesses[index] = {
      use: human ? "personKana" : "companyKana",
      confidence: (label ? 0.78 : 0.5) + kana,
      rank: 5,
    };
  });
}

const FIRM_READING =
  /カブシキ|カイシャ|ホウジン|ショウテン|ショウカイ|コウギョウ|サンギョウ|セイサク|ケンセツ|ケンチク|ウンユ|ウンソウ|ショクヒン|フーズ|インサツ|デンキ|キンゾク|コウムテン|ブッサン|クミアイ|クリニック|ビョウイン|ダイガク|ガクエン|ヤクショ|サービス|システム|センター|テック|キカク/;

/** The words of firms stand in many of their readings, and in no person's. */
function readsFirms(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows
    .map((row) => toKatakana((row[index] ?? "").normalize("NFKC")))
    .filter((cell) => !isBlank(cell));
  return cells.filter((cell) => FIRM_READING.test(cell)).length >= Math.max(2, cells.length * 0.2);
}

/** Two words in nearly every cell: a surname's reading and a given name's. */
function readsPeople(rows: readonly (readonly string[])[], index: number): boolean {
  const cells = rows
    .map((row) => toKatakana((row[index] ?? "").normalize("NFKC")).trim())
    .filter((cell) => !isBlank(cell));
  return cells.filter((cell) => TWO_WORDS.test(cell)).length >= Math.max(3, cells.length * 0.75);
}

const TWO_WORDS = /^[ァ-ヺー]{1,6}\s[ァ-ヺー]{1,6}$/;

const NAMES = new Set<Use>(["company", "person", "lastName", "firstName"]);

/** 名前カナ reads 名前, 施主様カナ reads 施主様名, whatever they turned out to be; where nobody is a firm all readings are people's. */
export function settleKanaOfName(guesses: Guess[], headers: readonly string[]): void {
  const names = headers.map((header) => normalizeLabel(header).replace(/(?<=.)漢字$/, ""));
  const holds = (use: Use) => guesses.some((one) => one.use === use);
  const onlyPeople = !holds("company") && (holds("person") || holds("lastName"));
  names.forEach((name, index) => {
    if (onlyPeople && guesses[index]!.use === "companyKana")
      guesses[index] = { ...guesses[index]!, use: "personKana" };
    if (guesses[index]!.use !== "personKana" && guesses[index]!.use !== "companyKana") return;
    const base = name.replace(/(フリガナ|ふりがな|カナ|かな|ヨミ|よみ|読み|kana)$/, "");
    const bases = [base, `${base}名`, `${base}氏名`];
    const of = base === "" || base === name ? -1 : names.findIndex((one) => bases.includes(one));
    const use = guesses[of]?.use;
    if (use === "company") guesses[index] = { ...guesses[index]!, use: "companyKana" };
    if (use === "person") guesses[index] = { ...guesses[index]!, use: "personKana" };
  });
}

const READING: Partial<Record<Use, Use>> = {
  lastName: "lastNameKana",
  firstName: "firstNameKana",
  person: "personKana",
  company: "companyKana",
};

/** 氏（全角カナ） | 氏（漢字）: of two columns for one name the one that is kana throughout reads the other. Changes `guesses`. */
export function settleKanaTwins(guesses: Guess[], contents: readonly ContentReading[]): void {
  guesses.forEach((one, index) => {
    const reading = one.use && READING[one.use];
    if (!reading || contents[index]!.filled < 3 || contents[index]!.shares.kana < 0.9) return;
    const written = guesses.some(
      (other, at) =>
        at !== index && other.use === one.use && contents[at]!.filled > 0 && contents[at]!.shares.kana < 0.5,
    );
    if (written) guesses[index] = { ...one, use: reading };
  });
}
