export const strings = {
  ja: {
    "caution.title": "要注意",
    "caution.verb": "要注意にする (事実と対応方針を書く)",
    "caution.hint":
      "事実と対応方針を書いてください (評価は書かない)。例: /crm 要注意 田中商事 検収は2名で行う約束",
    "caution.by": "{name} {date}",
    "caution.resolve": "解消した",
    "caution.resolve_confirm": "要注意を外します。対応履歴には残ります。",
    "caution.marked": "{customer} を要注意にしました。解消するまでプロフィールの一番上に出ます。",
    "caution.which": "どの顧客ですか? もう少し詳しい名前で打ってください。",
    "caution.nobody": "「{text}」に当てはまる顧客が見つかりません。",
    "error.caution_not_found": "その要注意はもう解消されています。",
  },
  en: {
    "caution.title": "Caution",
    "caution.verb": "Mark as caution (facts and how to act)",
    "caution.hint":
      "Write facts and how to act, never a judgement. For example: /crm 要注意 田中商事 検収は2名で行う約束",
    "caution.by": "{name} {date}",
    "caution.resolve": "Resolved",
    "caution.resolve_confirm": "The caution goes. It stays in the history.",
    "caution.marked": "{customer} is marked. It stands on top of the profile until it is resolved.",
    "caution.which": "Which customer? Please type a more exact name.",
    "caution.nobody": "No customer matches “{text}”.",
    "error.caution_not_found": "This caution is resolved already.",
  },
};
