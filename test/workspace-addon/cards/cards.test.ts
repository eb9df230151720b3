import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chooserCard,
  composeCard,
  errorCard,
  homepageCard,
  linkingCard,
  newCustomerCard,
  sameCompanyCard,
  searchCard,
  sheetsHomepageCard,
  unknownSenderCard,
} from "../../../workspace-addon/cards/index.ts";
import { lintCard } from "../../../workspace-addon/cards/lint.ts";
import { aContext, aProfile, presses, readCard } from "../support/cards.ts";

const mail = { messageId: "m-1", externalId: "abc@example.jp" };
const sender = {
  mail,
  name: "木村 一郎（田中商事）",
  email: "kimura@tanaka.example.jp",
  person: "木村 一郎",
  company: "田中商事",
  companies: [] as { customerId: string; name: string }[],
  freeMail: false,
};

describe("the card of an unknown sender", () => {
  it("offers them first as 先方担当 of the company known by the domain, and as a new customer only behind a button", () => {
    const card = unknownSenderCard(aContext(), {
      ...sender,
      companies: [{ customerId: "c1", name: "田中商事" }],
    });

    expect(readCard(card)).toContain("この会社の先方担当として登録");
    expect(presses(card).先方担当に登録).toEqual({
      action: "add_contact",
      companyId: "c1",
      email: sender.email,
      ...mail,
    });
    expect(presses(card).新しい顧客として登録).toBeUndefined();
    expect(presses(card).別の会社として登録).toMatchObject({ action: "new_customer", email: sender.email });
  });

  it("asks which company when several have the domain, and chooses none by itself", () => {
    const companies = [
      { customerId: "c1", name: "田中商事" },
      { customerId: "c2", name: "田中商事物流" },
    ];

    const card = unknownSenderCard(aContext(), { ...sender, companies });

    expect(readCard(card)).toContain("どの会社の先方担当ですか");
    expect(presses(card).先方担当に登録).not.toHaveProperty("companyId");
    expect(JSON.stringify(card)).not.toContain('"value":"c1","selected":true');
  });

  it("prefills a new customer from the display name when no company is known", () => {
    const card = unknownSenderCard(aContext(), sender);

    expect(JSON.stringify(card)).toContain('"name":"company","label":"会社名","value":"田中商事"');
    expect(JSON.stringify(card)).toContain('"value":"木村 一郎"');
    expect(presses(card).新しい顧客として登録).toMatchObject({
      action: "create_customer",
      email: sender.email,
    });
    expect(readCard(card)).toContain("押すまで何も保存しません");
  });

  it("says why no company is guessed from a free-mail address", () => {
    expect(readCard(unknownSenderCard(aContext(), { ...sender, freeMail: true }))).toContain(
      "会社は推測しません",
    );
  });

  it("asks whether a company that is on record is the same one", () => {
    const typed = { company: "田中商事", person: "木村", email: sender.email, owner: true };
    const card = sameCompanyCard(aContext(), {
      typed,
      mail,
      companies: [{ customerId: "c1", name: "田中商事", place: "東京都" }],
    });

    expect(presses(card).この会社).toMatchObject({ action: "add_contact", companyId: "c1", person: "木村" });
    expect(presses(card).別の会社として登録).toMatchObject({
      action: "create_customer",
      anyway: "yes",
      company: "田中商事",
      owner: "yes",
    });
  });
});

