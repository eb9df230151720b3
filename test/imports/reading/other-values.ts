import type { Chance } from "./random.ts";

/** A cell as somebody typed it, and what must be read of it. */
export interface Typed<T> {
  typed: string;
  gold: T;
}

const FIRMS =
  "浜田屋 三栄ケミカル 日本精工社 大同鋼板 ヤマト技研 ミツワ ベルテック 東亜ガス 野口石油 八千代染工 クリーンライフ 佐野自動車 エヌ・ケイ オフィスたかの 髙津商会 﨑山水産 北越包装 信濃屋 新日本測量 旭東 瑞穂フーズ 甲南乳業 三ツ星ベルト グリーン・ファーム 五十鈴観光 九鬼造船 一色書店 萬年堂 佐々木鉄工所 山田 田中電器 木村紙業 ABC物流 K&Mデザイン ＪＫホーム すみれ会 ぽかぽか介護".split(
    " ",
  );
const FAMILIES =
  "岡田 近藤 藤原 後藤 長谷川 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 三浦 中野 原田 松田 竹内 小野寺 五十嵐 久保田 服部 渡邊 髙木 栁田 辻 森 堀 東 勅使河原".split(
    " ",
  );
const GIVENS =
  "一 浩二 さつき 良平 真理子 ひとみ 千代 健三郎 陽菜 蓮 幸恵 マリア 正 悠斗 あゆみ 聡美 武 百合".split(" ");
const PLACES: [postal: string, prefecture: string, city: string, town: string][] = [
  ["102-0083", "東京都", "千代田区", "麹町"],
  ["102-0075", "東京都", "千代田区", "三番町"],
  ["104-0032", "東京都", "中央区", "八丁堀"],
  ["206-0033", "東京都", "多摩市", "落合"],
  ["190-0012", "東京都", "立川市", "曙町"],
  ["330-0854", "埼玉県", "さいたま市大宮区", "桜木町"],
  ["272-0021", "千葉県", "市川市", "八幡"],
  ["231-0005", "神奈川県", "横浜市中区", "本町"],
  ["790-0001", "愛媛県", "松山市", "一番町"],
  ["639-1013", "奈良県", "大和郡山市", "朝日町"],
  ["060-0042", "北海道", "札幌市中央区", "大通西"],
  ["046-0003", "北海道", "余市郡余市町", "黒川町"],
  ["604-8172", "京都府", "京都市中京区", "場之町"],
  ["510-0075", "三重県", "四日市市", "安島"],
  ["921-8815", "石川県", "野々市市", "本町"],
  ["311-1517", "茨城県", "鉾田市", "鉾田"],
  ["301-0837", "茨城県", "龍ケ崎市", "根町"],
  ["541-0041", "大阪府", "大阪市中央区", "北浜"],
  ["593-8324", "大阪府", "堺市西区", "鳳東町"],
  ["901-2301", "沖縄県", "中頭郡北中城村", "島袋"],
  ["500-8381", "岐阜県", "岐阜市", "市橋"],
];
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const two = (n: number) => String(n).padStart(2, "0");

export function company(chance: Chance): Typed<string> & { key: string } {
  const firm = chance.pick(FIRMS);
  const name = chance.pick([
    `株式会社${firm}`,
    `${firm}株式会社`,
    `（株）${firm}`,
    `${firm}(株)`,
    `㈲${firm}`,
    `有限会社　${firm}`,
    `合同会社${firm}`,
    `一般社団法人${firm}`,
    `医療法人社団${firm}`,
    `${firm}㈱`,
    `株式会社 ${firm}`,
  ]);
  const typed = chance.pick([
    name,
    name,
    name,
    `${name} `,
    `　${name}`,
    `${name} 御中`,
    `${name}（カブリヨミガナ）`,
  ]);
  return { typed, gold: name, key: firm };
}

