import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addNextAction,
  createCustomer,
  definePlugin,
  listHistory,
  logHistory,
  type Plugin,
} from "../../../core/index.ts";
import { aMail, createAddon } from "../support/addon.ts";
import { presses, readCard } from "../support/cards.ts";
import { domain } from "../support/google.ts";

const pinned: Plugin = definePlugin({
  name: "pinned",
  profileSections: [
    { name: "broken", load: () => Promise.reject(new Error("broken")) },
    {
      name: "care",
      load: async () => ({
        title: "要注意",
        rows: [{ label: "", value: "請求先は本社へ", tone: "warning" }],
        actions: [],
      }),
    },
  ],
});

let addon: Awaited<ReturnType<typeof createAddon>>;
let sato: string;
let suzuki: string;
let tanaka: { companyId: string; personId: string };

beforeAll(async () => {
  addon = await createAddon({ plugins: [pinned], patience: { gmailMs: 1_500 } });
  sato = await addon.enishi.member("佐藤 花子", "member", { email: `sato@${domain}` });
  suzuki = await addon.enishi.member("鈴木 健", "member", { email: `suzuki@${domain}` });
  tanaka = await addon.tanaka(sato);
  const call = addon.enishi.as(sato);
  await addon.enishi.perform(
    logHistory,
    { customerId: tanaka.companyId, kind: "call", direction: "out", body: "単価の件" },
    call,
  );
  await addon.enishi.perform(
    addNextAction,
    { customerId: tanaka.companyId, kind: "promise", title: "見積提出", dueOn: "2026-11-24" },
    call,
  );
});
afterAll(() => addon.close());
beforeEach(() => addon.google.setGmail("up"));

const historyOf = (customerId: string) =>
  addon.enishi.ask(listHistory, { customerId }, addon.enishi.as(sato));

