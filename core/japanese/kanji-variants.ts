/**
 * Families of kanji that people mix when they write the same name: the class first, then its other spellings.
 * Sources: the old forms (旧字体) beside the 常用漢字表 and 人名用漢字表, and the variants of family registers that
 * Windows can type (髙 﨑 𠮷). What NFKC already joins (神 塚 祐 …) is not repeated. The class is a key for comparing,
 * never a spelling to show. 斉 and 斎 were two words once, but nobody's ledger keeps them apart.
 */
const FAMILIES = `
亜亞 悪惡 圧壓 囲圍 医醫 為爲 壱壹弌 稲稻 飲飮 隠隱 営營 栄榮荣 衛衞 駅驛 悦悅 円圓 塩鹽 縁緣 艶艷 応應 欧歐 殴毆
桜櫻 奥奧 横橫 温溫 穏穩 仮假 価價 画畫 会會 壊壞 懐懷 絵繪 概槪 拡擴 殻殼 覚覺 学學斈 岳嶽 楽樂 缶罐 巻卷 勧勸 寛寬 歓歡 観觀 関關 陥陷
館舘 顔顏 既旣 帰歸 気氣 亀龜 偽僞 戯戲 犠犧 旧舊 拠據 挙擧 虚虛 峡峽 挟挾 教敎 強强 狭狹 郷鄕鄊 尭堯 暁曉 区區 駆驅 勲勳勛 薫薰 径徑
恵惠 掲揭 携攜 渓溪谿 経經 継繼 茎莖 蛍螢 軽輕 鶏鷄雞 芸藝 撃擊 欠缺 倹儉 剣劍劔釼剱劒 圏圈 検檢 権權 献獻 県縣 戸戶 村邨 婿壻 研硏 険險 顕顯 験驗 厳嚴
効效 広廣 恒恆 鉱鑛 黄黃 号號 国國圀囯 黒黑 済濟 砕碎 斉斎齋齊斊 剤劑 雑雜 参參 惨慘 桟棧 蚕蠶 賛贊 残殘 糸絲 歯齒 児兒 辞辭 湿濕 実實 舎舍
写寫 釈釋 寿壽夀 収收 従從 渋澁澀 獣獸 縦縱 粛肅 処處 叙敍敘 奨獎 将將 渉涉 焼燒 称稱 証證 条條 状狀 乗乘 浄淨 剰剩 畳疊 縄繩 壌壤 嬢孃
譲讓 醸釀 嘱囑 触觸 寝寢 慎愼 晋晉 真眞 尽盡 図圖 粋粹 酔醉 穂穗 随隨 髄髓 数數 枢樞 瀬瀨 清淸 静靜 青靑 税稅 摂攝 説說 絶絕 専專 戦戰 浅淺
潜潛 繊纖 践踐 銭錢 禅禪 曽曾 双雙 壮壯 捜搜 挿插 巣巢 争爭 総總 聡聰 荘莊 装裝 騒騷 増增 蔵藏 臓臟 即卽 属屬 続續 堕墮 体體軆 対對 帯帶 滞滯
台臺 滝瀧 択擇 沢澤 単單 担擔 胆膽 団團 弾彈 断斷 痴癡 遅遲 昼晝 虫蟲 鋳鑄 庁廳 徴徵 聴聽 勅敕 鎮鎭 逓遞 鉄鐵銕鐡 転轉 点點 伝傳 党黨 盗盜
灯燈 当當 闘鬪 徳德悳 独獨 読讀 届屆 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 晩晚 蛮蠻 秘祕 浜濱濵 瓶甁 払拂 仏佛 併倂 並竝
変變 辺邊邉 弁辨瓣辯 舗舖 歩步 宝寶寳 豊豐 翻飜 毎每 万萬 満滿 麺麵 黙默 弥彌 訳譯 薬藥 与與 予豫 余餘 誉譽 揺搖 様樣 謡謠 来來 頼賴
乱亂 覧覽 竜龍 両兩 猟獵 緑綠 涙淚 塁壘 励勵 礼禮 隷隸 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 楼樓 郎郞 録錄 湾灣
高髙 崎﨑碕嵜 吉𠮷 橋槗𣘺 富冨 島嶋嶌 峰峯 桑桒 柳栁 柏栢 檜桧 土圡 角⻆ 船舩 杉杦 松枩柗 梅楳 猪豬 禄祿 秋穐龝 穣穰 喜㐂 昇曻
凛凜 涼凉 熙煕凞 遥遙 瑶瑤 槙槇 枡桝 鯵鰺 淵渕渊 鶴靏靍 侠俠 頬頰 鴎鷗 麹麴 涛濤 祷禱 薮藪籔 蝋蠟 諌諫 砺礪 蛎蠣 蕊蘂蕋 壷壺 曳曵
籠篭 莱萊 蓑簑 芦蘆 竈竃 蔣蒋 儘侭 頸頚 鹸鹼 噛嚙 嚢囊 填塡 屏屛 并幷 掴摑 痩瘦 箪簞 繍繡 繋繫 蝉蟬 醤醬 醗醱 顛顚 騨驒 祢禰 彦彥 産產 姫姬 巌巖
野埜 亘亙 倶俱 焔焰 溌潑 涜瀆 穎頴 靭靱 戻戾 隣鄰 鈎鉤 鑑鑒 剥剝 呑吞 嘘噓 叱𠮟 撹攪 潅灌 讃讚 閲閱 鋭銳 脱脫 遥遙 珎珍
娯娛 呉吳 録錄 内內 兎兔莵 冊册 刊刋 勅敕 鍬鍫 嵯嵳 皐皋
`;

/** A spelling (one code point) to its class. Characters that are their own class are absent. */
export const KANJI_CLASS: ReadonlyMap<string, string> = readFamilies();

/** Rewrites every kanji to its class: "渡邉﨑" → "渡辺崎". Variation selectors stay; foldText drops them. */
export function modernKanji(text: string): string {
  let modern = "";
  for (const char of text.normalize("NFC")) modern += KANJI_CLASS.get(char) ?? char;
  return modern;
}

function readFamilies(): Map<string, string> {
  const classes = new Map<string, string>();
  for (const family of FAMILIES.trim().split(/\s+/)) {
    const [first, ...others] = family.normalize("NFKC");
    for (const other of others) {
      if (first !== undefined && other !== first && !classes.has(other)) classes.set(other, first);
    }
  }
  return classes;
}
