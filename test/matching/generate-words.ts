/** What the generator of lists makes companies of. Every reading is as a フリガナ column has it. */
export const STEMS =
  `三和 サンワ 東亜 トウア 大和 ダイワ 中央 チュウオウ 日新 ニッシン 共栄 キョウエイ 高橋 タカハシ 渡辺 ワタナベ 山崎 ヤマザキ 斉藤 サイトウ 浜田 ハマダ
広瀬 ヒロセ 桜井 サクライ 松本 マツモト 中村 ナカムラ 小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 佐々木 ササキ 山口 ヤマグチ 清水 シミズ 森下 モリシタ 阿部 アベ 池田 イケダ
橋本 ハシモト 石川 イシカワ 前田 マエダ 藤田 フジタ 岡田 オカダ 長谷川 ハセガワ 村上 ムラカミ 近藤 コンドウ 石井 イシイ 坂本 サカモト 遠藤 エンドウ 青木 アオキ 藤井 フジイ
西村 ニシムラ 福田 フクダ 太田 オオタ 三浦 ミウラ 岡本 オカモト 松田 マツダ 中川 ナカガワ 中野 ナカノ 原田 ハラダ 小野 オノ 田村 タムラ 竹内 タケウチ 金子 カネコ 和田 ワダ
北斗 ホクト 昭和 ショウワ 富士 フジ 協和 キョウワ 旭光 キョッコウ 瑞穂 ミズホ 豊栄 ホウエイ 恵比寿 エビス 丸八 マルハチ 丸善 マルゼン 栄光 エイコウ 光陽 コウヨウ 新星 シンセイ 双葉 フタバ`
    .split(/\s+/)
    .reduce<[string, string][]>(inPairs, []);

export const TRADES =
  `工業 コウギョウ 電機 デンキ 商事 ショウジ 建設 ケンセツ 製作所 セイサクショ 産業 サンギョウ 食品 ショクヒン 印刷 インサツ 化学 カガク 設備 セツビ
商店 ショウテン 金属 キンゾク 精機 セイキ 紙業 シギョウ 塗装 トソウ 工務店 コウムテン 鉄工所 テッコウショ 電子 デンシ`
    .split(/\s+/)
    .reduce<[string, string][]>(inPairs, []);

/** New kanji as families write them. */
export const OLD_KANJI: Readonly<Record<string, string>> = {
  高: "髙",
  辺: "邊",
  崎: "﨑",
  斉: "齋",
  浜: "濱",
  広: "廣",
  桜: "櫻",
  沢: "澤",
  栄: "榮",
  亜: "亞",
  豊: "豐",
  富: "冨",
  恵: "惠",
  双: "雙",
  鉄: "鐵",
};

export const PEOPLE =
  "山田太郎 佐藤花子 鈴木一郎 田中美咲 伊藤健太 木村直子 林大輔 井上真理 斎藤隆 松井恵 上田誠 大野由美".split(
    " ",
  );

export const CITIES = [
  { prefecture: "東京都", short: "東京", city: "千代田区", town: "神田錦町", postal: "101-0054", area: "3" },
  { prefecture: "東京都", short: "新宿", city: "新宿区", town: "西新宿", postal: "160-0023", area: "3" },
  { prefecture: "大阪府", short: "大阪", city: "大阪市北区", town: "梅田", postal: "530-0001", area: "6" },
  { prefecture: "愛知県", short: "名古屋", city: "名古屋市中区", town: "栄", postal: "460-0008", area: "52" },
  {
    prefecture: "福岡県",
    short: "福岡",
    city: "福岡市博多区",
    town: "博多駅前",
    postal: "812-0011",
    area: "92",
  },
  {
    prefecture: "北海道",
    short: "札幌",
    city: "札幌市中央区",
    town: "南一条西",
    postal: "060-0061",
    area: "11",
  },
  {
    prefecture: "宮城県",
    short: "仙台",
    city: "仙台市青葉区",
    town: "一番町",
    postal: "980-0811",
    area: "22",
  },
  { prefecture: "広島県", short: "広島", city: "広島市中区", town: "紙屋町", postal: "730-0031", area: "82" },
  { prefecture: "石川県", short: "金沢", city: "金沢市", town: "香林坊", postal: "920-0961", area: "76" },
  {
    prefecture: "静岡県",
    short: "浜松",
    city: "浜松市中央区",
    town: "鍛冶町",
    postal: "430-0933",
    area: "53",
  },
] as const;

function inPairs(pairs: [string, string][], word: string): [string, string][] {
  const last = pairs.at(-1);
  if (last && last[1] === "") last[1] = word;
  else pairs.push([word, ""]);
  return pairs;
}
