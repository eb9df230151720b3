import { foldText } from "../japanese/index.ts";
import { isWithin } from "./edit.ts";

/**
 * Words of trade at the end of company names, as they fold. Two names that differ in one of them are two companies
 * (工業 and 興業), and a name that only lacks one may be the other's short name.
 */
const TRADES = `工業 興業 鉱業 工務 工務店 工芸 工房 工機 工営 工作所 工場 工事 工房 工学 工材 興産 興行 興発
商事 商会 商店 商工 商社 商業 商行 商船 商品 産業 物産 農産 水産 畜産 林産 殖産 鉱産 製作所 製造 製造所 製作 製薬 製菓 製鋼 製鉄 製紙 製麺 製茶 製粉 製糖 製材 製材所 製本 製版 製パン製罐 製缶 製油
建設 建築 建材 建工 建装 建機 建業 建具 土建 土木 住建 住宅 住設 住研 設備 設計 設計室 塗装 塗料 内装 防水 造園 造船 測量 解体 左官 瓦工業
電機 電気 電器 電工 電設 電子 電装 電業 電力 電化 電産 電材 通信 通商 通運 交通 観光 旅行 旅館 精機 精工 精密 機工 機械 機器 機材 器械 計器 計測 金属 金物 金型 鋼業 鋼材 鋼管 鉄工 鉄工所 鉄鋼 鉄筋 鉄道 鋳造 鍛造 鍛工 合金 軽金属 非鉄
化学 化成 化工 薬品 薬局 薬業 薬房 樹脂 合成 塗工 硝子 ガラス ゴム 繊維 紡績 紡織 織物 染色 染工 縫製 被服 衣料 服飾 皮革 木材 木工 林業 農業 農園 牧場 漁業 食品 食糧 食料 飲料 酒造 酒店 酒販 醸造 青果 精肉 鮮魚 米穀 製茶 茶舗 菓子 菓舗 料理 印刷 印刷所 紙業 紙工 紙器 出版 書店 書房 新聞 新聞社 広告 広告社 企画 映像 映画 放送 文具
石油 石材 石炭 砕石 砂利 燃料 瓦斯 ガス 水道 水処理 環境 清掃 資源 資材 商材 開発 技研 技術 研究所 総研 総業 総合 実業 事業 自動車 自工 車輌 車体 輪業 タクシー バス 警備 保証 保険 証券 信託 銀行 信用 金融 信販 医院 病院 歯科 眼科 内科 外科 クリニック 診療所 介護 介護センター 福祉 福祉会 保育園 幼稚園 学園 学院 塾 美容 美容室 理容 葬祭 葬儀 写真 写真館 時計 時計店 宝石 眼鏡 家具 家電 百貨店 貿易 園芸 畳店 靴店 花店 呉服店 洋品店 そば店 豆腐店 珈琲店 電器店 理容店 美容院 接骨院 整骨院 皮膚科 小児科 整形外科 耳鼻科 産婦人科 動物病院 会計 会計事務所 法律事務所 保険事務所 設計事務所 建築設計 自動車整備 屋 堂 組 社 館 園 店 荘 庵`;

/** What a company founds for a part of its work: a company of its own. So are those of `ENDINGS`. */
const ARMS = `販売 販社 物流 運輸 運送 倉庫 流通 輸送 配送 陸運 海運 港運 サービス リース ファイナンス クレジット キャピタル ロジスティクス ロジスティックス ロジ 地所 プロパティ プロパティズ ホールディングス ホールディング hd hds グループ グループ本社 システムサービス ジャパン アセットマネジメント アセット マネジメント メンテナンス メンテ ビジネスサービス ビジネスサポート ビルサービス スタッフ スタッフサービス 情報システム 情報サービス 情報 保険サービス 総合サービス 健康保険組合 健保組合 労働組合 従業員組合 共済会 互助会 持株会 従業員持株会 社員持株会 企業年金 企業年金基金 厚生年金基金 協力会 安全協力会 代理店会 後援会 同窓会 親睦会 財団 投資顧問 ファンド holdings group service services logistics japan leasing 東京 大阪 名古屋 福岡 札幌 仙台 広島 横浜 神戸 京都 埼玉 千葉 静岡 新潟 北海道 東北 関東 中部 東海 北陸 関西 近畿 中国 四国 九州 沖縄 東日本 西日本 アメリカ アジア`;