describe("the other cards", () => {
  it("lets one choose between several known people, the mail's sender marked", () => {
    const choice = (name: string, isSender: boolean) => ({
      customerId: `c-${name}`,
      contactId: `p-${name}`,
      name,
      company: "田中商事",
      email: `${name}@x.jp`,
      isSender,
    });
    const card = chooserCard(aContext(), {
      choices: [choice("木村", true), choice("山田", false)],
      mail,
      unknownSender: null,
    });

    expect(readCard(card)).toMatch(/このメールの相手\n木村[\s\S]*山田/);
    expect(presses(card).開く).toEqual({
      action: "choose_person",
      customerId: "c-山田",
      contactId: "p-山田",
      ...mail,
    });
  });

  it("names the account and the way to get linked, and shows nothing of a customer", () => {
    const card = linkingCard(aContext(), "sato@example.jp", null);

    expect(readCard(card)).toContain("sato@example.jp");
    expect(readCard(card)).toContain("連携コード");
    expect(presses(card)).toEqual({ つなぐ: { action: "use_link" } });
  });

  it("shows on the homepage what the add-on does and what is due, with the customer", () => {
    const due = [{ ...aProfile().nextActions[0]!, customerId: "c1", customerName: "田中商事" }];
    const card = homepageCard(aContext(), { due, practice: true });

    expect(readCard(card)).toContain("練習用");
    expect(readCard(card)).toContain("田中商事 · 佐藤 花子");
    expect(presses(card).済).toMatchObject({
      action: "complete_next_action",
      view: "homepage",
    });
  });

  it("offers an error's remedy and a way to try again", () => {
    const card = errorCard(aContext(), {
      message: "読めませんでした",
      remedy: "開き直してください",
      retry: { action: "reload" },
    });

    expect(readCard(card)).toContain("開き直してください");
    expect(presses(card).もう一度).toEqual({ action: "reload" });
  });

  it("keeps the mail with a search beside it, so that what is found can have it logged", () => {
    const items = [
      { customerId: "c1", name: "田中商事", parentName: null, prefecture: "東京都", ownerNames: ["佐藤"] },
    ];

    expect(
      presses(searchCard(aContext(), { q: "たなか", items, total: 1, mail }))["田中商事\n東京都 · 佐藤"],
    ).toEqual({ action: "open_customer", customerId: "c1", ...mail });
    expect(readCard(searchCard(aContext(), { q: "棚橋", items: [], total: 0, mail: null }))).toContain(
      "「棚橋」は見つかりません",
    );
  });

  it("shows beside a draft who answers for the recipients, and which of them are not on record", () => {
    const recipient = {
      customerId: "c1",
      name: "木村 一郎",
      company: "田中商事",
      email: "k@x.jp",
      owners: ["佐藤"],
      next: aProfile().nextActions,
      pinned: [],
    };

    const read = readCard(composeCard(aContext(), { known: [recipient], unknown: ["new@y.jp"] }));

    expect(read).toContain("木村 一郎\n田中商事");
    expect(read).toContain("見積提出");
    expect(read).toContain("登録のない宛先\nnew@y.jp");
    expect(readCard(composeCard(aContext(), { known: [], unknown: [] }))).toContain("宛先を入れてから");
  });

  it("keeps Google's limits with nasty names in every card", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("<b>", "&", "\u3000", "\ud83d", "長".repeat(500), "a\r\nb"),
    );
    fc.assert(
      fc.property(nasty, nasty, fc.integer({ min: 0, max: 40 }), (name, other, many) => {
        const times = <T>(item: T): T[] => Array.from({ length: many }, () => item);
        const context = aContext();
        const odd = {
          ...sender,
          name,
          person: name,
          company: other,
          email: other,
          companies: times({ customerId: "c1", name }),
        };
        const cards = [
          unknownSenderCard(context, odd),
          newCustomerCard(context, odd),
          sameCompanyCard(context, {
            typed: { company: name, person: other, email: other, owner: false },
            mail,
            companies: times({ customerId: "c", name, place: other }),
          }),
          chooserCard(context, {
            choices: times({
              customerId: "c",
              contactId: null,
              name,
              company: other,
              email: name,
              isSender: true,
            }),
            mail,
            unknownSender: { name, email: other },
          }),
          linkingCard(context, name, other),
          homepageCard(context, {
            due: times({ ...aProfile().nextActions[0]!, title: name, customerId: null, customerName: other }),
            practice: false,
          }),
          searchCard(context, {
            q: name,
            items: times({ customerId: "c", name, parentName: other, prefecture: null, ownerNames: [name] }),
            total: many,
            mail,
          }),
          composeCard(context, {
            known: times({
              customerId: "c",
              name,
              company: other,
              email: other,
              owners: [name],
              next: [],
              pinned: [{ title: name, rows: [{ label: "", value: other }], actions: [] }],
            }),
            unknown: times(name),
          }),
          sheetsHomepageCard(context, { title: name }),
          errorCard(context, { message: name }),
        ];
        for (const card of cards) expect(lintCard(card)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
