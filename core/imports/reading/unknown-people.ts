import type { ContentReading } from "./content.ts";
import type { Use } from "./fields.ts";
import type { Guess } from "./guess.ts";
import type { LabelReading } from "./label-rules.ts";
import { normalizeLabel } from "./labels.ts";

/** What headers of people end with in all trades: 保護者, 職員名, 依頼人, 世帯主, 所有者名, おなまえ. */
const SOMEBODY =
  /(名|氏名|なまえ|者|人|主|員|士|師|医|長|主人|様|オーナー|パーソン|マネー?ジャー|スタッフ|コーチ|トレーナー|(?:スタイ|フロー)リスト|ピスト|インストラクター|監督|[ァ-ヺ](?:ー|マン))(様|名|氏名|漢字)?\d?$/;
/** Somebody else than whom we do business with, and words that surnames are mistaken for. */
const SOMEBODY_ELSE =
  /紹介|承認|確認|決裁|検査|申請|検印|起票|入力|作成|登録|記入|記録|編集|保証人|相手方|配偶|家族|同行|同伴|主治|担任|前任|倉庫|物件|商品|店舗|拠点|コース|機種|部屋|会場|建物|施設|教室|学校|ペット|生徒|園児|児童|子供|お子|被保険|受取|上司|連名|相続|(地|県|市|町|村|区|エリア|駅|校|産|国|支部|集落)名?$/;

/**
 * Takes a column whose header nobody knows for people where its cells are people's names: of the customer when they hardly
 * repeat and nobody else is named, ours when few of them repeat. Changes `guesses`.
 */
export function settleUnknownPeople(
  guesses: Guess[],
  headers: readonly string[],
  labels: readonly (LabelReading | null)[],
  contents: readonly ContentReading[],
): void {
  // 代表者 is rank 9: whoever else is named is whom one writes to.
  const holds = (...uses: Use[]) =>
    guesses.some(
      (one, at) =>
        one.use !== null && uses.includes(one.use) && contents[at]!.filled > 0 && labels[at]?.rank !== 9,
    );
  const company = guesses.findIndex((one) => one.use === "company");
  const customers = Math.max(0.3, contents[company]?.distinct ?? 1);
  const open = headers.flatMap((header, index) =>
    header.trim() !== "" && !labels[index] && guesses[index]!.use === null ? [index] : [],
  );
  // Whoever is somebody else waits until it is known who is whom.
  const isOther = (index: number) => SOMEBODY_ELSE.test(normalizeLabel(headers[index]!));
  for (const index of open.sort((a, b) => Number(isOther(a)) - Number(isOther(b)))) {
    const header = normalizeLabel(headers[index]!);
    const { shares, distinct, filled, longest } = contents[index]!;
    const named = SOMEBODY.test(header);
    // 千葉 and 福島 are people and places.
    const places = shares.prefecture >= (named ? 0.6 : 0.3);
    // 被保険者名 is whom the list is about where nobody else is named in it.
    const isElse = isOther(index) && (!named || holds("company", "person", "lastName"));
    // 東 and 西 of an area.
    const marks = !named && longest <= 1;
    if (isElse || marks || filled < 3 || shares.company >= 0.2 || places) continue;
    const names = Math.max(shares.person, shares.surname);
    const variety = Math.min(1, distinct / customers);
    if (names >= (!named ? 0.8 : longest <= 4 ? 0.4 : 0.6) && variety <= 0.5 && filled >= 8) {
      if (!holds("owner") && !isOther(index))
        guesses[index] = { use: "owner", confidence: 0.6, rank: 8, ask: true };
    } else if (names >= 0.5 && variety > 0.6 && named && !holds("person", "lastName")) {
      guesses[index] = { use: "person", confidence: 0.75, rank: 6 };
    }
  }
}
