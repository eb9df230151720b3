import { describe, expect, it } from "vitest";
import { type Decision, matchRows } from "../../core/imports/matching/match-rows.ts";
import { blockOf, type Party, partyName } from "../../core/imports/matching/party.ts";

let count = 0;
function aParty(name: string, more: Partial<Party> = {}): Party {
  count++;
  return {
    id: `p${count}`,
    kind: "company",
    names: [partyName(name)],
    corporateNumber: null,
    codes: [],
    branch: false,
    prefecture: null,
    city: null,
    blocks: new Set(),
    phones: new Set(),
    mails: new Set(),
    domains: new Set(),
    ...more,
  };
}

function judge(row: Party, ...candidates: Party[]): Decision["verdict"] {
  return matchRows([{ row: 1, party: row, known: [] }], candidates)[0]!.verdict;
}

const tokyo = { prefecture: "東京都", city: "千代田区" };
const osaka = { prefecture: "大阪府", city: "大阪市北区" };

describe("matching companies by keys", () => {
  it.each([
    ["㈱田中商事", "株式会社田中商事"],
    ["田中商事", "田中商事株式会社"],
    ["(株)髙島屋産業", "株式会社高島屋産業"],
    ["ＡＢＣ商会", "abc商会"],
  ])("joins %s with %s when nothing contradicts", (one, other) => {
    expect(judge(aParty(one), aParty(other))).toBe("same");
  });

  it("keeps 有限会社 and 株式会社 apart, whatever else they share", () => {
    const phones = { phones: new Set(["+81312345678"]) };

    expect(judge(aParty("有限会社田中商事", phones), aParty("株式会社田中商事", phones))).toBe("new");
  });

  it("keeps 前株 and 後株 apart unless something else is shared", () => {
    const phones = { phones: new Set(["+81312345678"]) };

    expect(judge(aParty("株式会社田中商事"), aParty("田中商事株式会社"))).toBe("new");
    expect(judge(aParty("株式会社田中商事", phones), aParty("田中商事株式会社", phones))).toBe("same");
  });

  it("keeps the same name in another prefecture apart unless something else is shared", () => {
    const domains = { domains: new Set(["tanaka.co.jp"]) };

    expect(judge(aParty("田中商事", tokyo), aParty("田中商事", osaka))).toBe("new");
    expect(
      judge(aParty("田中商事", { ...tokyo, ...domains }), aParty("田中商事", { ...osaka, ...domains })),
    ).toBe("same");
  });

  it("asks people about the same name in another city of the prefecture", () => {
    const sakai = { prefecture: "大阪府", city: "堺市堺区" };

    expect(judge(aParty("田中商事", osaka), aParty("田中商事", sakai))).toBe("review");
  });

  it("does not hold the place of a branch against its company", () => {
    expect(judge(aParty("田中商事", { branch: true, ...osaka }), aParty("田中商事", tokyo))).toBe("same");
  });

  it("joins by the register's number whatever the name, and never against it", () => {
    const number = { corporateNumber: "5070001000715" };

    expect(judge(aParty("旧社名商事", number), aParty("新社名商事", number))).toBe("same");
    expect(judge(aParty("田中商事", number), aParty("田中商事", { corporateNumber: "6020001008662" }))).toBe(
      "new",
    );
  });

  it("takes a customer code as one witness, and asks when the names differ", () => {
    const codes = { codes: [{ system: "得意先コード", code: "1001" }] };

    expect(
      judge(aParty("田中商事", { ...codes, ...tokyo }), aParty("田中商事", { ...codes, ...osaka })),
    ).toBe("same");
    expect(judge(aParty("田中商事", codes), aParty("鈴木工業", codes))).toBe("review");
  });

  it("asks when two customers are equally alike", () => {
    expect(judge(aParty("田中商事"), aParty("田中商事", tokyo), aParty("田中商事", osaka))).toBe("review");
  });

  it("takes the one that shares more when several are alike", () => {
    const phones = { phones: new Set(["+81312345678"]) };
    const known = aParty("田中商事", { ...tokyo, ...phones });

    const [decision] = matchRows(
      [{ row: 1, party: aParty("田中商事", phones), known: [] }],
      [aParty("田中商事", osaka), known],
    );

    expect(decision).toMatchObject({ verdict: "same", id: known.id });
  });

  it("compares a later row with what an earlier row of the list told", () => {
    const phones = { phones: new Set(["+81312345678"]) };
    const first = aParty("株式会社田中商事", { ...tokyo, ...phones });

    const decisions = matchRows(
      [first, aParty("田中商事株式会社", { ...osaka, ...phones })].map((party, row) => ({
        row,
        party,
        known: [],
      })),
      [],
    );

    expect(decisions).toMatchObject([{ verdict: "new" }, { verdict: "same", id: first.id }]);
  });
});

describe("matching people who stand on their own", () => {
  const person = (name: string, more: Partial<Party> = {}) => aParty(name, { kind: "person", ...more });

  it("joins the same name with one way to reach them", () => {
    const mails = { mails: new Set(["taro@gmail.com"]) };

    expect(judge(person("山田 太郎", mails), person("山田太郎", mails))).toBe("same");
  });

  it("keeps people of one name apart whose places differ", () => {
    expect(judge(person("山田太郎", tokyo), person("山田太郎", osaka))).toBe("new");
  });

  it("asks when only the name is the same and one side tells more", () => {
    expect(judge(person("山田太郎"), person("山田太郎", tokyo))).toBe("review");
  });
});

describe("the block of an address", () => {
  it.each([
    ["丸の内一丁目１番１号", "丸の内1-1-1"],
    ["古市町一丁目５０番地１２", "古市町1-50-12"],
    ["大字上野十二番地", "上野12"],
  ])("reads %s as %s", (one, other) => {
    expect(blockOf("前橋市", one)).toBe(blockOf("前橋市", other));
  });

  it("is nothing without a number", () => {
    expect(blockOf("前橋市", "古市町")).toBeNull();
  });
});
