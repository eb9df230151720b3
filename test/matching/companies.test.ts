import { expect, test } from "vitest";
import { strings } from "../../core/duplicates/index.ts";
import {
  evidenceOf,
  type MatchRecord,
  PERSON_WEIGHTS,
  type Verdict,
  WEIGHTS,
} from "../../core/matching/index.ts";
import { aCompany } from "./a-record.ts";

const PHONE = { phones: ["+81312345678"] };
const OTHER_PHONE = { phones: ["+81398765432"] };
const MAIL = { mails: ["info@sanwa.example.co.jp"] };
const TOKYO = { place: { prefecture: "東京都" } };
const OSAKA = { place: { prefecture: "大阪府" } };
const BLOCK = {
  place: { postal: "101-0054", prefecture: "東京都", city: "千代田区", street: "神田錦町1-2-3" },
};
const NUMBER = { corporateNumber: "7010001054021" };

const table: [string, Verdict, MatchRecord, MatchRecord][] = [
  ["legal forms in short and in full", "same", aCompany("㈱三和電機"), aCompany("株式会社 三和電機")],
  ["full width and half width", "same", aCompany("(株)ＡＢＣ商事"), aCompany("（株）ABC商事")],
  ["a legal form on one side alone", "same", aCompany("三和電機"), aCompany("三和電機株式会社")],
  ["old kanji", "same", aCompany("髙﨑鐵工所"), aCompany("高崎鉄工所")],
  ["small kana written large", "same", aCompany("キヤノン販売"), aCompany("キャノン販売")],
  [
    "kana for kanji whose reading is known, with a phone",
    "same",
    aCompany("サンワデンキ", PHONE),
    aCompany("三和電機", { nameKana: "サンワデンキ", ...PHONE }),
  ],
  [
    "bank kana, with a phone",
    "same",
    aCompany("ｶ)ｻﾝﾜﾃﾞﾝｷ", PHONE),
    aCompany("株式会社三和電機", { nameKana: "カブシキガイシャサンワデンキ", ...PHONE }),
  ],
  [
    "romaji, with a mail domain",
    "same",
    aCompany("Sanwa Denki Co., Ltd.", MAIL),
    aCompany("株式会社三和電機", { nameKana: "サンワデンキ", mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "part of the name in kana, with a phone",
    "same",
    aCompany("タカハシ工業", PHONE),
    aCompany("高橋工業", PHONE),
  ],
  [
    "kana for kanji that cannot be read so",
    "different",
    aCompany("タカハシショウジ", BLOCK),
    aCompany("高橋工業", BLOCK),
  ],
  [
    "one letter wrong, with a phone",
    "same",
    aCompany("三和電機工業", PHONE),
    aCompany("三和電気工業", PHONE),
  ],
  ["two letters swapped, at one address", "same", aCompany("三和電機", BLOCK), aCompany("三電和機", BLOCK)],
  ["one letter wrong and nothing else", "review", aCompany("東亜精密工業"), aCompany("東亞精蜜工業")],
  ["a short name and nothing else", "review", aCompany("三和電機"), aCompany("三和電機工業")],
  ["a short name, with a phone", "same", aCompany("三和電機", PHONE), aCompany("三和電機工業", PHONE)],
  [
    "moved to another prefecture, with the same phone",
    "same",
    aCompany("三和電機", { ...TOKYO, ...PHONE }),
    aCompany("三和電機", { ...OSAKA, ...PHONE }),
  ],
  ["one 法人番号 under two names", "same", aCompany("三和電機", NUMBER), aCompany("サンワテック", NUMBER)],
  [
    "法人番号 and invoice number of one company",
    "same",
    aCompany("三和電機", NUMBER),
    aCompany("三和", { invoiceNumber: "T7010001054021" }),
  ],
  ["a former name", "same", aCompany("三和テクノ", { aliases: ["三和電機"] }), aCompany("(株)三和電機")],
  [
    "a former name in brackets",
    "same",
    aCompany("新星テクノ株式会社（旧社名：三和電機株式会社）", PHONE),
    aCompany("㈱三和電機", PHONE),
  ],
  [
    "the name of today in brackets",
    "same",
    aCompany("三和電機㈱(現 新星テクノ㈱)", BLOCK),
    aCompany("新星テクノ株式会社", BLOCK),
  ],
  [
    "a change of name told in brackets",
    "same",
    aCompany("三和電機㈱（2021年 新星テクノ㈱に社名変更）", MAIL),
    aCompany("新星テクノ株式会社", MAIL),
  ],
  [
    "an old building in brackets is no former name",
    "different",
    aCompany("三和電機（旧本社）", { ...OSAKA }),
    aCompany("本社ビル管理", { ...OSAKA }),
  ],
  [
    "an English name whose trade says the same, with a mail domain and an address",
    "same",
    aCompany("Sanwa Machinery Co., Ltd.", { ...MAIL, ...BLOCK }),
    aCompany("三和機械有限会社", { ...MAIL, ...BLOCK }),
  ],
  [
    "an English name of another trade, with a phone",
    "review",
    aCompany("Sanwa Printing Co., Ltd.", { ...PHONE, ...BLOCK }),
    aCompany("東亜機械株式会社", { ...PHONE, ...BLOCK }),
  ],
  [
    "an English name and its katakana, with a phone",
    "same",
    aCompany("Bridge Engineering Inc.", PHONE),
    aCompany("㈱ブリッジエンジニアリング", PHONE),
  ],
  [
    "letters read by their names, with a phone",
    "same",
    aCompany("ｶ)ｴﾌﾃｲｰﾃﾞｻﾞｲﾝ", PHONE),
    aCompany("株式会社FTデザイン", PHONE),
  ],
  [
    "bank kana with a dash for the long mark, nobody having told the reading",
    "same",
    aCompany("タナカフアクトリ－（カ", PHONE),
    aCompany("田中ファクトリー株式会社", { nameKana: "タナカファクトリー", ...PHONE }),
  ],
  [
    "kana whose trade begins where a long vowel would end, with a phone",
    "same",
    aCompany("ﾀｶｻｺﾞｳﾝﾕ(ｶ", PHONE),
    aCompany("高砂運輸株式会社", PHONE),
  ],
  [
    "kana that words everybody reads alike spell out, at one address",
    "same",
    aCompany("スズキケンセツ", BLOCK),
    aCompany("鈴木建設", BLOCK),
  ],
  [
    "kana and kanji that nobody can compare, with one phone at one address",
    "review",
    aCompany("ベルーガ", { ...PHONE, ...BLOCK }),
    aCompany("三和総合建物", { ...PHONE, ...BLOCK }),
  ],
  [
    "two arms of one house with all else the same",
    "different",
    aCompany("三和電機物流", { ...PHONE, ...BLOCK, ...MAIL }),
    aCompany("三和電機リース", { ...PHONE, ...BLOCK, ...MAIL }),
  ],
  [
    "one arm in two spellings, with a phone",
    "same",
    aCompany("三和電機ロジスティクス", PHONE),
    aCompany("三和電機ロジスティックス", PHONE),
  ],
  [
    "商事 behind a name that is whole without it",
    "different",
    aCompany("トラストリース", { ...PHONE, ...BLOCK }),
    aCompany("トラストリース商事", { ...PHONE, ...BLOCK }),
  ],
  [
    "商事 behind a long name in katakana",
    "different",
    aCompany("ビジョンモータース", { ...PHONE, ...BLOCK }),
    aCompany("ビジョンモータース商事", { ...PHONE, ...BLOCK }),
  ],
  [
    "kana where the other has kanji that are read otherwise, with a mail",
    "different",
    aCompany("イーグル法律事務所", MAIL),
    aCompany("福島法律事務所", MAIL),
  ],
  [
    "the 労働組合 of a company",
    "different",
    aCompany("三和電機", { ...PHONE, ...BLOCK }),
    aCompany("三和電機労働組合", { ...PHONE, ...BLOCK }),
  ],
  [
    "the 協力会 of a company",
    "different",
    aCompany("三和電機", { ...PHONE, ...BLOCK }),
    aCompany("三和電機協力会", { ...PHONE, ...BLOCK }),
  ],
  [
    "initials, with phone and address",
    "same",
    aCompany("三工", { ...PHONE, ...BLOCK }),
    aCompany("三和工務店", { ...PHONE, ...BLOCK }),
  ],
  [
    "two letters wrong in one name, with phone and address",
    "same",
    aCompany("東亜健築説計", { ...PHONE, ...BLOCK }),
    aCompany("東亜建築設計", { ...PHONE, ...BLOCK }),
  ],
  [
    "another word inside the name, with phone and address",
    "review",
    aCompany("東海製版工業", { ...PHONE, ...BLOCK }),
    aCompany("東海印刷工業", { ...PHONE, ...BLOCK }),
  ],
  [
    "the last letter twice, with a mail domain",
    "same",
    aCompany("サンワデザインン", MAIL),
    aCompany("サンワデザイン", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "Co., Ltd. of a 有限会社",
    "same",
    aCompany("Sanwa Denki Co., Ltd.", PHONE),
    aCompany("㈲サンワデンキ", PHONE),
  ],
  [
    "a 医療法人 of the kind 社団",
    "same",
    aCompany("(医)社団青葉会", PHONE),
    aCompany("医療法人社団青葉会", PHONE),
  ],
  [
    "a branch in another prefecture",
    "site",
    aCompany("三和電機", TOKYO),
    aCompany("三和電機", { site: "大阪支店", ...OSAKA }),
  ],
  [
    "two branches",
    "site",
    aCompany("三和電機", { site: "札幌支店" }),
    aCompany("㈱三和電機", { site: "大阪支店" }),
  ],
  [
    "a department of the company",
    "same",
    aCompany("三和電機", { department: "購買部" }),
    aCompany("三和電機㈱"),
  ],
  [
    "the same name in another city",
    "review",
    aCompany("三和電機", BLOCK),
    aCompany("三和電機", {
      place: { prefecture: "東京都", city: "新宿区" },
    }),
  ],
  [
    "the same name with a phone of another town",
    "review",
    aCompany("三和電機", PHONE),
    aCompany("三和電機", { phones: ["+81662345678"] }),
  ],
  [
    "the same name with another phone of the same town, where nobody told the place",
    "same",
    aCompany("三和電機", { ...PHONE, ...TOKYO }),
    aCompany("三和電機", OTHER_PHONE),
  ],
  [
    "one letter off in a long name at one address, with readings that differ, also where the name has been told twice",
    "review",
    aCompany("株)福井保険事務所", {
      nameKana: "フクイホケンジムショ",
      aliases: ["株式会社福井保険事務所"],
      ...BLOCK,
    }),
    aCompany("㈱荒井保険事務所", { nameKana: "アライホケンジムショ", ...BLOCK }),
  ],
  [
    "the same name in another prefecture",
    "different",
    aCompany("三和電機", TOKYO),
    aCompany("三和電機", OSAKA),
  ],
  ["前株 and 後株", "different", aCompany("株式会社三和電機", TOKYO), aCompany("三和電機株式会社", TOKYO)],
  [
    "前株 and 後株, with one phone",
    "same",
    aCompany("株式会社三和電機", PHONE),
    aCompany("三和電機株式会社", PHONE),
  ],
  ["有限 and 株式", "different", aCompany("有限会社三和電機", BLOCK), aCompany("株式会社三和電機", BLOCK)],
  ["有限 and 株式, with one phone", "review", aCompany("㈲三和電機", PHONE), aCompany("㈱三和電機", PHONE)],
  ["工業 and 興業", "different", aCompany("三和工業", BLOCK), aCompany("三和興業", BLOCK)],
  [
    "工業 and 興業 that read the same",
    "different",
    aCompany("三和工業", { nameKana: "サンワコウギョウ", ...TOKYO }),
    aCompany("三和興業", { nameKana: "サンワコウギョウ", ...TOKYO }),
  ],
  ["第一 and 第二", "different", aCompany("第一金属商会", BLOCK), aCompany("第二金属商会", BLOCK)],
  [
    "names with other numbers",
    "different",
    aCompany("HINODE17合同会社", BLOCK),
    aCompany("HINODE15合同会社", BLOCK),
  ],
  ["another name at the same address", "different", aCompany("三和電機", BLOCK), aCompany("東亜化学", BLOCK)],
  [
    "a 販売 arm with its parent's domain and address",
    "different",
    aCompany("三和電機", { ...BLOCK, ...MAIL }),
    aCompany("三和電機販売", { ...BLOCK, ...MAIL }),
  ],
  ["a 物流 arm", "different", aCompany("三和電機", PHONE), aCompany("三和電機物流", PHONE)],
  [
    "one contact name in two companies",
    "different",
    aCompany("三和電機", { persons: ["山田太郎"], ...TOKYO }),
    aCompany("東亜化学", { persons: ["山田太郎"], ...TOKYO }),
  ],
  [
    "another 法人番号 with everything else the same",
    "different",
    aCompany("三和電機", { ...NUMBER, ...BLOCK, ...PHONE }),
    aCompany("三和電機", { corporateNumber: "5010001019249", ...BLOCK, ...PHONE }),
  ],
  [
    "free mail says nothing of the domain",
    "different",
    aCompany("三和電機", { mails: ["a@gmail.com"] }),
    aCompany("東亜化学", { mails: ["b@gmail.com"] }),
  ],
  [
    "two names with one phone at one address",
    "review",
    aCompany("三和電機", { ...BLOCK, ...PHONE }),
    aCompany("東亜化学", { ...BLOCK, ...PHONE }),
  ],
  [
    "kana of a trade that no list holds, read by its kanji, with a phone",
    "same",
    aCompany("ｶ)ﾀｶﾂｶｺｳｶﾞｸ", PHONE),
    aCompany("株式会社高塚光学", PHONE),
  ],
  [
    "romaji read by the kanji, at one address",
    "same",
    aCompany("TAKATSUKA KUCHO K.K.", BLOCK),
    aCompany("株式会社高塚空調", BLOCK),
  ],
  [
    "kana read by the kanji and nothing else",
    "review",
    aCompany("タカツカコウガク"),
    aCompany("株式会社高塚光学"),
  ],
  [
    "two slips in katakana, with a phone",
    "same",
    aCompany("クネスブトリッジ", PHONE),
    aCompany("ネクストブリッジ", PHONE),
  ],
  [
    "another last word in katakana, with a phone",
    "different",
    aCompany("サンライズフーズ", PHONE),
    aCompany("サンライズホーム", PHONE),
  ],
  [
    "a branch that writes from another domain, and nothing else",
    "review",
    aCompany("三和電機", { mails: ["a@sanwa.example.co.jp"] }),
    aCompany("三和電機", { site: "大阪支店", mails: ["b@sanwa-denki.example.com"] }),
  ],
  [
    "a head office in another prefecture, and nothing else",
    "different",
    aCompany("三和電機", TOKYO),
    aCompany("三和電機", { site: "本社", ...OSAKA }),
  ],
  [
    "a stem with two trades of which one is in kana, with a domain",
    "different",
    aCompany("樋口ロジスティクス", MAIL),
    aCompany("樋口窯業", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "a name cut inside its last word, at one address",
    "same",
    aCompany("日本三和印", BLOCK),
    aCompany("日本三和印刷", BLOCK),
  ],
  [
    "a legal form cut short, at one address",
    "same",
    aCompany("三和農園株式", BLOCK),
    aCompany("三和農園株式会社", BLOCK),
  ],
  [
    "a letter typed twice, at one address",
    "same",
    aCompany("三和商事事", BLOCK),
    aCompany("三和商事", BLOCK),
  ],
  [
    "a letter left out of four, at one address",
    "same",
    aCompany("三機械", BLOCK),
    aCompany("三和機械", BLOCK),
  ],
  [
    "another letter in four, at one address",
    "review",
    aCompany("三和機械", BLOCK),
    aCompany("三知機械", BLOCK),
  ],
  [
    "two slips that keep the letters of four, with phone and address",
    "same",
    aCompany("太陽陽醸", { ...PHONE, ...BLOCK }),
    aCompany("太陽醸造", { ...PHONE, ...BLOCK }),
  ],
  [
    "a typo in a long name, with another phone at the same address",
    "same",
    aCompany("三和電機エンジ二アリング", { ...PHONE, ...BLOCK }),
    aCompany("三和電機エンジニアリング", { ...OTHER_PHONE, ...BLOCK }),
  ],
  [
    "a typo in a long name that moved, with its phone",
    "same",
    aCompany("東亜精密工業", { ...TOKYO, ...PHONE }),
    aCompany("東亞精蜜工業", { ...OSAKA, ...PHONE }),
  ],
  [
    "other letters of the same reading, with a phone",
    "same",
    aCompany("三協測量", { nameKana: "サンキョウソクリョウ", ...PHONE }),
    aCompany("三協則則量", { nameKana: "サンキョウソクリョウ", ...PHONE }),
  ],
  [
    "a site written onto the name, with a phone",
    "same",
    aCompany("三和電機東営業所", PHONE),
    aCompany("三和電機", PHONE),
  ],
  [
    "a short name without a word that ends as many names as arms, read as the whole, with a phone",
    "same",
    aCompany("三和", { nameKana: "サンワデザイン", ...PHONE }),
    aCompany("三和デザイン", { nameKana: "サンワデザイン", ...PHONE }),
  ],
  [
    "such a word with one person's mail",
    "same",
    aCompany("三和電機", { mails: ["sato@sanwa.example.co.jp"] }),
    aCompany("三和電機デザイン", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  ["such a word with one phone", "review", aCompany("三和電機", PHONE), aCompany("三和電機デザイン", PHONE)],
  [
    "such a word and nothing else",
    "different",
    aCompany("三和電機", TOKYO),
    aCompany("三和電機デザイン", TOKYO),
  ],
  [
    "a 販売 arm that is said to be read as its parent",
    "different",
    aCompany("三和電機", { nameKana: "サンワデンキ", ...PHONE }),
    aCompany("三和電機販売", { nameKana: "サンワデンキ", ...PHONE }),
  ],
  [
    "names that nobody can compare, with one person's mail",
    "same",
    aCompany("ベルーガ", { mails: ["sato@sanwa.example.co.jp"] }),
    aCompany("三和総合建物", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "names that nobody can compare, with the mail of a desk",
    "review",
    aCompany("ベルーガ", MAIL),
    aCompany("三和総合建物", MAIL),
  ],
  [
    "two names with one person's mail",
    "review",
    aCompany("三和電機", { mails: ["sato@sanwa.example.co.jp"] }),
    aCompany("東亜化学", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "one name and one contact in two prefectures",
    "same",
    aCompany("三和電機", { persons: ["山田太郎"], ...TOKYO }),
    aCompany("三和電機", { persons: ["山田太郎"], ...OSAKA }),
  ],
  [
    "one name and one contact in two prefectures, with two phones",
    "review",
    aCompany("三和電機", { persons: ["山田太郎"], ...TOKYO, ...PHONE }),
    aCompany("三和電機", { persons: ["山田太郎"], ...OSAKA, ...OTHER_PHONE }),
  ],
  [
    "one name and one family name in two prefectures",
    "different",
    aCompany("三和電機", { persons: ["長谷川"], ...TOKYO }),
    aCompany("三和電機", { persons: ["長谷川"], ...OSAKA }),
  ],
  [
    "one name, no place, and two contacts, one by a mail of the house",
    "same",
    aCompany("三和電機", { persons: ["山田 太郎"], mails: ["taro@gmail.com"] }),
    aCompany("三和電機", {
      persons: ["佐藤 花子"],
      mails: ["hanako@sanwa.example.co.jp"],
      domains: ["sanwa.example.co.jp"],
    }),
  ],
  [
    "one name, no place, and two contacts by mails of two houses",
    "review",
    aCompany("三和電機", { persons: ["山田 太郎"], mails: ["taro@sanwa.jp"], domains: ["sanwa.jp"] }),
    aCompany("三和電機", { persons: ["佐藤 花子"], mails: ["h@mitsuwa.co.jp"], domains: ["mitsuwa.co.jp"] }),
  ],
  [
    "one name, no place, and one contact in two spellings",
    "same",
    aCompany("三和電機", { persons: ["山田 太郎"] }),
    aCompany("三和電機", { persons: ["Taro Yamada"], mails: ["taro@gmail.com"] }),
  ],
  [
    "another letter in four, with one contact whose name is turned round, at one address",
    "same",
    aCompany("三和機械", { persons: ["山田 太郎"], ...BLOCK }),
    aCompany("三知機械", { persons: ["太郎 山田"], ...BLOCK }),
  ],
  [
    "a stem that is read and a katakana word in English, with a domain",
    "same",
    aCompany("Takatsuka Systems Co., Ltd.", MAIL),
    aCompany("高塚システムズ株式会社", { mails: ["sato@sanwa.example.co.jp"] }),
  ],
  [
    "an English word and a trade in romaji, with a phone",
    "same",
    aCompany("Crystal Shokai Inc.", PHONE),
    aCompany("クリスタル商会", PHONE),
  ],
  [
    "an English word of few consonants, with phone and address",
    "same",
    aCompany("GATEWAY", { ...PHONE, ...BLOCK }),
    aCompany("株式会社ゲートウェイ", { ...PHONE, ...BLOCK }),
  ],
  [
    "two silent R at the ends of words, with a phone",
    "same",
    aCompany("FIVE STAR ENGINEERING CO.,LTD.", PHONE),
    aCompany("ファイブスターエンジニアリング株式会社", PHONE),
  ],
  [
    "a word in katakana and kanji that cannot be read so before one trade, at one address",
    "review",
    aCompany("クローバー産業", BLOCK),
    aCompany("信濃産業", BLOCK),
  ],
  [
    "a stem that cannot be read so before one trade, at one address",
    "review",
    aCompany("ABEKANKO K.K.", BLOCK),
    aCompany("株式会社鷹羽観光", BLOCK),
  ],
  [
    "the mobile of a contact beside the line of the house",
    "same",
    aCompany("三和電機", PHONE),
    aCompany("三和電機", { phones: ["+819012345678"] }),
  ],
];

test.each(table)("%s: %s", (_title, verdict, a, b) => {
  expect(evidenceOf(a, b).verdict).toBe(verdict);
  expect(evidenceOf(b, a)).toEqual({ ...evidenceOf(a, b), reasons: expect.any(Array) });
});

test("says why in codes that have a text, with what is shared", () => {
  const { reasons, score } = evidenceOf(
    aCompany("㈱髙﨑鐵工所", { ...PHONE, ...TOKYO }),
    aCompany("株式会社高崎鉄工所", { ...PHONE, ...TOKYO }),
  );

  expect(score).toBe(1);
  expect(reasons).toEqual([
    { code: "name_spelling", weight: 0.8, params: expect.any(Object) },
    { code: "phone", weight: 0.4, params: { value: "+81312345678" } },
    { code: "prefecture", weight: 0.05, params: { value: "東京都" } },
  ]);
  expect(strings.ja["duplicates.reason.phone"]).toBe("電話が同じ");
});

test("has a text for every reason", () => {
  const codes = [...Object.keys(WEIGHTS), ...Object.keys(PERSON_WEIGHTS)];

  expect(codes.filter((code) => !(`duplicates.reason.${code}` in strings.ja))).toEqual([]);
});
