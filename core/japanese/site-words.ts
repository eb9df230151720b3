/** Words by which sites and departments of a company are known. Pattern sources, without anchors. */
export const STRONG = "(?:支店|支社|営業所|事業所|出張所|支部|支所|駐在所|営業部支店)";
export const WEAK =
  "(?:本社|本店|本部|工場|製作所|センター|ｾﾝﾀｰ|研究所|事務所|オフィス|倉庫|店|支局|ラボ|ショールーム)";
export const SITE = new RegExp(`${STRONG}$|${WEAK}$`);
export const STRONG_SITE = new RegExp(`${STRONG}$`);
export const DEPARTMENT_WORD =
  "(?:総務|営業|経理|購買|人事|資材|調達|製造|品質保証|品証|品質管理|生産管理|生産技術|技術|開発|企画|管理|広報|法務|財務|業務|情報システム|システム|物流|海外営業|国際|研究開発|設計|工務|工事|建築|土木|サービス|マーケティング|販売|カスタマーサポート|経営企画|事業企画|商品|労務|庶務|仕入|輸出|輸入|貿易|保守|監査|秘書)";
export const DEPARTMENT_END = "(?:本部|部門|部|課|係|室|グループ|チーム|事業部)";
export const ENDING = new RegExp(`(?:${STRONG}|${WEAK}|${DEPARTMENT_END})\\s*[)）]?$`);
export const DEPARTMENT_AND_SITE = new RegExp(`^(\\S+${DEPARTMENT_END})\\s+(\\S+)$`);
export const DEPARTMENT_TAIL = new RegExp(`${DEPARTMENT_END}$`);
export const DEPARTMENT = new RegExp(
  `^(.+?)(?:\\s+(\\S*[^\\s\\d]${DEPARTMENT_END}(?:\\s*\\S*[課係室])?)|(${DEPARTMENT_WORD}(?:第?[一二三四五1-5])?(?:本部|部|課)(?:\\S{0,8}[課係室])?))$`,
);

export const REGIONS = new Set(
  "関西 関東 東北 九州 中部 北陸 四国 中国 東海 近畿 首都圏 東日本 西日本 北関東 南関東 北海道 沖縄 信越 甲信越 山陰 山陽 北九州 第一 第二 第三 中央 城南 城北 城東 城西 横浜 神戸 梅田 難波 新宿 渋谷 池袋 品川 銀座 丸の内 日本橋 博多 天神 栄 名駅 三宮 心斎橋 なんば 上野 秋葉原 神田 立川 八王子 大宮 浦和 川崎 多摩 湘南".split(
    " ",
  ),
);
