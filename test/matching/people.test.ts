import { expect, test } from "vitest";
import { type MatchRecord, personEvidence, type Verdict } from "../../core/matching/index.ts";
import { aPerson } from "./a-record.ts";

const MAIL = { mails: ["taro@example.com"] };
const HOME = {
  place: { postal: "101-0054", prefecture: "東京都", city: "千代田区", street: "神田錦町1-2-3" },
};

const table: [string, Verdict, MatchRecord, MatchRecord][] = [
  ["a name alone on both sides", "same", aPerson("山田 太郎"), aPerson("山田太郎")],
  ["a name where more is known of one", "review", aPerson("山田 太郎"), aPerson("山田太郎", MAIL)],
  ["name and mail", "same", aPerson("山田 太郎", MAIL), aPerson("山田太郎", MAIL)],
  ["name in old kanji and home", "same", aPerson("髙橋 太郎", HOME), aPerson("高橋太郎", HOME)],
  [
    "kana for kanji, with a mobile phone",
    "same",
    aPerson("山田 太郎", { nameKana: "ヤマダ タロウ", phones: ["+819012345678"] }),
    aPerson("ヤマダ タロウ", { phones: ["+819012345678"] }),
  ],
  [
    "a name in kana that nobody read out, with a mail of their own",
    "same",
    aPerson("ヤマダ タロウ", { ...MAIL, employer: "c1" }),
    aPerson("山田 太郎", { ...MAIL, employer: "c1" }),
  ],
  [
    "a name in romaji, given name first, with a mobile phone",
    "same",
    aPerson("Taro Yamada", { phones: ["+819012345678"], employer: "c1" }),
    aPerson("山田 太郎", { phones: ["+819012345678"], employer: "c1" }),
  ],
  [
    "kana that the kanji can be read as, in one company",
    "same",
    aPerson("ナカヤマ カツミ", { employer: "c1" }),
    aPerson("中山 克己", { employer: "c1" }),
  ],
  [
    "kana that the kanji cannot be read as, in one company",
    "different",
    aPerson("ナカヤマ ハナコ", { employer: "c1" }),
    aPerson("中山 克己", { employer: "c1" }),
  ],
  [
    "a family name that is read otherwise, with a mail of their own",
    "different",
    aPerson("スズキ ハナコ", { ...MAIL, employer: "c1" }),
    aPerson("山田 太郎", { ...MAIL, employer: "c1" }),
  ],
  [
    "two names of which one is in kana, at one desk",
    "different",
    aPerson("ホソカワ ハナコ", { mails: ["info@example.com"], employer: "c1" }),
    aPerson("纐纈 太郎", { mails: ["info@example.com"], employer: "c1" }),
  ],
  [
    "a name that nobody can part",
    "same",
    aPerson("堀悟", { ...MAIL, employer: "c1" }),
    aPerson("堀 悟", { ...MAIL, employer: "c1" }),
  ],
  [
    "a family name alone, where the other wrote from the desk",
    "same",
    aPerson("山口", { mails: ["yamaguchi@example.com"], employer: "c1" }),
    aPerson("山口", { mails: ["info@example.com"], employer: "c1" }),
  ],
  ["a mail without a name", "same", aPerson("taro@example.com", MAIL), aPerson("山田太郎", MAIL)],
  [
    "the same name elsewhere",
    "different",
    aPerson("山田 太郎", HOME),
    aPerson("山田 太郎", { place: { prefecture: "大阪府", city: "大阪市北区" } }),
  ],
  [
    "husband and wife",
    "different",
    aPerson("山田 太郎", { ...HOME, phones: ["+81312345678"] }),
    aPerson("山田 花子", { ...HOME, phones: ["+81312345678"] }),
  ],
  [
    "one name in two companies",
    "different",
    aPerson("山田 太郎", { employer: "三和電機" }),
    aPerson("山田 太郎", { employer: "東亜化学" }),
  ],
  [
    "a colleague by family name",
    "same",
    aPerson("山田", { employer: "㈱三和電機" }),
    aPerson("山田", { employer: "三和電機株式会社" }),
  ],
  [
    "a slip in the name, with the same birthday and number",
    "same",
    aPerson("lachlan berry", { birthDate: "19990219", identifiers: [{ label: "ssn", value: "7364009" }] }),
    aPerson("lachlen berry", { birthDate: "19990219", identifiers: [{ label: "ssn", value: "7364090" }] }),
  ],
  [
    "kana of a colleague, given name first, that the kanji can be read as",
    "same",
    aPerson("ヨウコ イワサキ", { employer: "c1" }),
    aPerson("岩崎 陽子", { ...MAIL, employer: "c1" }),
  ],
  [
    "romaji of a colleague that the kanji can be read as",
    "same",
    aPerson("Terada Yohei", { employer: "c1" }),
    aPerson("寺田 洋平", { employer: "c1" }),
  ],
  [
    "kana and romaji of one colleague, given name first in one",
    "same",
    aPerson("ソウタ ヒロセ", { employer: "c1" }),
    aPerson("Hirose Sota", { employer: "c1" }),
  ],
  [
    "kana of a colleague with the same family name",
    "different",
    aPerson("イワサキ ケンジ", { employer: "c1" }),
    aPerson("岩崎 陽子", { employer: "c1" }),
  ],
  [
    "kana that the kanji can be read as, in two companies",
    "different",
    aPerson("イワサキ ヨウコ", { employer: "c1" }),
    aPerson("岩崎 陽子", { employer: "c2" }),
  ],
  [
    "a given name of two kanji with one slip, with a mail of their own",
    "same",
    aPerson("保坂 良大", { ...MAIL, employer: "c1" }),
    aPerson("保坂 良太", { ...MAIL, employer: "c1" }),
  ],
  [
    "two given names that sound alike in one company",
    "different",
    aPerson("保坂 裕子", { mails: ["y.hosaka@example.com"], employer: "c1" }),
    aPerson("保坂 祐子", { mails: ["yuko@example.com"], employer: "c1" }),
  ],
  [
    "two brothers with one mail",
    "different",
    aPerson("保坂 一郎", { ...MAIL, employer: "c1" }),
    aPerson("保坂 健郎", { ...MAIL, employer: "c1" }),
  ],
];

test.each(table)("%s: %s", (_title, verdict, a, b) => {
  expect(personEvidence(a, b).verdict).toBe(verdict);
  expect(personEvidence(b, a).verdict).toBe(verdict);
});
