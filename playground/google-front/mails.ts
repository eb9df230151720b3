import type { SeedMail } from "./mail.ts";

const kimura = "木村 誠 <kimura@tanaka-shoji.example.jp>";
const yamada = "山田 浩二 <yamada@maruhachi.example.jp>";

/**
 * The pretend mailbox: one mail for each case that the card beside it must get right. Newest first.
 */
export const seedMails: readonly SeedMail[] = [
  {
    id: "m-kimura",
    threadId: "t-kimura",
    messageId: "20261120.kimura@tanaka-shoji.example.jp",
    hoursAgo: 2,
    from: kimura,
    to: ["me"],
    subject: "お見積の件(ベアリング 500個)",
    text: `お世話になっております。田中商事 大阪支店の木村です。

先日お電話でお願いした件、ベアリング 500 個のお見積を来週火曜までにいただけますでしょうか。
社内の稟議が水曜にありますので、それに間に合うと助かります。

どうぞよろしくお願いいたします。

--
田中商事株式会社 大阪支店 購買課
課長 木村 誠
TEL 06-6345-0101  FAX 06-6345-0102`,
  },
  {
    id: "m-takeda",
    threadId: "t-takeda",
    messageId: "20261120.takeda@maruhachi.example.jp",
    hoursAgo: 5,
    from: "武田 沙織 <takeda@maruhachi.example.jp>",
    to: ["me"],
    subject: "単価改定のご相談",
    text: `はじめてご連絡いたします。丸八金属 経理の武田と申します。

山田より引き継ぎ、来期の単価についてご相談させていただきたく存じます。
締め日の変更(10日締め → 20日締め)も合わせてお願いできますでしょうか。

丸八金属株式会社 経理部
武田 沙織
052-211-0302`,
  },
  {
    id: "m-thread-2",
    threadId: "t-thread",
    messageId: "20261120.b@maruhachi.example.jp",
    hoursAgo: 20,
    from: yamada,
    to: ["me", kimura],
    cc: ["小林 直人 <kobayashi@minato-foods.example.jp>"],
    subject: "Re: 年内の合同納品について",
    text: `山田です。

来週木曜の午前で問題ありません。木村様、小林様、ご都合いかがでしょうか。
車両はこちらで手配します。`,
  },
  {
    id: "m-thread-1",
    threadId: "t-thread",
    messageId: "20261120.a@tanaka-shoji.example.jp",
    hoursAgo: 26,
    from: kimura,
    to: ["me", yamada],
    cc: ["小林 直人 <kobayashi@minato-foods.example.jp>"],
    subject: "年内の合同納品について",
    text: `各位

年内の合同納品の日程をご相談させてください。第一候補は来週木曜の午前です。`,
  },
  {
    id: "m-free",
    threadId: "t-free",
    messageId: "CAF.practice.0001@mail.gmail.com",
    hoursAgo: 30,
    from: "林 太一 <hayashi.works@gmail.com>",
    to: ["me"],
    subject: "治具の製作について",
    text: `ホームページを拝見しました。個人で木工をしている林です。

小ロットの治具を 3 点ほどお願いしたいのですが、お見積をいただくことは可能でしょうか。
図面は手書きのものがあります。

林 太一 / 090-1234-5678`,
  },
  {
    id: "m-new-company",
    threadId: "t-new-company",
    messageId: "20261119.ogawa@ogawa-seiki.example.co.jp",
    hoursAgo: 49,
    from: "小川 恵 <ogawa@ogawa-seiki.example.co.jp>",
    to: ["me"],
    subject: "展示会でお名刺を交換させていただきました",
    text: `小川精機の小川です。先日の展示会ではありがとうございました。

カタログにありました特注ベアリングについて、詳しいお話を伺えますでしょうか。

小川精機株式会社 営業企画
小川 恵
TEL 03-3255-0188`,
  },
];
