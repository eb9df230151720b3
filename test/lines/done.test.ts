import { describe, expect, test } from "vitest";
import { fittingActions } from "../../core/lines/done.ts";
import type { OpenAction } from "../../core/next-actions/index.ts";

const action = (title: string, more: Partial<OpenAction> = {}): OpenAction => ({
  id: title,
  underId: "c",
  customerId: "c",
  customerName: "丸八金属",
  parentName: null,
  kind: "promise",
  title,
  dueOn: null,
  dueTime: null,
  duePrecision: "none",
  ownerId: "sato",
  ownerName: "佐藤",
  state: "open",
  needsReview: false,
  asTyped: null,
  historyId: null,
  version: 1,
  overdue: false,
  ...more,
});
const titles = (open: OpenAction[], words = "") =>
  fittingActions(open, words, "sato").map(({ title }) => title);

describe("what 済 means", () => {
  test("is what its words name, in any width and kana", () => {
    const open = [action("カタログ送付"), action("見積提出")];

    expect(titles(open, "ｶﾀﾛｸﾞ")).toEqual(["カタログ送付"]);
    expect(titles(open, "見積")).toEqual(["見積提出"]);
  });

  test("is one's own before a colleague's, and a promise before the rest", () => {
    const open = [
      action("回答", { ownerId: "ito" }),
      action("ご機嫌伺い", { kind: "follow" }),
      action("見積提出"),
    ];

    expect(titles(open)).toEqual(["見積提出"]);
  });

  test("is a colleague's when one has none, also a follow-up", () => {
    expect(titles([action("様子見", { ownerId: "ito", kind: "follow" })])).toEqual(["様子見"]);
  });

  test("is a colleague's that is named rather than one's own that is not", () => {
    expect(titles([action("納期の回答", { ownerId: "ito" }), action("見積提出")], "納期")).toEqual([
      "納期の回答",
    ]);
  });

  test("stays open to choose when several fit, or when the words name none", () => {
    const open = [action("回答"), action("見積提出")];

    expect(titles(open)).toEqual(["回答", "見積提出"]);
    expect(titles(open, "済ませた")).toEqual(["回答", "見積提出"]);
  });
});
