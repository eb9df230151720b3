import { describe, expect, test } from "vitest";
import { type LineContext, type Reading, readLine } from "../../../core/lines/reading/index.ts";
import { book, evening } from "./book.ts";

function read(text: string, context: LineContext = evening): Reading {
  return readLine(text, book, context);
}

function due(reading: Reading) {
  return reading.nextActions.map(({ kind, title, due }) => [
    kind,
    title,
    due?.date ?? null,
    due?.time ?? null,
  ]);
}

describe("the example lines", () => {
  test("1 asks which site of 田中商事 and promises a quote for next Tuesday", () => {
    const reading = read("田中商事でんわ　来週火曜に見積");

    expect(reading.kind).toBe("entry");
    expect(reading.entries).toMatchObject([
      {
        customerId: null,
        historyKind: "call",
        direction: "unknown",
        body: "",
        occurredAt: { from: "2026-11-21T18:00", precision: "time" },
      },
    ]);
    expect(due(reading)).toEqual([["promise", "見積提出", "2026-11-24", null]]);
    expect(reading.questions).toMatchObject([
      { kind: "customer", text: "田中商事", customerIds: ["tanaka", "tanaka-osaka"], entry: 0 },
    ]);
  });

  test("1 asks nothing when the author owns only one of the sites", () => {
    const own = {
      ...book,
      customers: book.customers.map((c) => (c.id === "tanaka-osaka" ? { ...c, ownerIds: ["sato"] } : c)),
    };

    const reading = readLine("田中商事でんわ　来週火曜に見積", own, evening);

    expect(reading.entries[0]?.customerId).toBe("tanaka-osaka");
    expect(reading.questions).toEqual([]);
  });

  test("2 knows まるはち and 山田ぶちょう and steps over the holiday", () => {
    const reading = read("まるはち 山田ぶちょうtel、単価の件持ち帰り　週明け回答");

    expect(reading.entries).toMatchObject([
      { customerId: "maruhachi", personIds: ["yamada"], historyKind: "call", body: "単価の件持ち帰り" },
    ]);
    expect(due(reading)).toEqual([["promise", "単価の回答", "2026-11-24", null]]);
    expect(reading.nextActions[0]?.shifted).toEqual({ from: "2026-11-23", because: "勤労感謝の日" });
    expect(reading.questions).toEqual([]);
  });

  test("3 keeps a date beside 納期 as a fact and offers to plan it", () => {
    const reading = read("今TEL三和電機 納期12/10でOKもらった👍");

    expect(reading.entries).toMatchObject([
      { customerId: "sanwa-denki", historyKind: "call", occurredAt: { from: "2026-11-21T18:00" } },
    ]);
    expect(reading.entries[0]?.body).toContain("12/10");
    expect(reading.entries[0]?.suggestions).toMatchObject([
      { kind: "calendar", text: "納期", due: { date: "2026-12-10" } },
    ]);
    expect(reading.nextActions).toEqual([]);
    expect(reading.questions).toEqual([]);
  });

  test("4 reads a visit of yesterday where nobody was in", () => {
    const reading = read("昨日訪問 高橋工務店 社長不在 名刺だけ置いてきた");

    expect(reading.entries).toMatchObject([
      {
        customerId: "takahashi",
        counterpartText: "社長",
        historyKind: "visit",
        result: "absent",
        occurredAt: { from: "2026-11-20", precision: "day" },
        body: "社長不在 名刺だけ置いてきた",
      },
    ]);
    expect(reading.entries[0]?.suggestions.map(({ kind }) => kind)).toEqual(["revisit"]);
    expect(reading.nextActions).toEqual([]);
  });

  test("6 plans an appointment on a holiday and asks for the day and the colleague on one card", () => {
    const reading = read("月曜 直行 10時田中商事大阪 木村課長 鈴木さん同行 直帰");

    expect(reading.entries).toMatchObject([
      {
        customerId: "tanaka-osaka",
        personIds: ["kimura"],
        historyKind: null,
        flags: ["直行", "直帰"],
        body: "",
      },
    ]);
    expect(reading.nextActions).toMatchObject([
      { kind: "appointment", due: { date: "2026-11-23", time: "10:00", precision: "time" }, shifted: null },
    ]);
    expect(reading.questions).toMatchObject([
      { kind: "due", reason: "holiday", candidates: ["2026-11-23", "2026-11-24", "2026-11-30"] },
      { kind: "member", memberIds: ["suzuki-ken", "suzuki-shin"], role: "companion" },
    ]);
  });

  test("7 promises two quotes and asks only whom サンワ means", () => {
    const reading = read("月末まで見積 北陸物産、サンワ");

    expect(reading.entries.map(({ customerId, historyKind }) => [customerId, historyKind])).toEqual([
      ["hokuriku", null],
      [null, null],
    ]);
    expect(due(reading)).toEqual([
      ["promise", "見積提出", "2026-11-30", null],
      ["promise", "見積提出", "2026-11-30", null],
    ]);
    expect(reading.questions).toMatchObject([{ kind: "customer", text: "サンワ", entry: 1 }]);
    expect(reading.questions[0]).toHaveProperty("customerIds", ["sanwa-denki", "sanwa"]);
  });

  test("8 takes a message for 佐藤, written down by 伊藤", () => {
    const reading = read("@佐藤 みなと食品の小林様よりお電話14:05 折返しほしいそうです 17時まで", {
      now: "2026-11-21T14:10",
      authorId: "ito",
    });

    expect(reading.entries).toMatchObject([
      {
        customerId: "minato",
        personIds: ["kobayashi"],
        historyKind: "call",
        direction: "in",
        occurredAt: { from: "2026-11-21T14:05", precision: "time" },
        authorId: "sato",
        recorderId: "ito",
      },
    ]);
    expect(reading.nextActions).toMatchObject([
      {
        kind: "promise",
        title: "折り返し",
        ownerId: "sato",
        due: { date: "2026-11-21", time: "17:00", precision: "time" },
      },
    ]);
    expect(reading.questions).toEqual([]);
  });

  test("10 reads no date in payment terms, proposes the master data and asks いつまで", () => {
    const reading = read("丸八 10日締め翌月末→20日締めにしたいとの事。経理に確認して連絡します");

    expect(reading.entries).toMatchObject([{ customerId: "maruhachi", historyKind: "contact" }]);
    expect(reading.entries[0]?.body).toContain("20日締めにしたい");
    expect(reading.entries[0]?.suggestions.map(({ kind }) => kind)).toContain("master_data");
    expect(due(reading)).toEqual([["promise", "経理に確認して連絡", null, null]]);
    expect(reading.questions).toMatchObject([{ kind: "due", reason: "missing", nextActions: [0] }]);
  });

  test("11 reads a dictated line without a single space", () => {
    const reading = read(
      "たなかしょうじのきむらかちょうと電話しましたえっと来週の水曜日のごごいちでうちあわせです場所はむこうの大阪支店です",
    );

    expect(reading.entries).toMatchObject([
      { customerId: "tanaka-osaka", personIds: ["kimura"], historyKind: "call", body: "" },
    ]);
    expect(due(reading)).toEqual([["appointment", "打合せ(先方にて)", "2026-11-25", "13:00"]]);
    expect(reading.questions).toEqual([]);
  });

  test("14 completes and logs nothing", () => {
    const reading = read("済 丸八");

    expect(reading.kind).toBe("done");
    expect(reading.entries).toMatchObject([{ customerId: "maruhachi", historyKind: null }]);
    expect(reading.nextActions).toEqual([]);
    expect(reading.questions).toEqual([]);
  });

  test("16 works out the order and offers its delivery on the business day before", () => {
    const reading = read("受注🎉🎉三和電機 ベアリング500個@1,280 納期1末");

    expect(reading.entries).toMatchObject([
      { customerId: "sanwa-denki", historyKind: "won", occurredAt: { from: "2026-11-21", precision: "day" } },
    ]);
    expect(reading.entries[0]?.body).toContain("500個×¥1,280=¥640,000");
    expect(reading.entries[0]?.suggestions.map(({ kind }) => kind)).toEqual(["deal"]);
    expect(reading.nextActions).toMatchObject([
      {
        kind: "promise",
        title: "納品",
        suggested: true,
        due: { date: "2027-01-29" },
        shifted: { from: "2027-01-31", because: "日曜" },
      },
    ]);
  });

  test("18 keeps a line with a day that does not exist as a draft", () => {
    const reading = read("11/31 北陸物産 訪問");

    expect(reading.kind).toBe("draft");
    expect(reading.text).toBe("11/31 北陸物産 訪問");
    expect(reading.entries).toMatchObject([{ customerId: "hokuriku" }]);
    expect(reading.questions).toMatchObject([
      { kind: "due", reason: "no_such_date", candidates: ["2026-11-30", "2026-12-01"] },
    ]);
  });

  test("20 reads full width, the other side's people and a deadline", () => {
    const reading = read(
      "ＭＴＧ　三和電機　１４：００～１５：３０　先方：品証３名　不具合の件　是正報告２７日まで",
    );

    expect(reading.entries).toMatchObject([
      {
        customerId: "sanwa-denki",
        historyKind: "meeting",
        counterpartText: "品証3名",
        occurredAt: { from: "2026-11-21T14:00", to: "2026-11-21T15:30", precision: "time" },
        body: "不具合の件(先方 品証3名)",
      },
    ]);
    expect(due(reading)).toEqual([["promise", "是正報告", "2026-11-27", null]]);
    expect(reading.entries[0]?.suggestions.map(({ kind }) => kind)).toEqual(["caution"]);
  });

  test("21 makes a row for each of three customers", () => {
    const reading = read("朝イチtel みなと食品、北陸物産、丸八 年末挨拶の日程調整");

    expect(reading.entries.map(({ customerId }) => customerId)).toEqual(["minato", "hokuriku", "maruhachi"]);
    for (const entry of reading.entries) {
      expect(entry).toMatchObject({
        historyKind: "call",
        body: "年末挨拶の日程調整",
        occurredAt: { from: "2026-11-21T09:00", precision: "part", label: "朝" },
      });
      expect(entry.suggestions.map(({ kind }) => kind)).toEqual(["visit_date"]);
    }
    expect(reading.nextActions).toEqual([]);
  });

  test("23 hears no way of contact and starts again on the first business day of the year", () => {
    const reading = read("おつです！田中商事大阪さん今日も進展なし…年明け仕切り直しっす💦");

    expect(reading.entries).toMatchObject([
      {
        customerId: "tanaka-osaka",
        historyKind: "note",
        body: "進展なし",
        occurredAt: { from: "2026-11-21", precision: "day" },
      },
    ]);
    expect(due(reading)).toEqual([["follow", "仕切り直し", "2027-01-04", null]]);
    expect(reading.entries[0]?.suggestions.map(({ kind }) => kind)).toEqual(["channel"]);
    expect(reading.questions).toEqual([]);
  });
});
