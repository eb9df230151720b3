import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface ListShape {
  rows: number;
  seed: number;
  /** Share of rows that are another spelling of an earlier one. */
  repeated?: number;
}

export const listHeader = [
  "得意先コード",
  "会社名",
  "フリガナ",
  "先方担当",
  "部署",
  "TEL",
  "携帯",
  "FAX",
  "メール",
  "〒",
  "住所",
  "営業担当",
  "取引開始日",
  "年間取引額（千円）",
  "備考",
  "請求締日",
];

/** A customer list as a company would export it, line by line; the same seed gives the same list. */
export function* listLines({ rows, seed, repeated = 0.06 }: ListShape): Generator<string> {
  const random = generator(seed);
  const earlier: string[][] = [];
  yield line(listHeader);
  for (let row = 0; row < rows; row++) {
    const first = earlier[Math.floor(random() * earlier.length)];
    const again = random() < repeated ? first : undefined;
    const cells = again ? respelled(again, random) : made(seed, row, random);
    // What may be repeated is a window over the list, which may be longer than memory.
    if (!again && earlier.length < 500) earlier.push(cells);
    else if (!again) earlier[row % 500] = cells;
    yield line(cells);
  }
}

/** Writes such a list to a file, a piece at a time. */
export async function writeList(path: string, shape: ListShape): Promise<void> {
  await pipeline(Readable.from(listLines(shape)), createWriteStream(path));
}

const heads =
  "青葉 旭 東 泉 大和 北斗 共栄 協和 三和 昭栄 新光 大成 太陽 中央 東洋 日進 富士 北陸 丸八 みどり 明和 山手 南海 西部 桜井 高砂 千代田 常盤 浪速 萩原 松尾 宮本 森永 若葉 和光 赤城 朝日 伊勢 岩崎 上田".split(
    " ",
  );
const middles =
  "精密 電機 化学 金属 食品 建材 紙業 運輸 印刷 物流 機工 硝子 繊維 塗装 測量 設備 製菓 製鋼 醸造 水産".split(
    " ",
  );
const tails = "工業 商事 産業 製作所 商会 興業 販売 技研 システム サービス".split(" ");
const families =
  "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 山崎".split(
    " ",
  );
const givens =
  "太郎 花子 一郎 次郎 健 誠 直樹 由美 恵子 陽子 大輔 翔太 美咲 拓也 智子 和也 裕子 修 隆 浩".split(" ");
const places = [
  ["100-0005", "東京都千代田区丸の内"],
  ["530-0001", "大阪府大阪市北区梅田"],
  ["460-0008", "愛知県名古屋市中区栄"],
  ["812-0011", "福岡県福岡市博多区博多駅前"],
  ["060-0001", "北海道札幌市中央区北一条西"],
  ["980-0021", "宮城県仙台市青葉区中央"],
  ["730-0011", "広島県広島市中区基町"],
  ["220-0012", "神奈川県横浜市西区みなとみらい"],
] as const;
const owners = ["佐藤", "鈴木 健", "高橋", "田中 誠", "元山"];

/** Codes and domains are a list's own: two lists that call different companies by one code are nobody's case. */
function made(seed: number, row: number, random: () => number): string[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  // A number in the name keeps the thousands of names apart that the words alone would repeat.
  const core = `${pick(heads)}${pick(middles)}${pick(tails)}${kanjiNumber(row)}`;
  const name = pick([`株式会社${core}`, `${core}株式会社`, `㈱${core}`, `有限会社${core}`, core]);
  const person = random() < 0.8 ? `${pick(families)} ${pick(givens)}` : "";
  const [postal, place] = pick(places);
  const domain = `k${seed}-${row}.co.jp`;
  return [
    `${seed}-${String(row).padStart(7, "0")}`,
    name,
    "",
    person,
    person && random() < 0.5 ? pick(["営業部", "購買部", "総務課", "工務部"]) : "",
    `03-${1000 + Math.floor(random() * 8999)}-${digits(4)}`,
    person && random() < 0.3 ? `090-${digits(4)}-${digits(4)}` : "",
    random() < 0.6 ? `03-${1000 + Math.floor(random() * 8999)}-${digits(4)}` : "",
    random() < 0.5 ? `${person ? `p${digits(3)}` : "info"}@${domain}` : "",
    postal,
    `${place}${1 + Math.floor(random() * 9)}-${1 + Math.floor(random() * 30)}-${1 + Math.floor(random() * 20)}`,
    pick(owners),
    `${1995 + Math.floor(random() * 30)}/${1 + Math.floor(random() * 12)}/${1 + Math.floor(random() * 28)}`,
    random() < 0.7 ? String(Math.floor(random() * 90_000)) : "",
    random() < 0.2 ? "支払いは翌月末。担当者は午前中が良い。" : "",
    pick(["末日", "20日", "15日"]),
  ];
}

/** Another spelling of the same company, perhaps with another person. */
function respelled(cells: readonly string[], random: () => number): string[] {
  const copy = [...cells];
  copy[1] = copy[1]!.replace("株式会社", "㈱").replace(/^㈱(.*)$/, "(株)$1");
  if (random() < 0.5) copy[3] = `${families[Math.floor(random() * families.length)]} ${givens[0]}`;
  copy[14] = "";
  return copy;
}

function kanjiNumber(value: number): string {
  return [...String(value)].map((digit) => "零壱弐参四五六七八九"[Number(digit)]).join("");
}

function line(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(",")}\r\n`;
}

/** mulberry32: small, quick, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
