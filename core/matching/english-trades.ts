import { foldText } from "../japanese/index.ts";

/** Words of trade as companies write them in English, each with what it may stand for at the end of the Japanese name. */
const TRADES = `
industry 工業 産業 | industries 工業 産業 興業 | industrial 工業 産業 | manufacturing 製作所 製造 製造所 工業 | mfg 製作所 製造 | works 製作所 工作所 | factory 製作所 工場 | production 製作 企画 | products 製作所 化成 製品
construction 建設 工務店 建築 組 土木 | builders 建設 工務店 建築 | building 建設 建築 ビル | corporation 商事 工業 産業 | civil 土木 建設 | engineering 工業 技研 工務 設備 機工 | architects 設計 建築設計 設計事務所 | architect 設計 建築設計 設計事務所 | design 設計 | planning 企画 | survey 測量
electric 電機 電気 電工 電器 電設 | electrical 電機 電気 電工 電設 | electronics 電子 電機 | electronic 電子 | precision 精機 精密 精工 | machinery 機械 機工 | machine 機械 製作所 | machineries 機械 | tool 工具 機工 | tools 工具 | instruments 計器 計測 楽器 | equipment 設備 機器
steel 鋼業 製鋼 鋼材 鉄鋼 | iron 鉄工 鉄工所 | ironworks 鉄工所 鉄工 | ironwork 鉄工 鉄工所 | metal 金属 | metals 金属 | casting 鋳造 | foundry 鋳造 鋳造所 | forging 鍛造 | mold 金型 | mould 金型 | die 金型 | mining 鉱業 | cement セメント
chemical 化学 化成 化工 薬品 | chemicals 化学 化成 薬品 | chemistry 化学 | paint 塗料 塗装 | painting 塗装 | plastics 樹脂 化成 | plastic 樹脂 | resin 樹脂 | rubber ゴム | glass 硝子 ガラス | pharmaceutical 製薬 薬品 | pharmaceuticals 製薬 薬品 | pharma 製薬 薬品 | drug 薬品 薬局 | pharmacy 薬局 薬品
foods 食品 フーズ | food 食品 | fisheries 水産 漁業 | fishery 水産 漁業 | marine 水産 海運 | brewery 酒造 醸造 | brewing 酒造 醸造 | sake 酒造 酒店 | liquor 酒店 酒販 酒類 | confectionery 製菓 菓子 | bakery 製パン | flour 製粉 | milling 製粉 | rice 米穀 | tea 製茶 茶舗 | farm 農園 農場 | farms 農園 | agriculture 農業 | dairy 乳業 牧場 | ranch 牧場 | meat 精肉 ミート | garden 造園 | landscape 造園
trading 商事 貿易 物産 通商 交易 | trade 貿易 商事 通商 | commerce 商事 商会 | shoji 商事 | store 商店 | shop 商店 | sales 販売 | bookstore 書店 | books 書店 書房 | watch 時計店 時計 | optical 眼鏡 光学 | shoes 靴店 | furniture 家具 | stationery 文具
transport 運輸 運送 輸送 | transportation 運輸 運送 交通 | express 運輸 運送 急便 | logistics 物流 運輸 運送 倉庫 | warehouse 倉庫 | warehousing 倉庫 | shipping 海運 商船 船舶 | motors 自動車 | motor 自動車 | automobile 自動車 | auto 自動車 | autoservice 自動車整備 自動車 | coffee 珈琲 珈琲店 | tofu 豆腐店 | flower 花店 生花店 | taxi タクシー 交通 | bus バス 交通 | railway 鉄道 電鉄 | travel 観光 旅行 旅行社 | tourist 観光 | tourism 観光 | hotel ホテル | inn 旅館
realty 不動産 地所 | realestate 不動産 地所 | estate 不動産 地所 | land 地所 不動産 土地 | housing 住宅 住建 | house 住宅 | development 開発 | lumber 木材 製材 材木店 | timber 木材 林業 | wood 木材 木工 | sawmill 製材 製材所 | woodwork 木工 | forestry 林業 | stone 石材
textile 繊維 紡績 織物 | textiles 繊維 織物 | spinning 紡績 | weaving 織物 | dyeing 染色 染工 | apparel 被服 衣料 縫製 | garment 被服 縫製 | paper 製紙 紙業 紙工 | printing 印刷 印刷所 | print 印刷 | publishing 出版 出版社 | newspaper 新聞 新聞社 | advertising 広告 広告社 | photo 写真 写真館
oil 石油 | petroleum 石油 | gas 瓦斯 ガス | fuel 燃料 | power 電力 | energy エネルギー | water 水道 | environment 環境 | environmental 環境 | cleaning 清掃 クリーニング | recycling 資源 | security 警備 警備保障 | insurance 保険 保険事務所 | bank 銀行 | securities 証券 | accounting 会計 会計事務所 | law 法律事務所 | lawoffice 法律事務所
research 研究所 総研 | laboratory 研究所 | institute 研究所 総研 | school 学校 学院 塾 | academy 学院 | hospital 病院 医院 | clinic 医院 クリニック 診療所 | dental 歯科 歯科医院 歯科クリニック | dentist 歯科 歯科医院 | orthopedics 整形外科 | animalhospital 動物病院 | nursery 保育園 | care 介護 介護センター ケアセンター | beauty 美容 美容室 | hair 美容室 理容店 | barber 理容店 理容 | telecom 通信 | communications 通信 | information 情報 | systems システム
`;

const BY_WORD: ReadonlyMap<string, readonly string[]> = new Map(
  TRADES.split(/[|\n]/)
    .map((entry) => entry.trim().split(/\s+/))
    .filter((words) => words.length > 1)
    .map(([english, ...japanese]) => [english!, japanese.map(foldText)]),
);

/** What a folded English word of trade may stand for. */
export function tradesOf(word: string): readonly string[] {
  return BY_WORD.get(word) ?? [];
}

/** A folded Latin name parted into its stem and the Japanese words its last word may stand for; null when it ends in no trade. */
export function partEnglishTrade(key: string): { stem: string; trades: readonly string[] } | null {
  for (let at = 2; at <= key.length - 3; at++) {
    const trades = BY_WORD.get(key.slice(at));
    if (trades) return { stem: key.slice(0, at), trades };
  }
  return null;
}