describe("beside a mail from a customer", () => {
  it("shows who it is, who answers for them, what is due, and the history, cautions on top", async () => {
    addon.google.put(aMail("m-1", "木村 <kimura@tanaka.example.com>"));

    const { status, card, shown } = await addon.open("m-1");

    expect([status, shown, card.name]).toEqual([200, "push", "profile"]);
    expect(card.header?.title).toBe("田中商事株式会社");
    const read = readCard(card);
    for (const word of [
      "要注意",
      "課長 木村 一郎様",
      "営業担当",
      "佐藤 花子",
      "11/24(火)",
      "見積提出",
      "電話 (発信)",
      "単価の件",
      "押すまで何も保存しません",
    ]) {
      expect(read).toContain(word);
    }
  });

  it("asks Gmail for envelopes only, with both tokens, and keeps nothing", async () => {
    const before = await historyOf(tanaka.companyId);
    const asked = addon.google.asked.length;

    await addon.open("m-1");

    const requests = addon.google.asked.slice(asked);
    expect(requests.map(({ format }) => format)).toEqual(["metadata", "metadata"]);
    expect(requests[0]).toMatchObject({ authorization: "Bearer ya29.user", messageToken: "message-token" });
    expect(await historyOf(tanaka.companyId)).toEqual(before);
  });

  it("logs the mail once, however often it is pressed and by whom", async () => {
    addon.google.put(
      aMail("m-2", "木村 <kimura@tanaka.example.com>", { subject: "納期の件", text: "本文は残さない" }),
    );
    const { card } = await addon.open("m-2");

    const [first, second] = await Promise.all([
      addon.press(card, "このメールを記録", { mail: "m-2" }),
      addon.press(card, "このメールを記録", { mail: "m-2" }),
    ]);
    expect([first.told, second.told]).toEqual(["記録しました", "記録しました"]);
    expect(first).toMatchObject({ shown: "update", stateChanged: true });
    expect(readCard(first.card)).toContain("記録済み");

    // The same mail has another id in a colleague's mailbox.
    addon.google.put({
      ...aMail("m-2", "木村 <kimura@tanaka.example.com>", { subject: "納期の件" }),
      id: "m-2-suzuki",
    });
    const theirs = { claims: { sub: "5005", email: `suzuki@${domain}` }, mail: "m-2-suzuki" };
    const parameters = { ...presses(card).このメールを記録!, messageId: "m-2-suzuki" };
    const third = await addon.post("/action", await addon.event({ ...theirs, parameters }));
    expect(third.told).toBe("もう記録されています");
    expect(readCard((await addon.open("m-2-suzuki", theirs)).card)).toContain("記録済み");

    const logged = (await historyOf(tanaka.companyId)).items.filter((entry) => entry.title === "納期の件");
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({
      kind: "mail",
      direction: "in",
      authorId: sato,
      contactIds: [tanaka.personId],
      memberIds: [sato],
      occurredAt: "2026-11-21T08:00:00.000Z",
      body: "木村 → 佐藤 花子",
      surface: "gmail",
    });
  });

  it("keeps the text when that was ticked, without the quoted mail", async () => {
    addon.google.put(
      aMail("m-3", "木村 <kimura@tanaka.example.com>", {
        subject: "本文あり",
        text: "お願いします。\n> 前のメール",
      }),
    );
    const { card } = await addon.open("m-3");

    await addon.press(card, "このメールを記録", { mail: "m-3", inputs: { keep: ["body"] } });

    const [entry] = (await historyOf(tanaka.companyId)).items.filter((one) => one.title === "本文あり");
    expect(entry!.body).toBe("お願いします。");
  });

  it("logs again what was taken back", async () => {
    addon.google.put(aMail("m-4", "木村 <kimura@tanaka.example.com>", { subject: "取り消してから" }));
    const { card } = await addon.open("m-4");
    await addon.press(card, "このメールを記録", { mail: "m-4" });
    await addon.enishi.database.query("update history_entry set cancelled_at = now() where title = $1", [
      "取り消してから",
    ]);

    const again = await addon.press(card, "このメールを記録", { mail: "m-4" });

    expect(readCard(again.card)).toContain("記録済み");
    expect(
      (await historyOf(tanaka.companyId)).items.filter((one) => one.title === "取り消してから"),
    ).toHaveLength(1);
  });

  it("takes a mail of ours for an outgoing one, of the colleague who wrote it", async () => {
    addon.google.put(
      aMail("m-5", `鈴木 健 <suzuki@${domain}>`, {
        to: "kimura@tanaka.example.com",
        cc: `sato@${domain}`,
        subject: "見積送付",
      }),
    );
    const { card } = await addon.open("m-5");
    expect(card.header?.title).toBe("田中商事株式会社");

    await addon.press(card, "このメールを記録", { mail: "m-5" });

    const [entry] = (await historyOf(tanaka.companyId)).items.filter((one) => one.title === "見積送付");
    expect(entry).toMatchObject({ direction: "out", authorId: suzuki, recorderId: sato });
  });

  it("tells a viewer that they may not, and logs nothing", async () => {
    await addon.enishi.member("見る人", "viewer", { email: `viewer@${domain}` });
    addon.google.put(aMail("m-6", "木村 <kimura@tanaka.example.com>", { subject: "見るだけ" }));
    const claims = { sub: "6006", email: `viewer@${domain}` };
    const { card } = await addon.open("m-6", { claims });

    const answer = await addon.press(card, "このメールを記録", { mail: "m-6", claims });

    expect(answer).toMatchObject({ status: 200, shown: "nothing", stateChanged: false });
    expect(answer.told).toContain("権限がありません");
    expect((await historyOf(tanaka.companyId)).items.filter((one) => one.title === "見るだけ")).toHaveLength(
      0,
    );
  });

  it("marks a next action done, and says so when a colleague was quicker", async () => {
    const { card } = await addon.open("m-1");

    const first = await addon.press(card, "済", { mail: "m-1" });
    const second = await addon.press(card, "済", { mail: "m-1" });

    expect(first.told).toBe("済にしました");
    expect(readCard(first.card)).toContain("予定はありません");
    expect(second.told).toContain("もう終わっている");
    expect(presses(first.card).このメールを記録).toMatchObject({ messageId: "m-1" });
  });
});