export function person(chance: Chance): Typed<string[]> & { family: string; given: string } {
  const family = chance.pick(FAMILIES);
  const given = chance.pick(GIVENS);
  const full = `${family} ${given}`;
  const other = `${chance.pick(FAMILIES)} ${chance.pick(GIVENS)}`;
  const title = chance.pick(["部長", "課長", "専務", "主任"]);
  const [typed, gold] = chance.pick<[string, string[]]>([
    [full, [full]],
    [`${family}　${given}`, [full]],
    [`${full}様`, [full]],
    [`${full} 様`, [full]],
    [`${full}さん`, [full]],
    [`${title} ${full}`, [full]],
    [`${full} ${title}`, [full]],
    [`${full}（${title}）`, [full]],
    [`${full}(カナ カナコ)`, [full]],
    [`${full}様、${other}様`, [full, other]],
    [`${full}\n${other}`, [full, other]],
    ["ご担当者様", []],
    ["", []],
    ["未定", []],
  ]);
  return { typed, gold: [...new Set(gold)], family, given };
}

function digits(chance: Chance): string[] {
  const tail = String(1000 + chance.below(9000));
  const area = chance.pick(["03", "06", "052", "0297", "0466", "098"]);
  const middle = String(10 ** (5 - area.length) + chance.below(9 * 10 ** (5 - area.length)));
  return [area, middle, tail];
}

function mobileDigits(chance: Chance): string[] {
  return [
    chance.pick(["090", "080", "070"]),
    String(1000 + chance.below(9000)),
    String(1000 + chance.below(9000)),
  ];
}

const e164 = (parts: string[]) => `+81${parts.join("").slice(1)}`;

export interface PhoneGold {
  phone: string | null;
  ext: string | null;
}

export function phone(chance: Chance): Typed<PhoneGold> {
  const parts = digits(chance);
  const plain = parts.join("-");
  const more = mobileDigits(chance);
  const ext = String(10 + chance.below(9000));
  const [a, b, c] = parts as [string, string, string];
  const known = { phone: e164(parts), ext: null };
  const [typed, gold] = chance.pick<[string, PhoneGold]>([
    [plain, known],
    [plain, known],
    [wide(plain), known],
    [`（${a}）${b}-${c}`, known],
    [`${a}(${b})${c}`, known],
    [plain.replaceAll("-", ""), known],
    [plain.replaceAll("-", "").slice(1), known],
    [plain.replaceAll("-", " "), known],
    [plain.replaceAll("-", "ー"), known],
    [plain.replaceAll("-", "−"), known],
    [`+81 ${a.slice(1)} ${b} ${c}`, known],
    [`${plain}(代表)`, known],
    [`代表：${plain}`, known],
    [`${plain} 内線${ext}`, { phone: e164(parts), ext }],
    [`${plain}（内）${ext}`, { phone: e164(parts), ext }],
    [`${plain} / ${more.join("-")}`, known],
    [`TEL ${plain} FAX ${a}-${b}-0000`, known],
    [`${plain}、${more.join("-")}`, known],
    [more.join("-"), { phone: e164(more), ext: null }],
    ["3.31E+08", { phone: null, ext: null }],
    ["", { phone: null, ext: null }],
    ["なし", { phone: null, ext: null }],
    [`${a}-${b}`, { phone: null, ext: null }],
  ]);
  return { typed, gold };
}

export function mobile(chance: Chance): Typed<string | null> {
  if (chance.maybe(0.4)) return { typed: "", gold: null };
  const parts = mobileDigits(chance);
  return {
    typed: chance.pick([parts.join("-"), parts.join(""), parts.join("").slice(1), wide(parts.join("-"))]),
    gold: e164(parts),
  };
}

export function place(chance: Chance) {
  const [postal, prefecture, city, town] = chance.pick(PLACES);
  const [n, m, k] = [1 + chance.below(6), 1 + chance.below(30), 1 + chance.below(20)];
  const block = chance.pick([
    `${n}-${m}-${k}`,
    `${n}丁目${m}番${k}号`,
    wide(`${n}-${m}`),
    `${m}番地`,
    `${n}丁目${m}-${k}`,
  ]);
  const building = chance.pick(["", "", "", "メゾン青山201号室", "第２ビル3F", "丸ビル 12階"]);
  const typedPostal = chance.pick([
    postal,
    postal,
    postal.replace("-", ""),
    `〒${postal}`,
    wide(postal),
    String(Number(postal.replace("-", ""))),
    postal.replace("-", "ー"),
  ]);
  const line = `${prefecture}${city}${town}${block}`;
  const address = chance.pick([
    line,
    `${prefecture} ${city}${town}${block}`,
    `${prefecture}　${city}　${town}${block}`,
    wide(line),
  ]);
  return { postal, prefecture, city, town, block, building, typedPostal, address };
}

