import { foldText } from "./fold.ts";

/** Words that end a Japanese company's name and are left off in speech (丸八金属 → 丸八), each with its reading. */
const TRADES = `
商事しょうじ 商会しょうかい 商店しょうてん 商社しょうしゃ 物産ぶっさん 産業さんぎょう 工業こうぎょう 興業こうぎょう 興産こうさん 鉱業こうぎょう 実業じつぎょう 金属きんぞく 鉄工てっこう
鉄工所てっこうじょ 鋼業こうぎょう 鋼材こうざい 製作所せいさくしょ 製作せいさく 製鋼せいこう 製鉄せいてつ 製造せいぞう 製薬せいやく 製菓せいか 製紙せいし 製材せいざい 製粉せいふん 工務店こうむてん 工作所こうさくしょ 工作こうさく 工機こうき 工房こうぼう 工芸こうげい 工場こうじょう 組くみ
建設けんせつ 建材けんざい 建築けんちく 土建どけん 設備せつび 設計せっけい 電機でんき 電気でんき 電工でんこう 電子でんし 電設でんせつ 電業でんぎょう 機械きかい 機工きこう 機器きき 機電きでん 精機せいき 精工せいこう 精密せいみつ 重工じゅうこう 重機じゅうき
化学かがく 化成かせい 化工かこう 薬品やくひん 薬局やっきょく 食品しょくひん 食糧しょくりょう 水産すいさん 青果せいか 酒造しゅぞう 醸造じょうぞう 飲料いんりょう 運輸うんゆ 運送うんそう 輸送ゆそう 物流ぶつりゅう 倉庫そうこ 海運かいうん 陸運りくうん 通運つううん 交通こうつう 観光かんこう 自動車じどうしゃ 車輌しゃりょう
印刷いんさつ 出版しゅっぱん 新聞しんぶん 紙業しぎょう 樹脂じゅし 硝子がらす 繊維せんい 紡績ぼうせき 織物おりもの 服飾ふくしょく 木材もくざい 林業りんぎょう 農園のうえん 農機のうき 石油せきゆ 石材せきざい 燃料ねんりょう 瓦斯がす 不動産ふどうさん 住宅じゅうたく 住建じゅうけん 地所じしょ 開発かいはつ 技研ぎけん 技術ぎじゅつ 研究所けんきゅうしょ 総業そうぎょう 総合そうごう 通商つうしょう 貿易ぼうえき 通信つうしん 情報じょうほう 計器けいき 計測けいそく 測器そっき 医療いりょう 医院いいん 病院びょういん 歯科しか 学園がくえん 旅館りょかん 酒店さけてん 米穀べいこく 塗装とそう 塗料とりょう 造園ぞうえん 造船ぞうせん 環境かんきょう 警備けいび 銀行ぎんこう 信用金庫しんようきんこ 信金しんきん 証券しょうけん 保険ほけん 販売はんばい
プラントぷらんと システムしすてむ システムズしすてむず サービスさーびす テックてっく テクノてくの フーズふーず ホームほーむ ハウスはうす ホールディングスほーるでぃんぐす エンジニアリングえんじにありんぐ コーポレーションこーぽれーしょん インダストリーいんだすとりー トレーディングとれーでぃんぐ グループぐるーぷ ジャパンじゃぱん 企画きかく 堂どう 屋や
`;

