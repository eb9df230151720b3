import type {
  Book,
  BookCustomer,
  BookMember,
  BookPerson,
  LineContext,
} from "../../../core/lines/reading/index.ts";

/** 佐藤 at a desk, Sat 2026-11-21 18:00. */
export const evening: LineContext = { now: "2026-11-21T18:00", authorId: "sato" };

export function aCustomer(id: string, name: string, more: Partial<BookCustomer> = {}): BookCustomer {
  return { id, name, kind: "company", names: [], parentId: null, ownerIds: [], prefecture: null, ...more };
}

export function aPerson(
  id: string,
  name: string,
  customerId: string,
  title: string | null = null,
): BookPerson {
  return { id, name, customerId, title, names: [], department: null };
}

export function aMember(id: string, name: string, more: Partial<BookMember> = {}): BookMember {
  return { id, name, names: [], slackUserId: `U${id.toUpperCase().replace("-", "")}`, active: true, ...more };
}

/** The people and customers of the example lines. */
export const book: Book = {
  customers: [
    aCustomer("tanaka", "田中商事 本社", { prefecture: "東京都" }),
    aCustomer("tanaka-osaka", "田中商事 大阪支店", {
      kind: "site",
      parentId: "tanaka",
      prefecture: "大阪府",
    }),
    aCustomer("maruhachi", "丸八金属", { names: ["まるはちきんぞく"] }),
    aCustomer("sanwa-denki", "三和電機工業", { names: ["サンワデンキコウギョウ"], prefecture: "愛知県" }),
    aCustomer("sanwa", "㈱サンワ", { prefecture: "岐阜県" }),
    aCustomer("watanabe", "渡邉製作所"),
    aCustomer("takahashi", "髙橋工務店"),
    aCustomer("hokuriku", "北陸物産"),
    aCustomer("asahi-kana", "アサヒ産業㈱"),
    aCustomer("asahi-kanji", "朝日産業㈲"),
    aCustomer("minato", "みなと食品"),
    aCustomer("tokai", "東海プラント"),
  ],
  people: [
    { ...aPerson("kimura", "木村", "tanaka-osaka", "課長"), department: "購買" },
    aPerson("yamada", "山田", "maruhachi", "部長"),
    aPerson("kobayashi", "小林", "minato"),
    aPerson("yamaguchi", "山口", "tokai"),
  ],
  members: [
    aMember("sato", "佐藤"),
    aMember("suzuki-ken", "鈴木健"),
    aMember("suzuki-shin", "鈴木真"),
    aMember("tanaka-m", "田中"),
    aMember("ito", "伊藤"),
  ],
};
