import { PLACE, type Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel } from "./labels.ts";

/** What headers begin with that speak of where goods or papers go, or of whom they come from, beside the customer. */
const ELSEWHERE =
  /^(ご?お?届け?先|配送先|発送先|送付先|送り先|納品先|納入先|搬入先|引越し?先|発行元|差出人|物件|現場|拠点|(協力|親|子|関連|関係|グループ)(会社|業者)|紹介[者元先]|ship(ping|to)|deliver(y|to))(?!コード|cd|id|番号$|no$)./;

/** Who sends or issues it is nobody's customer, even where nothing else has a number. */
const SENDER = /^(発行元|差出人)./;

const FIRMS: ReadonlySet<Use> = new Set<Use>(["company", "companyKana"]);
const PEOPLE: ReadonlySet<Use> = new Set<Use>([
  "person",
  "personKana",
  "lastName",
  "firstName",
  "lastNameKana",
  "firstNameKana",
  "honorific",
]);
const NUMBERS: ReadonlySet<Use> = new Set<Use>(["phone", "mobile"]);

/**
 * お届け先電話番号 beside 電話番号, 物件住所 beside 所有者住所: what the customer has a column of his own for is not taken from
 * another party. Changes `guesses`.
 */
export function settleElsewhere(
  guesses: Guess[],
  labels: readonly (LabelReading | null)[],
  headers: readonly string[],
): void {
  const elsewhere = headers.map((header) => ELSEWHERE.test(normalizeLabel(header)));
  if (!elsewhere.includes(true)) return;
  const own = new Set(
    guesses.flatMap((one, index) =>
      one.use && !elsewhere[index] && labels[index]?.open !== "charge" ? [one.use] : [],
    ),
  );
  const has = (...uses: Use[]) => uses.some((use) => own.has(use));
  const isHeld = (use: Use) =>
    (FIRMS.has(use) && has("company")) ||
    (PEOPLE.has(use) && has("person", "lastName")) ||
    (PLACE.has(use) && has("address", "street", "city")) ||
    (NUMBERS.has(use) && has("phone", "mobile")) ||
    ((use === "fax" || use === "email") && has(use, "phone"));
  const named = has("company", "person", "lastName");
  guesses.forEach((one, index) => {
    const sends = named && SENDER.test(normalizeLabel(headers[index]!));
    if (elsewhere[index] && one.use && (sends || isHeld(one.use)))
      guesses[index] = { use: null, confidence: 0.6, rank: 9 };
  });
}
