/** Something that happened, so many days before now. */
export interface SeedEntry {
  customer: string;
  author: string;
  daysAgo: number;
  /** Wall time in Tokyo. */
  at: string;
  kind: "call" | "visit" | "visitor" | "meeting" | "mail" | "fax" | "note" | "won";
  direction?: "out" | "in";
  result?: "reached" | "absent";
  contacts?: readonly string[];
  body: string;
}

/** What is still to be done, so many days from now. */
export interface SeedAction {
  customer: string;
  owner: string;
  kind: "promise" | "follow" | "appointment";
  title: string;
  inDays: number;
  at?: string;
}

export const seedEntries: readonly SeedEntry[] = [
  entry("tanaka-tokyo", "sato", 45, "10:00", "visit", "年間契約の更新について社長と面談。来期も継続の意向。"),
  entry(
    "tanaka-osaka",
    "sato",
    12,
    "13:30",
    "meeting",
    "ベアリング 500 個の引合。競合 2 社と相見積。納期を重視。",
    {
      contacts: ["kimura"],
    },
  ),
  entry("tanaka-osaka", "suzuki-ken", 4, "16:10", "call", "仕様の確認。図面は最新版 Rev.C を使うとのこと。", {
    direction: "in",
    result: "reached",
    contacts: ["kimura"],
  }),
  entry("maruhachi", "sato", 30, "11:00", "visit", "来期の単価改定を打診された。3% 前後の見込み。", {
    contacts: ["yamada"],
  }),
  entry("maruhachi", "sato", 6, "09:40", "call", "単価の件、社内で検討して回答すると伝えた。", {
    direction: "out",
    result: "reached",
    contacts: ["yamada"],
  }),
  entry(
    "sanwa-denki",
    "suzuki-ken",
    9,
    "15:00",
    "meeting",
    "不具合の件で品質保証部と打合せ。是正報告を約束。",
  ),
  entry("sanwa-denki", "suzuki-ken", 75, "10:30", "won", "ベアリング 300 個を受注。"),
  entry("sanwa", "suzuki-makoto", 20, "14:00", "call", "在庫の問い合わせ。即納品を案内した。", {
    direction: "in",
    result: "reached",
  }),
  entry(
    "watanabe",
    "former",
    120,
    "11:00",
    "visit",
    "図面を 3 点預かった。試作の見積を年内に出すことになった。",
  ),
  entry(
    "watanabe",
    "former",
    200,
    "17:00",
    "note",
    "社長は午前中のほうがつながりやすい。FAX は必ず電話で到着を確認する。",
  ),
  entry(
    "takahashi",
    "sato",
    60,
    "10:00",
    "visit",
    "新しい現場の資材について相談。社長不在のため専務が対応。",
  ),
  entry("hokuriku", "sato", 33, "13:00", "mail", "年末の休業日を案内した。", { direction: "out" }),
  entry("asahi-kana", "former", 150, "10:00", "call", "担当窓口が資材課に変わったと連絡を受けた。", {
    direction: "in",
    result: "reached",
  }),
  entry(
    "asahi-kanji",
    "former",
    400,
    "14:00",
    "visit",
    "カタログを届けた。次回は春先に連絡することになった。",
  ),
  entry("minato", "sato", 15, "11:20", "call", "冷却ポンプの交換時期を確認。年明けに点検の予定。", {
    direction: "out",
    result: "reached",
    contacts: ["kobayashi"],
  }),
  entry("tokai", "tanaka", 25, "16:00", "visitor", "山口主任が来社。定期修理の日程を相談した。", {
    contacts: ["yamaguchi"],
  }),
];

export const seedActions: readonly SeedAction[] = [
  action("maruhachi", "sato", "promise", "単価の回答", 2),
  action("tanaka-tokyo", "sato", "follow", "年末のご挨拶の日程", 10),
  action("sanwa-denki", "suzuki-ken", "promise", "是正報告書の提出", 5),
  action("watanabe", "former", "promise", "試作の見積提出", 3),
  action("minato", "sato", "follow", "点検の日程の確認", 40),
  { ...action("tokai", "tanaka", "appointment", "定期修理の打合せ", 8), at: "10:00" },
];

function entry(
  customer: string,
  author: string,
  daysAgo: number,
  at: string,
  kind: SeedEntry["kind"],
  body: string,
  more: Partial<SeedEntry> = {},
): SeedEntry {
  return { customer, author, daysAgo, at, kind, body, ...more };
}

function action(
  customer: string,
  owner: string,
  kind: SeedAction["kind"],
  title: string,
  inDays: number,
): SeedAction {
  return { customer, owner, kind, title, inDays };
}
