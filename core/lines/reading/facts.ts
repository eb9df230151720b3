import { lastAction } from "./action-words.ts";

const FACT_BEFORE =
  /(納期|納品日|納入日|有効期限|有効|締め?日|締切日|決算|支払日?|支払い|発売日?|着工|竣工|完成|入荷|出荷|到着|賞味期限|契約満了|契約期限|契約更新|満了|リース|車検|創業|設立|開業|開店|オープン|移転|誕生日|定休日?|休業|休み|展示会|棚卸し?|稼働|検収|入金|振込|更新|工期|保証期間|値上げ|価格改定)(?:日|予定|は|が|を|も|希望|:|\s|に|→)*$/;
const FACT_AFTER =
  /^(?:\s|の)*(納期|納品希望|納入希望|希望納期|着(?![工手])|必着|締め|締(?!切)|〆(?!切)|払い|支払|付け?(?:で|の)|決算|オープン|開業|移転|現在|以降|着工|発売|休み|休業|から(?:休|値上|新|担当|異動|変更|工事|稼働|開始|適用|改定|発売)|より(?:値上|新|担当|変更|適用|改定)|に?(?:異動|退職|移転|発売|開店|オープン|開業|着工|入荷|倒産|引っ越|転勤|値上|展示会|検収)|まで(?:の)?(?:休|不在|出張|夏季|入院|有効|留守|お休み|待|予算|在庫)|有効|入金|振込|決済|締結|棚卸|展示会)/;
const TOPIC_AFTER = /^の(?:件|話|[^\s、。]{1,10}?(?:の件|の話|について|に関して))|^(?:分|号|度)の?/;
// 去年の12月に納品した機械: the day describes the machine.
const DESCRIBING =
  /^(?:に|の)?[^\s、。]{0,10}?(?:した|った|れた|いた|んだ)(?!際|時|結果|所|後|上|事|為|旨)(?:[一-龠ァ-ヶ]|もの|やつ)/;
export const CANCELLED =
  /^[^\s、。]{0,12}(?:キャンセル|中止|延期(?=$|[\s、。に])|取りやめ|見合わせ|リスケ(?=$|[\s、。])|なくな|流れた)/;
/** 5/4 定期修理開始とのこと: told by the customer of what they do. */
const THEIRS =
  /^\s*[^\s、。]{0,12}(?:開始|スタート|稼働|着工|竣工|開催|終了|休業|閉店|開店|オープン|再開)(?:する|の?予定)?(?:と(?:の|聞|言|い)|だ?そう|らしい)/;
export const CLOSING_DAY = /^\s*(?:締め?|〆)(?!切)/;
export const RESCHEDULED = /^(?:に|へ)(?:変更|延期|リスケ|ずら|移動|振替|振り替え)/;
const AGREED = /^\s*(?:で|なら|に)\s*(?:ok|了承|大丈夫|承諾|可|合意|よい|良い|いい|お願い|確定|決定)/i;
const TERMS = /締め?(?:日|め)?(?!切)|サイト|翌月末|翌々月|支払条件|支払い条件/;

/**
 * What a day belongs to that is only told (納期, 値上げ, 休み), by the words on both sides of it; "" when it has no name of its
 * own. Null: it is no such day.
 */
export function factLabel(left: string, right: string, clause: string, deadline: boolean): string | null {
  const before = FACT_BEFORE.exec(left);
  // 担当の方お休み 木曜にかけ直し: that they are off is told, the day is ours.
  const ours = deadline || /休み|休業/.test(before?.[1] ?? "");
  if (before && !(ours && lastAction(right))) return before[1]!;
  const after = FACT_AFTER.exec(right);
  if (after && !lastAction(right)) return after[1]!.replace(/^(?:から|より|まで(?:の)?|に)/, "");
  if (THEIRS.test(right) || TOPIC_AFTER.test(right) || DESCRIBING.test(right)) return "";
  if (AGREED.test(right) && lastAction(clause)?.class !== "meet") return "";
  return TERMS.test(clause) && !(deadline && lastAction(right)) ? "締め" : null;
}
