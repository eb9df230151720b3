/** How one legal form is written in ledgers. */
export interface LegalForm {
  /** The form as it stands in a register. */
  name: string;
  /** In full, other than the name: old kanji, readings as registers print them. */
  spellings?: readonly string[];
  /** Between brackets, or in one sign: 株 in (株) and ㈱. */
  marks?: readonly string[];
  signs?: readonly string[];
  /** Bank kana (全銀): カ in カ) at the front, (カ at the back and (カ) between. */
  bank?: readonly string[];
}

/**
 * The forms of Japanese law that companies, associations and professions take, longest first where one begins with
 * another. Bank abbreviations: 全国銀行協会「法人略語」.
 */
export const LEGAL_FORMS: readonly LegalForm[] = [
  {
    name: "株式会社",
    spellings: ["株式會社", "カブシキガイシャ", "カブシキカイシャ"],
    marks: ["株"],
    signs: ["㈱", "㍿"],
    bank: ["カ"],
  },
  {
    name: "有限会社",
    spellings: ["有限會社", "ユウゲンガイシャ", "ユウゲンカイシャ"],
    marks: ["有"],
    signs: ["㈲"],
    bank: ["ユ"],
  },
  {
    name: "合同会社",
    spellings: ["ゴウドウガイシャ", "ゴウドウカイシャ"],
    marks: ["同", "合同", "合"],
    bank: ["ド"],
  },
  {
    name: "合資会社",
    spellings: ["合資會社", "ゴウシガイシャ", "ゴウシカイシャ"],
    marks: ["資", "合資"],
    signs: ["㈾"],
    bank: ["シ"],
  },
  {
    name: "合名会社",
    spellings: ["合名會社", "ゴウメイガイシャ", "ゴウメイカイシャ"],
    marks: ["名", "合名"],
    signs: ["㈴"],
    bank: ["メ"],
  },
  { name: "相互会社", spellings: ["ソウゴガイシャ"], marks: ["相"], bank: ["ソ"] },
  { name: "特定目的会社", spellings: ["トクテイモクテキガイシャ"] },
  { name: "一般社団法人", spellings: ["イッパンシャダンホウジン"], marks: ["一社"] },
  { name: "公益社団法人", spellings: ["コウエキシャダンホウジン"], marks: ["公社"] },
  { name: "一般財団法人", spellings: ["イッパンザイダンホウジン"], marks: ["一財"] },
  { name: "公益財団法人", spellings: ["コウエキザイダンホウジン"], marks: ["公財"] },
  {
    name: "医療法人",
    spellings: [
      "社会医療法人",
      "特定医療法人",
      "医療法人社団",
      "医療法人財団",
      "社会医療法人社団",
      "社会医療法人財団",
      "イリョウホウジン",
      "イリョウホウジンシャダン",
      "イリョウホウジンザイダン",
    ],
    marks: ["医", "医社", "医財"],
    bank: ["イ"],
  },
  { name: "社団法人", spellings: ["シャダンホウジン"], marks: ["社"], signs: ["㈳"], bank: ["シヤ"] },
  { name: "財団法人", spellings: ["ザイダンホウジン"], marks: ["財"], signs: ["㈶"], bank: ["ザイ"] },
  {
    name: "学校法人",
    spellings: ["準学校法人", "ガッコウホウジン"],
    marks: ["学"],
    signs: ["㈻"],
    bank: ["ガク"],
  },
  { name: "宗教法人", spellings: ["シュウキョウホウジン"], marks: ["宗"], bank: ["シユウ"] },
  { name: "社会福祉法人", spellings: ["シャカイフクシホウジン"], marks: ["福", "社福"], bank: ["フク"] },
  {
    name: "特定非営利活動法人",
    spellings: [
      "認定特定非営利活動法人",
      "NPO法人",
      "認定NPO法人",
      "ＮＰＯ法人",
      "認定ＮＰＯ法人",
      "トクテイヒエイリカツドウホウジン",
      "エヌピーオーホウジン",
    ],
    marks: ["特非", "特", "NPO"],
    bank: ["トクヒ"],
  },
  { name: "国立研究開発法人", marks: ["国研"] },
  { name: "国立大学法人", spellings: ["コクリツダイガクホウジン"], marks: ["大"], bank: ["ダイ"] },
  { name: "公立大学法人", spellings: ["コウリツダイガクホウジン"] },
  { name: "地方独立行政法人", spellings: ["チホウドクリツギョウセイホウジン"], marks: ["地独"] },
  { name: "独立行政法人", spellings: ["ドクリツギョウセイホウジン"], marks: ["独"], bank: ["ドク"] },
  { name: "農事組合法人", spellings: ["ノウジクミアイホウジン"], marks: ["農"], bank: ["ノウ"] },
  { name: "更生保護法人", bank: ["ホゴ"] },
  { name: "管理組合法人" },
  { name: "投資法人", spellings: ["トウシホウジン"] },
  { name: "弁護士法人", spellings: ["ベンゴシホウジン"], marks: ["弁"], bank: ["ベン"] },
  { name: "税理士法人", spellings: ["ゼイリシホウジン"], marks: ["税"], bank: ["ゼイ"] },
  { name: "監査法人", spellings: ["有限責任監査法人", "カンサホウジン"] },
  { name: "司法書士法人", spellings: ["シホウショシホウジン"], marks: ["司"], bank: ["シホウ"] },
  { name: "行政書士法人", spellings: ["ギョウセイショシホウジン"], marks: ["行"], bank: ["ギヨ"] },
  {
    name: "社会保険労務士法人",
    spellings: ["シャカイホケンロウムシホウジン"],
    marks: ["労", "社労"],
    bank: ["ロウム"],
  },
  { name: "特許業務法人", spellings: ["トッキョギョウムホウジン"] },
  { name: "弁理士法人", spellings: ["ベンリシホウジン"] },
  { name: "土地家屋調査士法人" },
  { name: "有限責任事業組合", spellings: ["ユウゲンセキニンジギョウクミアイ"] },
  { name: "事業協同組合", spellings: ["ジギョウキョウドウクミアイ"] },
  { name: "協同組合", spellings: ["キョウドウクミアイ"], marks: ["協"], bank: ["キヨウクミ"] },
  { name: "企業組合", spellings: ["キギョウクミアイ"], marks: ["企"], signs: ["㈽"] },
];