/** Arms that as many companies end in from the start: a short name leaves them off. 販売 and 物流 are none of these. */
const ENDINGS = `エンジニアリング エンジ システム システムズ ソリューションズ ソリューション ネットワーク ネットワークス ネット テクノ テクノロジー テクノロジーズ テクノス トレーディング トレード インターナショナル パートナーズ コンサルティング ヒューマン キャリア アカデミー エステート ハウジング ハウス 不動産 ホーム リフォーム フーズ フード ストア マート メディカル ケア ライフ カンパニー プランニング クリエイト デザイン ラボ labo メディア エナジー エネルギー パワー テック systems trading international engineering`;

const words = (list: string) =>
  new Set(
    list
      .split(/\s+/)
      .map(foldText)
      .filter((word) => word !== ""),
  );

const TRADE_WORDS: ReadonlySet<string> = words(TRADES);
const ENDING_WORDS: ReadonlySet<string> = words(ENDINGS);
const ARM_WORDS: ReadonlySet<string> = new Set([...words(ARMS), ...ENDING_WORDS]);
const LONGEST_ARM = 12;
/** Arms only of a name that is whole without them: 三和電機商事 and トラストリース商事, but not 三和商事. */
const SECOND_TRADES: ReadonlySet<string> = words(
  "商事 商会 興産 産業 保険 証券 建設 開発 電力 観光 警備 印刷",
);

export function isTrade(word: string): boolean {
  return TRADE_WORDS.has(word);
}

/** True when `word` behind the name `base` makes it another company of the same house. */
export function isArm(base: string, word: string): boolean {
  return ARM_WORDS.has(word) || (SECOND_TRADES.has(word) && isWhole(base));
}

/** True where a word of an arm may as well be the end of a company's own name. */
export function isArmOrEnding(word: string): boolean {
  return ENDING_WORDS.has(word);
}

/** The word of trade or of an arm at the end of a folded name, or "". */
export function lastWordOf(name: string): string {
  return longestTail(name, (tail) => ARM_WORDS.has(tail) || TRADE_WORDS.has(tail));
}

function longestTail(name: string, isWord: (tail: string) => boolean): string {
  for (let length = Math.min(LONGEST_ARM, name.length - 2); length >= 2; length--) {
    const tail = name.slice(-length);
    if (isWord(tail)) return tail;
  }
  return "";
}

/** 三和電機物流 and 三和電機リース: two arms of one house. ロジスティクス and ロジスティックス are one. */
export function areTwoArms(a: string, b: string, shared: number): boolean {
  for (let from = shared; from >= 2 && from > shared - 3; from--) {
    const base = a.slice(0, from);
    const [one, two] = [a.slice(from), b.slice(from)];
    if (isArm(base, one) && isArm(base, two)) return !isWithin(one, two, 1);
  }
  return false;
}

function isWhole(name: string): boolean {
  return (
    WITHOUT_KANJI.test(name) ||
    tradeOf(name) !== "" ||
    longestTail(name, (tail) => ARM_WORDS.has(tail)) !== ""
  );
}

/** Of so many kana or Latin letters nobody leaves a 商事 off: ビジョンモータース and ビジョンモータース商事. */
const WITHOUT_KANJI = /^[ぁ-ゖa-z0-9]{6,}$/;

/** Spellings of one trade that people mix while typing; a way to reach them decides. */
const MIXED = [words("電機 電気 電器"), words("商店 商会"), words("製作所 製造所"), words("美容室 美容院")];

/** True when two words of trade name two trades. */
export function areRivals(a: string, b: string): boolean {
  if (a.endsWith(b) || b.endsWith(a) || !TRADE_WORDS.has(a) || !TRADE_WORDS.has(b)) return false;
  return !MIXED.some((family) => family.has(a) && family.has(b));
}

/** Letters that tell one house from its neighbour: 東 and 西, 第一 and 第二, 大 and 小. */
const TELLING = [
  "東西南北",
  "上下中",
  "大小",
  "新旧元",
  "一二三四五六七八九十",
  "前後",
  "左右",
  "春夏秋冬",
  "甲乙丙丁",
  "男女",
];

export function areOpposites(a: string, b: string): boolean {
  return TELLING.some((family) => family.includes(a) && family.includes(b));
}

/** The word of trade at the end of a folded name, the longest there is, or "". */
export function tradeOf(key: string): string {
  for (let length = Math.min(5, key.length - 1); length >= 1; length--) {
    const tail = key.slice(-length);
    if (TRADE_WORDS.has(tail)) return tail;
  }
  return "";
}
