import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileCard } from "../../../workspace-addon/cards/index.ts";
import { lintCard } from "../../../workspace-addon/cards/lint.ts";
import { aContext, anEntry, aPerson, aProfile, presses, readCard } from "../support/cards.ts";

const mail = { messageId: "m-1", externalId: "abc@example.jp", contact: aPerson, logged: false };
const caution = {
  title: "要注意",
  rows: [{ label: "11/20 佐藤", value: "納期遅れのお詫び中。電話は部長から", tone: "warning" as const }],
  actions: [
    { label: "解決した", operation: "caution.resolve", input: { key: "k1" }, confirm: "要注意を外しますか" },
  ],
};

describe("the profile card", () => {
  it("shows cautions first, then who it is, then the mail, what is due, and the history", () => {
    const read = readCard(profileCard(aContext(), { profile: aProfile(), pinned: [caution], mail }));

    const order = [
      "田中商事",
      "要注意",
      "木村 一郎様",
      "営業担当",
      "佐藤 花子",
      "副担当",
      "鈴木 健",
      "このメールを記録",
      "押すまで何も保存しません",
      "次の予定",
      "11/24(火)",
      "見積提出",
      "対応履歴",
      "電話 (発信、つながった)",
      "単価の件",
      "連絡先",
      "03-1234-5678",
      "その他",
      "10234",
      "田中商店",
    ];
    const places = order.map((word) => read.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("names the mail and the person in the press that logs it, and offers to keep the text only if ticked", () => {
    const card = profileCard(aContext(), { profile: aProfile(), pinned: [], mail });

    expect(presses(card).このメールを記録).toEqual({
      action: "log_mail",
      customerId: "00000000-0000-7000-8000-000000000001",
      contactId: aPerson.id,
      messageId: "m-1",
      externalId: "abc@example.jp",
    });
    expect(JSON.stringify(card)).toContain('"value":"body","selected":false');
  });

  it("offers no button for a mail that is logged", () => {
    const card = profileCard(aContext(), {
      profile: aProfile(),
      pinned: [],
      mail: { ...mail, logged: true },
    });

    expect(readCard(card)).toContain("記録済み");
    expect(presses(card).このメールを記録).toBeUndefined();
  });

  it("leaves the mail out when the card stands beside none", () => {
    expect(readCard(profileCard(aContext(), { profile: aProfile(), pinned: [], mail: null }))).not.toContain(
      "このメール",
    );
  });

  it("says that nobody answers for a customer, and who has left", () => {
    const ownerless = profileCard(aContext(), { profile: aProfile({ owners: [] }), pinned: [], mail: null });
    const left = aProfile({
      owners: [{ memberId: "m1", name: "田中 次郎", role: "owner", status: "former" }],
    });

    expect(readCard(ownerless)).toContain("営業担当\nまだ決まっていません");
    expect(readCard(profileCard(aContext(), { profile: left, pinned: [], mail: null }))).toContain(
      "田中 次郎 (退職)",
    );
  });

  it("says overdue, today and no date in words", () => {
    const due = (dueOn: string | null, title: string) => ({ ...aProfile().nextActions[0]!, dueOn, title });
    const profile = aProfile({
      nextActions: [due("2026-11-20", "A"), due("2026-11-21", "B"), due(null, "C"), due("2027-01-04", "D")],
    });

    const read = readCard(profileCard(aContext(), { profile, pinned: [], mail: null }));

    expect(read).toContain("期限切れ 11/20(金)\nA");
    expect(read).toContain("今日 11/21(土)\nB");
    expect(read).toContain("期日なし\nC");
    expect(read).toContain("2027/1/4(月)\nD");
  });

  it("shows a handover, who wrote an entry down, and that a mail came in", () => {
    const history = [
      anEntry({ kind: "handover", direction: null, result: null, title: "佐藤 花子 → 鈴木 健", body: "" }),
      anEntry({ kind: "mail", direction: "in", result: null, title: "見積のお願い", recorderName: "伊藤" }),
      anEntry({
        kind: "visit",
        direction: null,
        result: "absent",
        precision: "day",
        body: "社長不在、名刺を置く",
      }),
    ];

    const read = readCard(
      profileCard(aContext(), { profile: aProfile({ history }), pinned: [], mail: null }),
    );

    expect(read).toContain("引き継ぎ\n佐藤 花子 → 鈴木 健");
    expect(read).toContain("メール (受信)\n見積のお願い");
    expect(read).toContain("記録 伊藤");
    expect(read).toContain("11/20(金) 訪問 (不在)");
  });

  it("asks before a plugin does what is hard to take back", () => {
    const pressed = presses(profileCard(aContext(), { profile: aProfile(), pinned: [caution], mail }))
      .解決した!;

    expect(pressed).toMatchObject({
      action: "confirm",
      operation: "caution.resolve",
      input: '{"key":"k1"}',
      question: "要注意を外しますか",
    });
  });

  it("speaks English to those who do", () => {
    const read = readCard(profileCard(aContext("en"), { profile: aProfile(), pinned: [], mail }));

    expect(read).toContain("Nothing is kept until you press");
    expect(read).toContain("Tue 24 Nov");
  });

  it("keeps names from being taken for tags", () => {
    const card = profileCard(aContext(), {
      profile: aProfile(
        { people: [{ ...aPerson, name: '<a href="https://x.example">木村</a>' }] },
        { note: "A&B <b>太字</b>" },
      ),
      pinned: [],
      mail: null,
    });

    expect(JSON.stringify(card)).not.toContain("<a ");
    expect(readCard(card)).toContain("A&B <b>太字</b>");
  });

  it("keeps Google's limits with every list full and nasty texts everywhere", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.constantFrom(
        "<b>",
        "&amp;",
        "</font>",
        "<!channel>",
        "\u202e逆",
        "\ud800",
        "a\nb",
        "𠮷".repeat(300),
        "",
        "  ",
        '"><script>',
      ),
    );
    fc.assert(
      fc.property(nasty, nasty, nasty, fc.integer({ min: 0, max: 60 }), (name, word, more, many) => {
        const times = <T>(item: T): T[] => Array.from({ length: many }, () => item);
        const profile = aProfile(
          {
            sites: times({ id: "s", name }),
            people: times({ ...aPerson, name, title: word }),
            contactPoints: times({ kind: "mail", value: word, extension: more || null, label: name }),
            codes: times({ system: word, code: name }),
            aliases: times({ kind: "alias", name }),
            owners: times({ memberId: "m", name, role: "owner", status: "active" }),
            nextActions: times({ ...aProfile().nextActions[0]!, title: word, ownerName: name }),
            history: times(anEntry({ title: name, body: word, authorName: more, customerName: word })),
            openHandover: { id: "h", toName: name },
          },
          { name, note: word, extra: Object.fromEntries(times(0).map((_, at) => [`${name}${at}`, word])) },
        );
        const pinned = times({
          title: name,
          rows: times({ label: word, value: more }),
          actions: times({ label: word, operation: "x.y", input: { word } }),
        });
        for (const locale of ["ja", "en"] as const) {
          const card = profileCard(aContext(locale), {
            profile,
            pinned,
            mail: { ...mail, contact: { ...aPerson, name } },
          });
          expect(lintCard(card)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