describe("beside a thread", () => {
  it("lets one choose when several known people take part, and opens the card of the chosen", async () => {
    const call = addon.enishi.as(sato);
    const { customerId } = await addon.enishi.perform(
      createCustomer,
      { kind: "company", name: "丸八金属" },
      call,
    );
    await addon.enishi.perform(
      createCustomer,
      {
        kind: "person",
        name: "山田",
        parentId: customerId,
        contactPoints: [{ kind: "mail", value: "yamada@maruhachi.example.com" }],
      },
      call,
    );
    addon.google.put(
      aMail("m-10", "山田 <yamada@maruhachi.example.com>", { threadId: "t-10" }),
      aMail("m-11", "木村 <kimura@tanaka.example.com>", { threadId: "t-10" }),
    );

    const { card } = await addon.open("m-11");
    expect(card.name).toBe("chooser");
    expect(readCard(card)).toMatch(/このメールの相手\n木村 一郎[\s\S]*山田\n丸八金属/);

    const chosen = await addon.press(card, "開く", { mail: "m-11" });
    expect([chosen.shown, chosen.card.header?.title]).toEqual(["push", "丸八金属"]);
  });

  it("offers to add the sender beside the people who are known", async () => {
    addon.google.put(aMail("m-12", "新人 <new@tanaka.example.com>", { cc: "kimura@tanaka.example.com" }));

    const { card } = await addon.open("m-12");
    expect(readCard(card)).toContain("このメールの相手は未登録です\n新人");

    const form = await addon.press(card, "登録", { mail: "m-12" });
    expect(readCard(form.card)).toContain("この会社の先方担当として登録");
  });

  it("says that a mail among ourselves concerns no customer", async () => {
    addon.google.put(aMail("m-13", `鈴木 <suzuki@${domain}>`));

    expect((await addon.open("m-13")).card.name).toBe("internal");
  });
});

describe("beside a mail of somebody unknown", () => {
  it("adds them as 先方担当 of the company with that domain, once", async () => {
    addon.google.put(aMail("m-20", "武田 沙織 <takeda@tanaka.example.com>"));
    const { card } = await addon.open("m-20");
    expect(readCard(card)).toContain("同じドメインの会社");

    const inputs = { person: ["武田 沙織"] };
    const first = await addon.press(card, "先方担当に登録", { mail: "m-20", inputs });
    const second = await addon.press(card, "先方担当に登録", { mail: "m-20", inputs: { person: ["武田"] } });

    expect([first.told, second.told]).toEqual(["先方担当に登録しました", "もう登録されています"]);
    expect(first.card.header?.title).toBe("田中商事株式会社");
    expect(readCard(first.card)).toContain("武田 沙織様");
    expect(presses(first.card)).toHaveProperty("このメールを記録");
    expect((await addon.open("m-20")).card.name).toBe("profile");
  });

  it("asks which company when two have the domain", async () => {
    const call = addon.enishi.as(sato);
    for (const name of ["北陸物産", "北陸物産物流"]) {
      await addon.enishi.perform(
        createCustomer,
        {
          kind: "company",
          name,
          contactPoints: [{ kind: "mail", value: `info-${name.length}@hokuriku.example.com` }],
        },
        call,
      );
    }
    addon.google.put(aMail("m-21", "武井 <takei@hokuriku.example.com>"));
    const { card } = await addon.open("m-21");
    expect(readCard(card)).toContain("どの会社の先方担当ですか");

    const inputs = { person: ["武井"] };
    expect((await addon.press(card, "先方担当に登録", { mail: "m-21", inputs })).told).toBe(
      "会社を選んでください",
    );
    const items = card.sections
      .flatMap((section) => section.widgets)
      .flatMap((widget) => ("selectionInput" in widget ? widget.selectionInput.items : []));
    const chosen = items.find((item) => item.text === "北陸物産物流")!.value;
    const added = await addon.press(card, "先方担当に登録", {
      mail: "m-21",
      inputs: { ...inputs, companyId: [chosen] },
    });
    expect(added.card.header?.title).toBe("北陸物産物流");
  });

  it.each(["taro@gmail.com", "taro@aaa.ocn.ne.jp", "taro@docomo.ne.jp", "taro@yahoo.co.jp"])(
    "matches no company by the address %s",
    async (email) => {
      const call = addon.enishi.as(sato);
      await addon.enishi.perform(
        createCustomer,
        { kind: "company", name: "個人商店", contactPoints: [{ kind: "mail", value: `shop-${email}` }] },
        call,
      );
      addon.google.put(aMail("m-22", `太郎 <${email}>`));

      const { card } = await addon.open("m-22");

      expect(presses(card)).not.toHaveProperty("先方担当に登録");
      expect(readCard(card)).toContain("会社は推測しません");
    },
  );

  it("adds a new company with its person, owned by whoever ticked it, and asks first when the name is on record", async () => {
    addon.google.put(aMail("m-23", '"大野 (株式会社みらい工業)" <ono@mirai.example.com>'));
    const { card } = await addon.open("m-23");
    expect(JSON.stringify(card)).toContain('"value":"株式会社みらい工業"');
    const inputs = { company: ["株式会社みらい工業"], person: ["大野"], owner: ["yes"] };

    const made = await addon.press(card, "新しい顧客として登録", { mail: "m-23", inputs });

    expect(made).toMatchObject({ told: "登録しました", shown: "update" });
    expect(made.card.header?.title).toBe("株式会社みらい工業");
    expect(readCard(made.card)).toContain("営業担当\n佐藤 花子");
    expect(readCard(made.card)).toContain("大野様");
    expect((await addon.press(card, "新しい顧客として登録", { mail: "m-23", inputs })).told).toBe(
      "もう登録されています",
    );

    addon.google.put(aMail("m-24", "小川 <ogawa@mirai-sub.example.com>"));
    const other = await addon.open("m-24");
    const asked = await addon.press(other.card, "新しい顧客として登録", {
      mail: "m-24",
      inputs: { ...inputs, person: ["小川"] },
    });
    expect(asked.card.header?.title).toBe("同じ会社?");
    const joined = await addon.press(asked.card, "この会社", { mail: "m-24" });
    expect(readCard(joined.card)).toContain("小川様");
  });

  it("adds a person alone when no company is named, and nobody without any name", async () => {
    addon.google.put(aMail("m-25", "太田 <ota@gmail.com>"));
    const { card } = await addon.open("m-25");

    expect((await addon.press(card, "新しい顧客として登録", { mail: "m-25" })).told).toBe(
      "会社名か氏名を入れてください",
    );
    const made = await addon.press(card, "新しい顧客として登録", {
      mail: "m-25",
      inputs: { person: ["太田"] },
    });
    expect(made.card.header).toMatchObject({ title: "太田", subtitle: "個人" });
    expect(presses(made.card)).toHaveProperty("このメールを記録");
  });

  it("finds a company on record for somebody whose domain tells of none, and logs the mail there", async () => {
    addon.google.put(aMail("m-26", "外注 <x@unknown.example.com>", { subject: "外注から" }));
    const { card } = await addon.open("m-26");

    const found = await addon.press(card, "検索", { mail: "m-26", inputs: { q: ["田中商事"] } });
    const none = await addon.press(card, "検索", { mail: "m-26", inputs: { q: ["棚橋"] } });
    expect(readCard(none.card)).toContain("見つかりません");
    const label = Object.keys(presses(found.card)).find((text) => text.startsWith("田中商事株式会社"));
    const opened = await addon.press(found.card, label ?? "田中商事株式会社", { mail: "m-26" });
    const logged = await addon.press(opened.card, "このメールを記録", { mail: "m-26" });
    expect(logged.told).toBe("記録しました");
  });
});