const SURNAMES = `
佐藤さとう 鈴木すずき 高橋たかはし 田中たなか 伊藤いとう 渡辺わたなべ 山本やまもと 中村なかむら 小林こばやし 加藤かとう 吉田よしだ 山田やまだ 佐々木ささき 山口やまぐち 松本まつもと 井上いのうえ 木村きむら 林はやし 斎藤さいとう 清水しみず 山崎やまざき 森もり 池田いけだ 橋本はしもと 阿部あべ 石川いしかわ 山下やました 中島なかじま 石井いしい 小川おがわ 前田まえだ 岡田おかだ 長谷川はせがわ 藤田ふじた 後藤ごとう 近藤こんどう 村上むらかみ 遠藤えんどう 青木あおき 坂本さかもと 福田ふくだ 太田おおた 西村にしむら 藤井ふじい 金子かねこ 岡本おかもと 藤原ふじわら 中野なかの 三浦みうら 原田はらだ 中川なかがわ 松田まつだ 竹内たけうち 小野おの 田村たむら 中山なかやま 和田わだ 石田いしだ 森田もりた 上田うえだ 原はら 内田うちだ 柴田しばた 酒井さかい 宮崎みやざき 横山よこやま 高木たかぎ 安藤あんどう 宮本みやもと 大野おおの 小島こじま 谷口たにぐち 今井いまい 工藤くどう 高田たかだ 増田ますだ 丸山まるやま 杉山すぎやま 村田むらた 大塚おおつか 新井あらい 小山こやま 平野ひらの 藤本ふじもと 河野こうの 上野うえの 野口のぐち 武田たけだ 松井まつい 千葉ちば 菅原すがわら 岩崎いわさき 久保くぼ 木下きのした 佐野さの 野村のむら 松尾まつお 市川いちかわ 菊地きくち 杉本すぎもと 古川ふるかわ 大西おおにし 島田しまだ 水野みずの 桜井さくらい 高野たかの 渡部わたべ 吉川よしかわ 山内やまうち 西田にしだ 飯田いいだ 菊池きくち 西川にしかわ 小松こまつ 北村きたむら 安田やすだ 五十嵐いがらし 川口かわぐち 平田ひらた 関せき 中田なかた 久保田くぼた 服部はっとり 東ひがし 岩田いわた 土屋つちや 川崎かわさき 福島ふくしま 本田ほんだ 辻つじ 樋口ひぐち 秋山あきやま 田口たぐち 永井ながい 中西なかにし 吉村よしむら 川上かわかみ 石原いしはら 大橋おおはし 松岡まつおか 馬場ばば 浜田はまだ 森本もりもと 星野ほしの 矢野やの 浅野あさの 大島おおしま 松下まつした 吉岡よしおか 小池こいけ 野田のだ 荒木あらき 熊谷くまがい 松浦まつうら 大谷おおたに 内藤ないとう 黒田くろだ 尾崎おざき 川村かわむら 永田ながた 望月もちづき 堀ほり 松村まつむら 田辺たなべ 荒井あらい 菅野かんの 平井ひらい 大久保おおくぼ 早川はやかわ 西山にしやま 白石しらいし 岩本いわもと 片山かたやま 須藤すどう 小沢おざわ 横田よこた 大川おおかわ 棚橋たなはし 堀内ほりうち 小田おだ 三宅みやけ 成田なりた
`;

const STEMS = `
三和さんわ 丸八まるはち 丸まる 北陸ほくりく 東海とうかい 東洋とうよう 東亜とうあ 東和とうわ 東京とうきょう 東邦とうほう 大阪おおさか 大和やまと 大同だいどう 大成たいせい 大東だいとう 関東かんとう 関西かんさい 中部ちゅうぶ 中央ちゅうおう 中日ちゅうにち 九州きゅうしゅう 四国しこく 北海道ほっかいどう 東北とうほく 近畿きんき 日本にほん 日東にっとう 日新にっしん 日進にっしん 日興にっこう 日立ひたち 朝日あさひ 旭あさひ 富士ふじ 三共さんきょう 三協さんきょう 三洋さんよう 三栄さんえい 三光さんこう 三友さんゆう 三井みつい 三菱みつびし 住友すみとも 共栄きょうえい 共和きょうわ 協和きょうわ 協立きょうりつ 昭和しょうわ 明和めいわ 明治めいじ 大正たいしょう 平和へいわ 光ひかり 光栄こうえい 栄光えいこう 新栄しんえい 新和しんわ 新日本しんにほん 信和しんわ 信越しんえつ 神戸こうべ 京都きょうと 名古屋なごや 横浜よこはま 港みなと 太陽たいよう 太平洋たいへいよう 双葉ふたば 双和そうわ 千代田ちよだ 第一だいいち 第二だいに 帝国ていこく 国際こくさい 瀬戸内せとうち 山陽さんよう 山陰さんいん 北越ほくえつ 丸三まるさん 丸一まるいち 丸五まるご 丸正まるしょう 丸和まるわ 丸善まるぜん 丸紅まるべに 丸山まるやま 山一やまいち 大丸だいまる 金剛こんごう 松竹しょうちく 桜さくら 若葉わかば 誠和せいわ 正和しょうわ 清和せいわ 豊田とよた 豊和ほうわ 八幡やはた
`;

