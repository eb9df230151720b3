/** Words of headers as databases write them; those of Japanese in romaji first, then what goes along with them. */
const ROMAJI: Readonly<Record<string, string>> = {
  tokuisaki: "得意先",
  tokui: "得意先",
  shiire: "仕入先",
  torihikisaki: "取引先",
  shiiresaki: "仕入先",
  nonyusaki: "納入先",
  seikyusaki: "請求先",
  torihiki: "取引",
  okyakusama: "お客様",
  kokyaku: "顧客",
  kaisha: "会社",
  "kigyou?": "企業",
  sha: "社",
  kaiin: "会員",
  "jigyou?sho": "事業所",
  "hou?jin": "法人",
  dantai: "団体",
  "daihyou?": "代表",
  "tantou?": "担当",
  "tantou?sha": "担当者",
  "daihyou?sha": "代表者",
  keiyakusha: "契約者",
  "eigyou?": "営業",
  shimei: "氏名",
  namae: "名前",
  busho: "部署",
  bumon: "部門",
  yakushoku: "役職",
  "yuu?bin": "郵便",
  denwa: "電話",
  keitai: "携帯",
  "bangou?": "番号",
  "j(?:yu?u?|uu?)s[hy]o": "住所",
  shozaichi: "所在地",
  "todou?fuken": "都道府県",
  "shi?ku?chou?son": "市区町村",
  banchi: "番地",
  tatemono: "建物",
  kaishi: "開始",
  keiyaku: "契約",
  "tou?roku": "登録",
  shokai: "初回",
  "saishuu?": "最終",
  "kou?shin": "更新",
  seinengappi: "生年月日",
  nengappi: "年月日",
  nenkan: "年間",
  "uri(?:age)?": "売上",
  kingaku: "金額",
  gaku: "額",
  ruikei: "累計",
  "gou?kei": "合計",
  "bikou?": "備考",
  kubun: "区分",
  mei: "名",
  bi: "日",
};

const BESIDE: Readonly<Record<string, string>> = {
  cd: "コード",
  code: "コード",
  no: "番号",
  nm: "名",
  name: "名",
  kana: "カナ",
  furigana: "フリガナ",
  cust: "顧客",
  zip: "郵便番号",
  addr: "住所",
  tel: "電話",
  adr: "住所",
  fax: "fax",
  mail: "メール",
  ymd: "年月日",
  date: "日",
  dt: "日",
  kin: "金額",
  start: "開始",
  end: "終了",
  kbn: "区分",
  flg: "フラグ",
  id: "id",
};

const WORDS: readonly [RegExp, string, boolean][] = [
  ...Object.entries(ROMAJI).map(([word, kanji]): [RegExp, string, boolean] => [start(word), kanji, true]),
  ...Object.entries(BESIDE).map(([word, kanji]): [RegExp, string, boolean] => [start(word), kanji, false]),
];

/** tokuisaki_cd, eigyoTanto, uri_kin as 得意先コード, 営業担当 and 売上金額; a label with any other word in it stays as it is. */
export function spellOutRomaji(label: string): string {
  const plain = label.normalize("NFKC").trim();
  if (!/^[a-z][a-z_\-. ]*\d?$/i.test(plain)) return label;
  const words = plain.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
  let rest = words.replace(/\d$/, "");
  let text = "";
  let romaji = 0;
  while (rest !== "") {
    const gap = /^[_\-. ]+/.exec(rest)?.[0] ?? "";
    rest = rest.slice(gap.length);
    if (rest === "") break;
    const found = longestWord(rest);
    if (!found) return label;
    text += found.kanji;
    romaji += found.isRomaji ? 1 : 0;
    rest = rest.slice(found.length);
  }
  // A word alone may be somebody's reading (mei) or English.
  return romaji === 0 || text.length < 2 ? label : text + (/\d$/.exec(plain)?.[0] ?? "");
}

function longestWord(text: string): { length: number; kanji: string; isRomaji: boolean } | null {
  let best: { length: number; kanji: string; isRomaji: boolean } | null = null;
  for (const [pattern, kanji, isRomaji] of WORDS) {
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > (best?.length ?? 0)) best = { length, kanji, isRomaji };
  }
  return best;
}

function start(word: string): RegExp {
  return new RegExp(`^${word}`);
}