/** English and foreign forms: the name in the register where one is meant, else the form itself. Matched as whole words. */
export const FOREIGN_FORMS: readonly { pattern: string; name: string }[] = [
  { pattern: "co(?:mpany|rp)?[.,]?[\\s,]*\\(?(?:ltd|limited|inc)\\.?\\)?", name: "株式会社" },
  { pattern: "(?:kabushiki[\\s-]*(?:gaisha|kaisha)|k\\.\\s?k\\.?|kk)", name: "株式会社" },
  { pattern: "(?:yugen[\\s-]*(?:gaisha|kaisha)|y\\.\\s?k\\.?|yk)", name: "有限会社" },
  { pattern: "(?:godo[\\s-]*(?:gaisha|kaisha)|g\\.\\s?k\\.?|gk)", name: "合同会社" },
  { pattern: "(?:incorporated|inc\\.?|corporation|corp\\.?|limited|ltd\\.?|company)", name: "株式会社" },
  { pattern: "(?:l\\.\\s?l\\.\\s?c\\.?|llc)", name: "合同会社" },
  { pattern: "(?:l\\.\\s?l\\.\\s?p\\.?|llp)", name: "有限責任事業組合" },
  { pattern: "gmbh(?:\\s*&\\s*co\\.?\\s*kg)?", name: "GmbH" },
  { pattern: "(?:pty|pte)\\.?\\s*ltd\\.?", name: "Pty Ltd" },
  { pattern: "plc\\.?", name: "PLC" },
  { pattern: "s\\.\\s?a\\.?(?:\\s?s\\.?)?", name: "S.A." },
  { pattern: "(?:b\\.\\s?v\\.?|n\\.\\s?v\\.?)", name: "B.V." },
];
