import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePersonName, parsePersonNames } from "../../core/japanese/index.ts";

const nothing = { family: null, given: null, reading: null, honorific: null, title: null, department: null };

test("reads a plain name the quick way as it does the long way", () => {
  const family = fc.constantFrom("佐藤", "森", "長谷川", "東", "服部", "園部", "勅使河原", "渡邉");
  const given = fc.string({
    unit: fc.constantFrom(..."一太郎花子さくらマリア健長部君殿任会社支店本有限工様先生"),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(family, given, fc.constantFrom(" ", "　"), (first, second, space) => {
      const text = `${first}${space}${second}`;
      expect(parsePersonNames(text)).toEqual([parsePersonName(text)].flatMap((one) => one ?? []));
    }),
    { numRuns: 3_000 },
  );
});

test("reads a reading on a line of its own, who came after whom, and nobody of 他", () => {
  const names = (text: string) => parsePersonNames(text).map(({ full, reading }) => [full, reading]);

  expect(names("山田 太郎\nﾔﾏﾀﾞ ﾀﾛｳ")).toEqual([["山田 太郎", "ﾔﾏﾀﾞ ﾀﾛｳ"]]);
  expect(names("ヤマダ タロウ\n山田 太郎")).toEqual([["山田 太郎", "ヤマダ タロウ"]]);
  expect(names("山田太郎→佐藤花子")).toEqual([["佐藤花子", null]]);
  expect(names("山田太郎 2023.4異動")).toEqual([["山田太郎", null]]);
  expect(names("山田、他")).toEqual([["山田", null]]);
  expect(names("山田ご夫妻")).toEqual([["山田", null]]);
  expect(names("事務局")).toEqual([]);
});

describe("parsePersonName", () => {
  test.each([
    ["山田太郎様", { full: "山田太郎", family: "山田", given: "太郎", honorific: "様" }],
    ["山田　太郎", { full: "山田 太郎", family: "山田", given: "太郎" }],
    ["山田さん", { full: "山田", family: "山田", honorific: "さん" }],
    ["佐々木様", { full: "佐々木", family: "佐々木", honorific: "様" }],
    ["長谷川健", { full: "長谷川健", family: "長谷川", given: "健" }],
    ["工藤 一専務", { full: "工藤 一", family: "工藤", given: "一", title: "専務" }],
    ["宇都宮司", { full: "宇都宮司", family: "宇都宮", given: "司" }],
    ["林健太", { full: "林健太", family: "林", given: "健太" }],
    ["渡邉聡", { full: "渡邉聡", family: "渡邉", given: "聡" }],
    ["服部半蔵", { full: "服部半蔵", family: "服部", given: "半蔵" }],
    ["島袋大殿", { full: "島袋大", family: "島袋", given: "大", honorific: "殿" }],
    ["鵜殿", { full: "鵜殿", family: "鵜殿" }],
    ["山田部長", { full: "山田", family: "山田", title: "部長" }],
    ["原部長", { full: "原", family: "原", title: "部長" }],
    [
      "執行役員 営業本部長 兼 東京支店長 山田太郎",
      { full: "山田太郎", family: "山田", given: "太郎", title: "執行役員 営業本部長兼東京支店長" },
    ],
    ["係長：山田 太郎", { full: "山田 太郎", family: "山田", given: "太郎", title: "係長" }],
    ["取締役）山田太郎", { full: "山田太郎", family: "山田", given: "太郎", title: "取締役" }],
    ["山田 太郎 ※窓口", { full: "山田 太郎", family: "山田", given: "太郎" }],
    ["バイヤー 山田", { full: "山田", family: "山田", title: "バイヤー" }],
    ["市長 山田太郎", { full: "山田太郎", family: "山田", given: "太郎", title: "市長" }],
    ["山田太郎 090-1111-2222", { full: "山田太郎", family: "山田", given: "太郎" }],
    ["山本部長", { full: "山本", family: "山本", title: "部長" }],
    ["服部長", { full: "服部長", family: "服部", given: "長" }],
    [
      "取締役 営業本部長　木村 さくら様",
      { full: "木村 さくら", family: "木村", given: "さくら", title: "取締役 営業本部長", honorific: "様" },
    ],
    [
      "木村さくら 取締役 営業本部長",
      { full: "木村さくら", family: "木村", given: "さくら", title: "取締役 営業本部長" },
    ],
    ["服部部長様", { full: "服部", family: "服部", title: "部長", honorific: "様" }],
    ["部長　山田太郎", { full: "山田太郎", family: "山田", given: "太郎", title: "部長" }],
    ["営業部長 山田太郎", { full: "山田太郎", family: "山田", given: "太郎", title: "営業部長" }],
    [
      "代表取締役社長 山田 太郎",
      { full: "山田 太郎", family: "山田", given: "太郎", title: "代表取締役社長" },
    ],
    ["代表取締役山田太郎", { full: "山田太郎", family: "山田", given: "太郎", title: "代表取締役" }],
    ["山田（部長）", { full: "山田", family: "山田", title: "部長" }],
    ["購買部 木村課長", { full: "木村", family: "木村", title: "課長", department: "購買部" }],
    [
      "営業一課 課長 山田太郎",
      { full: "山田太郎", family: "山田", given: "太郎", title: "課長", department: "営業一課" },
    ],
    [
      "髙橋 一郎（たかはし いちろう）様",
      { full: "髙橋 一郎", family: "髙橋", given: "一郎", reading: "たかはし いちろう", honorific: "様" },
    ],
    ["山田太郎(ﾔﾏﾀﾞﾀﾛｳ)", { full: "山田太郎", family: "山田", given: "太郎", reading: "ﾔﾏﾀﾞﾀﾛｳ" }],
    ["山田太郎 ヤマダタロウ", { full: "山田太郎", family: "山田", given: "太郎", reading: "ヤマダタロウ" }],
    [
      "ヤマダタロウ（山田太郎）",
      { full: "山田太郎", family: "山田", given: "太郎", reading: "ヤマダタロウ" },
    ],
    ["佐々木 さくら", { full: "佐々木 さくら", family: "佐々木", given: "さくら" }],
    ["長谷川 マリア", { full: "長谷川 マリア", family: "長谷川", given: "マリア" }],
    ["小鳥遊 さくら", { full: "小鳥遊 さくら", family: "小鳥遊", given: "さくら" }],
    ["森太郎 モリタロウ", { full: "森太郎", family: "森", given: "太郎", reading: "モリタロウ" }],
    ["営業担当：鈴木", { full: "鈴木", family: "鈴木" }],
    ["山田太郎 他2名", { full: "山田太郎", family: "山田", given: "太郎" }],
    ["山田 ハナ", { full: "山田 ハナ", family: "山田", given: "ハナ" }],
    ["南部 太郎", { full: "南部 太郎", family: "南部", given: "太郎" }],
    ["YAMADA Taro", { full: "YAMADA Taro", family: "YAMADA", given: "Taro" }],
    ["Diego Roel", { full: "Diego Roel", family: "Roel", given: "Diego" }],
    ["Mr. Smith", { full: "Smith", family: "Smith", honorific: "Mr" }],
    ["担当：山田様", { full: "山田", family: "山田", honorific: "様" }],
    [
      "山田太郎（営業部 部長）",
      { full: "山田太郎", family: "山田", given: "太郎", title: "部長", department: "営業部" },
    ],
    ["山田太郎/営業部長", { full: "山田太郎", family: "山田", given: "太郎", title: "営業部長" }],
    ["㈱田中 山田太郎様", { full: "山田太郎", family: "山田", given: "太郎", honorific: "様" }],
    ["◎山田 太郎", { full: "山田 太郎", family: "山田", given: "太郎" }],
    [
      "ｵｰﾅｰ 山田 太郎 様",
      { full: "山田 太郎", family: "山田", given: "太郎", honorific: "様", title: "ｵｰﾅｰ" },
    ],
    ["・山田", { full: "山田", family: "山田" }],
    ["製造部：山田太郎", { full: "山田太郎", family: "山田", given: "太郎", department: "製造部" }],
    ["山田太郎　外2名", { full: "山田太郎", family: "山田", given: "太郎" }],
    ["第２営業部　山田太郎", { full: "山田太郎", family: "山田", given: "太郎", department: "第２営業部" }],
    ["営業第一課　阿部 陽菜", { full: "阿部 陽菜", family: "阿部", given: "陽菜", department: "営業第一課" }],
    ["鵜殿 健様", { full: "鵜殿 健", family: "鵜殿", given: "健", honorific: "様" }],
    ["総務 佐藤様", { full: "佐藤", family: "佐藤", honorific: "様", department: "総務" }],
  ])("reads %s", (text, expected) => {
    expect(parsePersonName(text)).toEqual({ ...nothing, ...expected });
  });

  test.each([
    "ご担当者様",
    "御担当者様",
    "ご担当者",
    "担当者様",
    "ご担当",
    "担当",
    "各位",
    "総務部",
    "総務部御中",
    "総務部 ご担当者様",
    "購買ご担当者様",
    "社長",
    "社長様",
    "専務",
    "不明",
    "未定",
    "なし",
    "-",
    "―",
    "",
    "　",
    "様",
    "N/A",
    "担当者未定",
    "担当変更中",
    "調査中",
    "お客様窓口",
    "記入漏れ",
    "ご担当者様宛",
    "営業課長",
    "未記入",
    "記載なし",
    "該当なし",
    "退職済み",
    "株式会社田中",
    "123",
  ])("finds nobody in %j", (text) => {
    expect(parsePersonName(text)).toBeNull();
  });

  test("never throws and never answers an empty name", () => {
    const noise = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."山田太郎部長様（）()ヤマダ ・、/さん") }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        expect(parsePersonName(text)?.full.trim()).not.toBe("");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("parsePersonNames", () => {
  test.each([
    ["山田様・佐藤様", ["山田", "佐藤"]],
    ["山田、佐藤", ["山田", "佐藤"]],
    ["山田部長／佐藤課長", ["山田", "佐藤"]],
    ["山田様佐藤様", ["山田", "佐藤"]],
    ["①山田太郎 ②佐藤花子", ["山田太郎", "佐藤花子"]],
    ["経理担当", []],
    ["山田様 佐藤様", ["山田", "佐藤"]],
    ["東様　森様", ["東", "森"]],
    ["山田太郎／営業課長", ["山田太郎"]],
    ["山田太郎／部長、佐藤花子／課長", ["山田太郎", "佐藤花子"]],
    ["鵜殿 健様", ["鵜殿 健"]],
    ["山田・佐藤", ["山田", "佐藤"]],
    ["山田太郎と佐藤花子", ["山田太郎", "佐藤花子"]],
    ["山田様\n佐藤様", ["山田", "佐藤"]],
    ["ジョン・スミス", ["ジョン・スミス"]],
    ["Yamada, Taro", ["Yamada, Taro"]],
    ["山田太郎／ヤマダタロウ", ["山田太郎"]],
    ["ご担当者様", []],
  ])("finds everyone in %j", (text, names) => {
    expect(parsePersonNames(text).map((person) => person.full)).toEqual(names);
  });
});

test.each([
  ["（正）山田 （副）佐藤", ["山田", "佐藤"]],
  ["正：山田　副：佐藤", ["山田", "佐藤"]],
  ["山田太郎 様 佐藤花子 様", ["山田太郎", "佐藤花子"]],
  ["山田太郎　佐藤花子", ["山田太郎", "佐藤花子"]],
  ["山田太郎※4/1異動", ["山田太郎"]],
  ["山田太郎 ほか", ["山田太郎"]],
  ["事務局 山田太郎", ["山田太郎"]],
  ["ご 担当者様", []],
  ["未確認", []],
])("finds in %s the people that are named", (text, names) => {
  expect(parsePersonNames(text).map(({ full }) => full)).toEqual(names);
});
