import { readingKey } from "./reading-key.ts";

/** How words of trade are read: enough to tell which kana name a kanji name cannot be. */
const READINGS = `工業 コウギョウ 興業 コウギョウ 鉱業 コウギョウ 工務店 コウムテン 工芸 コウゲイ 商事 ショウジ 商会 ショウカイ 商店 ショウテン 商工 ショウコウ 産業 サンギョウ 物産 ブッサン
興産 コウサン 水産 スイサン 製作所 セイサクショ 製作所 セイサクジョ 製薬 セイヤク 製菓 セイカ 製鋼 セイコウ 製鉄 セイテツ 製紙 セイシ 製麺 セイメン 製茶 セイチャ 製パン セイパン 建設 ケンセツ
建築 ケンチク 建材 ケンザイ 建工 ケンコウ 土建 ドケン 住建 ジュウケン 住宅 ジュウタク 住設 ジュウセツ 設備 セツビ 設計 セッケイ 塗装 トソウ 内装 ナイソウ 造園 ゾウエン 造船 ゾウセン 測量 ソクリョウ
電機 デンキ 電気 デンキ 電器 デンキ 電工 デンコウ 電設 デンセツ 電子 デンシ 電業 デンギョウ 電力 デンリョク 通信 ツウシン 通商 ツウショウ 通運 ツウウン 交通 コウツウ 観光 カンコウ 精機 セイキ 精工 セイコウ
機械 キカイ 機工 キコウ 金属 キンゾク 金物 カナモノ 鋼業 コウギョウ 鋼材 コウザイ 鉄工 テッコウ 鉄工所 テッコウショ 鉄工所 テッコウジョ 鉄鋼 テッコウ 鉄道 テツドウ 化学 カガク 化成 カセイ 化工 カコウ
薬品 ヤクヒン 薬局 ヤッキョク 樹脂 ジュシ 繊維 センイ 紡績 ボウセキ 被服 ヒフク 木材 モクザイ 木工 モッコウ 農園 ノウエン 食品 ショクヒン 酒造 シュゾウ 酒店 サケテン 青果 セイカ 印刷 インサツ 印刷所 インサツショ
紙業 シギョウ 紙工 シコウ 出版 シュッパン 書店 ショテン 石油 セキユ 石材 セキザイ 燃料 ネンリョウ 環境 カンキョウ 開発 カイハツ 自動車 ジドウシャ 警備 ケイビ 証券 ショウケン 銀行 ギンコウ 医院 イイン
病院 ビョウイン 歯科 シカ 眼科 ガンカ 内科 ナイカ 薬房 ヤクボウ 美容室 ビヨウシツ 家具 カグ 運輸 ウンユ 運送 ウンソウ 倉庫 ソウコ 組 グミ 組 クミ 堂 ドウ 屋 ヤ`;

const BY_WORD = readPairs();

/** The readings of a word of trade without long vowels, or null when it is not known. */
export function looseReadingsOf(word: string): readonly string[] | null {
  return BY_WORD.get(word) ?? null;
}

function readPairs(): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const [, word, kana] of READINGS.matchAll(/(\S+)\s+(\S+)/g)) {
    const { loose } = readingKey(kana!)!;
    pairs.set(word!, [...(pairs.get(word!) ?? []), loose]);
  }
  return pairs;
}
