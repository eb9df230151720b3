import type { ContentReading } from "./content.ts";
import { settleElsewhere } from "./elsewhere.ts";
import { MANY, PLACE, type Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import { settleKanaTwins } from "./kana-columns.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel } from "./labels.ts";

/** Of several columns for one thing keeps the one that is the customer's; the others follow as その他. Changes `guesses`. */
export function settleRivals(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  headers: readonly string[],
  contents: readonly ContentReading[],
): void {
  settleHome(guesses, headers);
  settleElsewhere(guesses, labels, headers);
  settleKanaTwins(guesses, contents);
  keepOneOfEach(guesses, labels, headers, contents);
}

const HOME = /自宅|プライベート|^home|home(street|city|state|postal|address)/;

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

/** Of two columns for one thing the better stays; the other follows as その他. */
function keepOneOfEach(
  guesses: Guess[],
  labels: (LabelReading | null)[],
  headers: readonly string[],
  contents: readonly ContentReading[],
): void {
  const held = new Map<Use, number>();
  guesses.forEach((one, index) => {
    if (!one.use || MANY.has(one.use)) return;
    const before = held.get(one.use);
    if (before === undefined) {
      held.set(one.use, index);
      return;
    }
    if (one.use === "postal" && before === index - 1 && isPart(before) && isPart(index)) return;
    const loser = better(index, before) ? before : index;
    if (loser === before) held.set(one.use, index);
    guesses[loser] = { use: null, confidence: 0.5, rank: 9 };
  });

  /** 100 | 0005 */
  function isPart(at: number): boolean {
    return contents[at]!.filled > 0 && contents[at]!.longest <= 4;
  }

  function better(a: number, b: number): boolean {
    const score = (at: number) =>
      guesses[at]!.confidence +
      preference(guesses[at]!.use, headers[at] ?? "") -
      (labels[at] ? 0 : 0.3) -
      (contents[at]!.filled > 0 ? 0 : 0.6);
    return score(a) > score(b) + 1e-9;
  }
}

function preference(use: Use | null, header: string): number {
  const text = normalizeLabel(header);
  if (use === "date") {
    // 賃料開始日 and 工事開始日 are days within a relationship.
    if (/取引開始|^(ご?利用|契約|サービス|支援|顧問|関与|導入|加盟)?開始|start/.test(text)) return 0.5;
    if (/初回/.test(text)) return 0.4;
    if (/登録|名刺|入会|契約/.test(text)) return 0.3;
  }
  if (use === "amount") {
    if (/取引/.test(text)) return 0.5;
    // What we sell him, not what we buy for it.
    if (/^売上/.test(text)) return 0.2;
    if (/^(仕入|見積)/.test(text)) return -0.2;
    if (/年間|年商|今期|当期|累計|総/.test(text)) return 0.4;
    if (/前期|前年|昨年|平均/.test(text)) return -0.2;
  }
  // 得意先 is whom we sell to; where the bill and the goods go may be others.
  if (
    use === "company" &&
    /^(請求|納品|納入|送付|配送|届|お届|出荷|支払)|(請求|納品|納入|送付|配送|届け?|出荷|支払い?)先名?称?$/.test(
      text,
    )
  )
    return -0.3;
  // Where somebody learns is hardly the firm that stands beside it.
  if (use === "company" && /学校名?$|校名$|園名$/.test(text)) return -0.3;
  if (use !== null && PLACE.has(use) && /請求|納品|納入|送付|配送|届|出荷|shipping|other/.test(text))
    return -0.2;
  return 0;
}