describe("when Google's API fails", () => {
  it.each(["silent", 500, 401, 404] as const)(
    "shows a card with the remedy in time while Gmail is %s",
    async (state) => {
      addon.google.setGmail(state);

      const begin = performance.now();
      const { status, card } = await addon.open("m-1");

      expect([status, card.name]).toEqual([200, "error"]);
      expect(performance.now() - begin).toBeLessThan(5_000);
      expect(readCard(card)).toContain("メールを開き直してください");
      addon.google.setGmail("up");
      expect((await addon.press(card, "もう一度", { mail: "m-1" })).card.name).toBe("profile");
    },
  );

  it("keeps the card and says so when the press cannot read the mail", async () => {
    const { card } = await addon.open("m-1");
    addon.google.setGmail("silent");

    const answer = await addon.press(card, "このメールを記録", { mail: "m-1" });

    expect(answer).toMatchObject({ status: 200, shown: "nothing", stateChanged: false });
    expect(answer.told).toContain("読めませんでした");
  });

  it("says that a button of an older card does not work any more", async () => {
    const pressed: Record<string, string>[] = [
      { action: "nonsense" },
      { action: "__proto__" },
      { action: "log_mail" },
      { action: "perform", operation: "x.y", input: "{" },
    ];
    for (const parameters of pressed) {
      const answer = await addon.post("/action", await addon.event({ parameters, mail: "m-1" }));
      expect(answer.told).toContain("もう使えません");
    }
  });
});

describe("beside a draft", () => {
  it("shows who the recipients are", async () => {
    const event = {
      ...(await addon.event()),
      gmail: {
        toRecipients: ["kimura@tanaka.example.com", `suzuki@${domain}`],
        ccRecipients: ["new@y.example.com"],
      },
    };

    const { card } = await addon.post("/gmail/compose", event);

    expect(readCard(card)).toContain("木村 一郎\n田中商事株式会社");
    expect(readCard(card)).toContain("請求先は本社へ");
    expect(readCard(card)).toContain("登録のない宛先\nnew@y.example.com");
    expect(readCard(card)).not.toContain("suzuki");
  });
});
