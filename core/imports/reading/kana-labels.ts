/** Words of headers as old systems write them, in kana alone; the longer first where one begins another. */
const WORDS: readonly [string, string][] = [
  ["トクイサキ", "得意先"],
  ["トリヒキサキ", "取引先"],
  ["シイレサキ", "仕入先"],
  ["オキャクサマ", "お客様"],
  ["コキャク", "顧客"],
  ["カイシャ", "会社"],
  ["カイイン", "会員"],
  ["タントウシャ", "担当者"],
  ["タントウ", "担当"],
  ["エイギョウ", "営業"],
  ["ユウビン", "郵便"],
  ["デンワ", "電話"],
  ["ケイタイ", "携帯"],
  ["バンゴウ", "番号"],
  ["ジュウショ", "住所"],
  ["トドウフケン", "都道府県"],
  ["シクチョウソン", "市区町村"],
  ["バンチ", "番地"],
  ["タテモノ", "建物"],
  ["ブショ", "部署"],
  ["ヤクショク", "役職"],
  ["トリヒキ", "取引"],
  ["カイシ", "開始"],
  ["トウロク", "登録"],
  ["ショカイ", "初回"],
  ["サイシュウ", "最終"],
  ["ライテン", "来店"],
  ["コウニュウ", "購入"],
  ["ウリアゲ", "売上"],
  ["キンガク", "金額"],
  ["ルイケイ", "累計"],
  ["ネンガッピ", "年月日"],
  ["セイネン", "生年"],
  ["ビコウ", "備考"],
  ["メイショウ", "名称"],
];

/** 「オキャクサマメイ」「ショカイライテンビ」 as お客様名 and 初回来店日; a header of other letters stays as it is. */
export function spellOut(label: string): string {
  // シメイ and トクイサキメイ stand for the reading beside the name in kanji.
  if (
    !/^[ァ-ヺー]+(no|cd|id)?\d*$/.test(label) ||
    /^(カイシャ|シャ|トクイサキ|トリヒキサキ|シ)メイ(カナ)?$/.test(label)
  )
    return label;
  let text = label;
  for (const [kana, word] of WORDS) text = text.replace(kana, word);
  if (text === label) return label;
  return text.replace(/(?<=\p{Script=Han})メイ(?=\d*$)/u, "名").replace(/(?<=\p{Script=Han})ビ$/u, "日");
}
