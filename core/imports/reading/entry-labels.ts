import type { Use } from "./fields.ts";
import { normalizeLabel } from "./labels.ts";
import type { ListKind } from "./list-kinds.ts";

type EntryKind = Exclude<ListKind, "customers">;

/** Headers that are no entry's own whatever they contain: what is still to come, and when a record was touched. */
const ASIDE =
  /次回|今後|予定|希望|期限|更新|変更|最終|前回|初回|生年月日|誕生|設立|創業|next|updated|modified|last|due|required/;

const ACT =
  "対応|訪問|往訪|来社|来店|面談|面会|商談|活動|営業|架電|電話|連絡|応対|接触|コンタクト|実施|打合せ?|打ち合わせ?|折衝|巡回|問い?合わ?せ|クレーム|日報|週報|activity|visit|call|contact|meeting|interaction";
const BUY =
  "購入|購買|売上|販売|取引|お?買い?上げ?|計上|伝票|注文|受注|発注|オーダー|請求|納品|order|purchase|sales?|sold|invoice|transaction|slip";

/** What entries call their columns, the surest first; normalized as `normalizeLabel` does. */
const LABELS: Record<EntryKind, Partial<Record<Use, RegExp[]>>> = {
  activities: {
    date: [
      new RegExp(`^(${ACT})(した|の)?(年月)?(日付?|日時|年月日|date|day|on|at)$`),
      /^(日付|日時|年月日|月日|日|発生日時?|date|datetime|day)$/,
      /^(受付|報告|記録|記入|入力|作成|登録|実績)(年月)?日時?$/,
    ],
    time: [new RegExp(`^(${ACT}|開始)?(時刻|時間|time)$|^starttime$`)],
    subject: [
      /^(件名|題名|表題|タイトル|用件|要件|テーマ|subject|topic)$|^(活動|対応|商談|訪問)(件名|題名|タイトル|目的)$/,
    ],
    activity: [
      new RegExp(
        `^(${ACT})?の?(種別|種類|区分|方法|手段|形態|分類|タイプ|チャネル|type|kind|channel|method)$`,
      ),
    ],
    note: [
      new RegExp(
        `^(${ACT}|報告|記録|やり?とり|議事|交渉|提案)*の?(内容|記録|詳細|履歴|メモ|経過|経緯|報告|概要|結果|所感|details?|notes?|description|content|summary|log)$|議事録|^(備考|コメント|メモ|摘要|本文|内容|詳細|所感|報告事項|comments?|notes?|memo|remarks?|body|text|description|details?)\\d?$`,
      ),
    ],
    owner: [
      /^(対応|訪問|活動|実施|営業|応対|架電|処理)(者|員|担当者?)名?$|^(弊社|当社|自社|社内|当方|我社)(側)?(の?担当者?|対応者)?名?$|^営業(マン|員)?$|^社員名?$|^(owner|author|staff|rep|salesrep|salesperson|assignedto|handledby|doneby|user|by)$/,
      /^担当(者|員|社員)?(名|氏名)?$|^tantou?(sha)?$/,
      /^(記入|記録|報告|作成|登録|入力|受付|投稿)者名?$|^(createdby|recordedby|writer|reporter|employee)$/,
    ],
  },
  purchases: {
    date: [
      new RegExp(`^(ご|お)?(${BUY})(年月)?(日付?|日時|年月日|年月|date|day|on)$`),
      /^(日付|年月日|日時|月日|年月|日|date|day)$/,
      /^(納入|出荷|配達|発送|検収)(年月)?日$/,
    ],
    deliveryDate: [
      /^(納品|納入|出荷|配達|引き?渡し?|発送|検収)(年月)?日$|^(deliver(y|ed)|shipp?(ed|ing)?)(date|on)?$/,
    ],
    item: [
      /^(ご?購入|購買|販売|お?買い?上げ?|売上|注文|受注|納品)?(商品|製品|作品|品|品目|アイテム|サービス|物件|機種|item|product|service|goods)(名(称)?|タイトル)$|^(商品|製品|品目)$|^(product|item|service|goods)(name)?$|^ご?購入(商品|品目?|製品)$/,
      /^(品番|型番|型式|機種|品名規格|品名型番|明細|内容|摘要|サービス|アイテム|description|sku)$/,
    ],
    quantity: [
      /^(ご?購入|販売|売上|注文|受注|納品|出荷)?(数量|個数|数|台数|本数|枚数|冊数|点数|箱数|ケース数|qty|quantity|count|pcs|units)$/,
    ],
    unit: [/^(単位|unit|uom)$/],
    unitPrice: [
      /^(販売|売上?|税抜き?|税込み?|購入|納入|仕切り?|商品|製品|作品)?(単価|価格|定価|価|unitprice|price|unitcost)(税抜き?|税込み?)?$/,
    ],
    amount: [
      /^(ご?購入|販売|売上|税抜き?|税込み?|取引|注文|受注|請求|合計|小計|明細)?(金額|価額|代金|amount|total|linetotal|subtotal|sales)(税抜き?|税込み?|円)?$|^(合計|小計|売上高?|売上額|購入額|販売額|合計額)$|^(line|order|total|sales)(amount|total|price)$/,
    ],
    note: [/^(備考|メモ|摘要|コメント|特記事項|notes?|memo|remarks?|comments?)\d?$/],
    owner: [
      /^(営業|販売|弊社|当社|自社|社内|売上)(の?担当者?|員|者)名?$|^(owner|salesrep|salesperson|rep|soldby|seller|staff)$/,
      /^担当(者|員|社員)?(名|氏名)?$/,
    ],
  },
};

/** A header as `LABELS` compares it. 「単位」 alone is a label here, though elsewhere it only says how to read another. */
export function entryLabel(header: string): string {
  return normalizeLabel(header) || header.normalize("NFKC").trim().toLowerCase();
}

/** How sure a header is for a use of this kind of list: 1 is the surest, null is not at all. */
export function entryRank(kind: EntryKind, use: Use, label: string): number | null {
  if (ASIDE.test(label)) return null;
  const at = LABELS[kind][use]?.findIndex((pattern) => pattern.test(label)) ?? -1;
  return at < 0 ? null : at + 1;
}

/** The uses of this kind of list, in the order in which columns are given to them. */
export function entryUses(kind: EntryKind): Use[] {
  return Object.keys(LABELS[kind]) as Use[];
}