const TRADE_PAIRS = pairs(TRADES);
const ALL_PAIRS = [...TRADE_PAIRS, ...pairs(SURNAMES), ...pairs(STEMS)];
const READINGS = readingTable();
const TRADE_KEYS = new Set(
  TRADE_PAIRS.flatMap(([word, reading]) => [foldText(word), foldText(reading)]).filter(
    (key) => key.length >= 2,
  ),
);
const LONGEST_TRADE = Math.max(...[...TRADE_KEYS].map((key) => key.length));
const SURNAME_KEYS = new Set(pairs(SURNAMES).map(([word]) => foldText(word)));

/**
 * How a name written in kanji is probably read, as a folded key; null when a part of it is unknown.
 * A guess for dictated lines only: a reading from the ledger always comes first.
 */
export function guessReading(key: string): string | null {
  let reading = "";
  for (let at = 0; at < key.length; ) {
    const step = longestReading(key, at);
    if (step) {
      reading += step.reading;
      at += step.length;
    } else if (/[ぁ-んa-z0-9]/.test(key[at]!)) {
      reading += key[at++]!;
    } else return null;
  }
  return reading === key ? null : reading;
}

/**
 * How the beginning of a folded name in kanji is probably read, as far as its words are known: たなか for 田中鋲螺; "" when
 * the first word is not known. For finding a customer whose reading nobody typed.
 */
export function readBeginning(key: string): string {
  let reading = "";
  for (let at = 0; at < key.length; ) {
    const step = longestReading(key, at);
    if (!step) break;
    reading += step.reading;
    at += step.length;
  }
  return reading;
}

/** The reading of the first word of a folded key; "" when it is not known. For sifting only. */
export function looseReading(key: string): string {
  const step = longestReading(key, 0);
  return step ? step.reading : "";
}

/** The shorter names a folded company key goes by when its last words are left off, longest first. */
export function shortKeys(key: string): string[] {
  const shorter: string[] = [];
  let rest = key;
  for (let cut = tradeAtEnd(rest); cut; cut = tradeAtEnd(rest)) {
    rest = rest.slice(0, -cut.length);
    if (rest.length < 2) break;
    shorter.push(rest);
  }
  return shorter;
}

/** True when the folded text goes on with a word of trade: 丸八|金属 is another company than 丸八. */
export function startsWithTrade(folded: string): boolean {
  if (!/^[一-龠]/.test(folded)) return false;
  for (let length = 2; length <= 4; length++) if (TRADE_KEYS.has(folded.slice(0, length))) return true;
  return false;
}

/** True for the folded spelling of a common family name. */
export function isSurname(key: string): boolean {
  return SURNAME_KEYS.has(key);
}

/** The longest common family name the folded text starts with, or null. */
export function surnameAtStart(folded: string): string | null {
  for (let length = Math.min(3, folded.length); length > 0; length--) {
    if (SURNAME_KEYS.has(folded.slice(0, length))) return folded.slice(0, length);
  }
  return null;
}

function tradeAtEnd(key: string): string | undefined {
  for (let length = Math.min(LONGEST_TRADE, key.length - 1); length >= 2; length--) {
    const end = key.slice(-length);
    if (TRADE_KEYS.has(end)) return end;
  }
  return undefined;
}

function longestReading(key: string, at: number): { reading: string; length: number } | null {
  for (let length = Math.min(6, key.length - at); length > 0; length--) {
    const reading = READINGS.get(key.slice(at, at + length));
    if (reading) return { reading, length };
  }
  return null;
}

function readingTable(): Map<string, string> {
  const table = new Map<string, string>();
  for (const [word, reading] of ALL_PAIRS) {
    const key = foldText(word);
    if (!table.has(key)) table.set(key, foldText(reading));
  }
  return table;
}

function pairs(list: string): [string, string][] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const split = /^([一-龠々ァ-ヶー]+)([ぁ-んー]+)$/u.exec(entry)!;
      return [split[1]!, split[2]!];
    });
}