export function email(chance: Chance, n: number): Typed<string | null> {
  const gold = `${chance.pick(["info", "sales", "k.sato", "yamada_t", "keiri"])}${n}@${chance.pick(["mitsuwa", "asahi-k", "nk-corp"])}.${chance.pick(["co.jp", "jp", "com", "or.jp"])}`;
  return chance.pick<Typed<string | null>>([
    { typed: gold, gold },
    { typed: gold, gold },
    { typed: gold.toUpperCase(), gold },
    { typed: wide(gold), gold },
    { typed: `mailto:${gold}`, gold },
    { typed: `${gold}; second${n}@example.com`, gold },
    { typed: `<${gold}>`, gold },
    { typed: ` ${gold}　`, gold },
    { typed: "", gold: null },
    { typed: "なし", gold: null },
    { typed: gold.replace("@", ""), gold: null },
  ]);
}

export function date(chance: Chance): Typed<string | null> {
  const [year, month, day] = [1978 + chance.below(48), 1 + chance.below(12), 1 + chance.below(28)];
  const gold = `${year}-${two(month)}-${two(day)}`;
  const [name, short, letter, base] =
    gold >= "2019-05-01"
      ? (["令和", "令", "R", 2018] as const)
      : gold >= "1989-01-08"
        ? (["平成", "平", "H", 1988] as const)
        : (["昭和", "昭", "S", 1925] as const);
  const count = year - base;
  const era = count === 1 ? "元" : String(count);
  const serial = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return chance.pick<Typed<string | null>>([
    { typed: `${year}/${month}/${day}`, gold },
    { typed: gold, gold },
    { typed: `${year}.${two(month)}.${two(day)}`, gold },
    { typed: `${year}年${month}月${day}日`, gold },
    { typed: `${name}${era}年${month}月${day}日`, gold },
    { typed: `${short}${count}.${month}.${day}`, gold },
    { typed: `${letter}${count}.${month}.${day}`, gold },
    { typed: `${letter}${two(count)}/${two(month)}/${two(day)}`, gold },
    { typed: String(serial), gold },
    { typed: gold.replaceAll("-", ""), gold },
    { typed: wide(`${year}/${month}/${day}`), gold },
    { typed: `${year}/${month}/${day} 0:00:00`, gold },
    { typed: `${year}年${month}月`, gold: `${year}-${two(month)}-01` },
    { typed: `${String(year).slice(2)}/${month}/${day}`, gold },
    { typed: "2023/2/29", gold: null },
    { typed: "平成31年6月31日", gold: null },
    { typed: "R5.13.1", gold: null },
    { typed: "", gold: null },
    { typed: "不明", gold: null },
  ]);
}

export function amount(chance: Chance, unit: number): Typed<number | null> {
  const figure = 1 + chance.below(900_000);
  const grouped = figure.toLocaleString("en-US");
  return chance.pick<Typed<number | null>>([
    { typed: grouped, gold: figure * unit },
    { typed: String(figure), gold: figure * unit },
    { typed: `¥${grouped}`, gold: figure * unit },
    { typed: `￥${wide(grouped)}`, gold: figure * unit },
    { typed: `▲${grouped}`, gold: -figure * unit },
    { typed: `(${grouped})`, gold: -figure * unit },
    { typed: `-${grouped}`, gold: -figure * unit },
    { typed: `${grouped}円`, gold: figure },
    { typed: `${figure}千円`, gold: figure * 1000 },
    { typed: "1億2,500万円", gold: 125_000_000 },
    { typed: "3.5億円", gold: 350_000_000 },
    { typed: "", gold: null },
    { typed: "－", gold: null },
    { typed: "未定", gold: null },
  ]);
}
