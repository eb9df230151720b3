import { PREFECTURES } from "../../japanese/index.ts";
import { guessUse } from "./content.ts";
import type { Guess } from "./guess.ts";
import type { LabelReading } from "./label-rules.ts";
import { isBlank } from "./record.ts";
import type { ColumnsToSettle } from "./settle.ts";

/** アドレス, 連絡先, 住所2: what stands there decides; what only looks like a part of the address is let go. Changes `guesses`. */
export function settleAddress({ headers, rows, labels, contents, guesses }: ColumnsToSettle): void {
  labels.forEach((label, index) => {
    const { shares, filled } = contents[index]!;
    if (label?.open === "contact" && filled > 0) {
      const seen = guessUse(contents[index]!);
      if (seen) guesses[index] = { use: seen.use, confidence: 0.85, rank: 5 };
    }
    if (label?.open === "address" && filled > 0 && guesses[index]!.use === "building") {
      const street =
        (shares.building < 0.3 && shares.address + shares.city + shares.code > 0.3) || isOnlyRest(guesses);
      // 住所2 between 都道府県 and 番地 holds cities.
      const use = shares.city >= 0.8 ? "city" : street ? "street" : "building";
      guesses[index] = { use, confidence: 0.75, rank: 5 };
    }
    // 住所・ビル名 over whole addresses.
    const whole = shares.address >= 0.5 && !guesses.some((one) => one.use === "address");
    if (label?.use === "building" && !label.open && guesses[index]!.use === "building" && whole)
      guesses[index] = { use: "address", confidence: 0.85, rank: 5 };
    if (label?.use !== "address" && label?.use !== "street") return;
    // 住所1 that holds prefectures and nothing more; 住所（下段） with the buildings that the one before leaves out.
    const before = guesses.slice(0, index).some((one) => one.use === "address" || one.use === "street");
    if (shares.prefecture >= 0.8) guesses[index] = { use: "prefecture", confidence: 0.85, rank: 5 };
    else if (before && shares.building >= 0.6 && shares.address + shares.city < 0.2)
      guesses[index] = { use: "building", confidence: 0.75, rank: 5 };
  });
  dropAreas(guesses, headers, labels);
  dropForeignPrefectures(guesses, labels, rows);
}

/** 都道府県, 市区町村 and 住所2: nothing else holds the block. */
function isOnlyRest(guesses: readonly Guess[]): boolean {
  const uses = new Set(guesses.map((one) => one.use));
  return uses.has("prefecture") && uses.has("city") && !uses.has("address") && !uses.has("street");
}

/** 営業エリア and 出身地 hold prefectures in which nobody need sit. */
function dropAreas(guesses: Guess[], headers: readonly string[], labels: (LabelReading | null)[]): void {
  guesses.forEach((one, index) => {
    if (one.use === "prefecture" && !labels[index] && AREA.test(headers[index]!.normalize("NFKC")))
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
  });
}

const AREA = /エリア|商圏|地域|地区|方面|出身|出生|本籍|希望|ルート/;

/** 所轄庁 and 出身 hold prefectures too: beside addresses that begin with their own they are none of the address. */
function dropForeignPrefectures(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  rows: readonly (readonly string[])[],
): void {
  const address = guesses.findIndex((one) => one.use === "address");
  if (address < 0) return;
  const cells = rows.map((row) => row[address] ?? "").filter((cell) => !isBlank(cell));
  const whole = cells.filter((cell) => prefectureBegins(cell)).length;
  if (whole < cells.length * 0.6) return;
  guesses.forEach((one, index) => {
    if (one.use === "prefecture" && !labels[index]) guesses[index] = { use: null, confidence: 0.6, rank: 9 };
  });
}

function prefectureBegins(cell: string): boolean {
  const text = cell.normalize("NFKC").replace(/^〒?\s*\d{3}-?\d{4}\s*/, "");
  return PREFECTURES.some((name) => text.startsWith(name));
}
