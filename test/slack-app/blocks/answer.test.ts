import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../core/index.ts";
import { lintMessage, mentionsIn } from "../../../playground/slack-front/lint/index.ts";
import { ANSWER_ACTION, parseAnswerAction, renderAnswer } from "../../../slack-app/blocks/index.ts";

const texts = {
  confirmTitle: "確認",
  confirm: "はい",
  deny: "やめる",
  more: (count: number) => `他 ${count} 件`,
};

const profile: Answer = {
  title: "田中商事 大阪支店",
  rows: [
    { label: "営業担当", value: "佐藤" },
    { label: "要注意", value: "請求書は別送", tone: "warning" },
    { label: "与信", value: "確認済み", tone: "good" },
    { label: "最終接触", value: "2026-11-21", tone: "muted" },
    { label: "得意先コード", value: "10234", tone: "muted" },
  ],
  actions: [
    { label: "記録", operation: "history.log", input: { customerId: "c1" } },
    { label: "取り消す", operation: "history.undo", input: { id: "h1" }, confirm: "取り消しますか" },
  ],
};

describe("renderAnswer", () => {
  it("shows the title, the rows in their order and the buttons", () => {
    const { blocks } = renderAnswer(profile, texts);

    expect(blocks.map(({ type }) => type)).toEqual(["header", "rich_text", "context", "actions"]);
    expect(JSON.stringify(blocks[1])).toMatch(/営業担当.*佐藤.*warning.*請求書は別送.*確認済み/);
    expect(JSON.stringify(blocks[2])).toContain("最終接触: 2026-11-21\\n得意先コード: 10234");
  });

  it("says the gist in the fallback text", () => {
    expect(renderAnswer(profile, texts).text).toContain("田中商事 大阪支店\n営業担当: 佐藤");
  });

  it("gives each button an id of its own and what it needs to run", () => {
    const actions = renderAnswer(profile, texts).blocks.at(-1);
    const buttons = actions?.type === "actions" ? actions.elements : [];
    const [log, undo] = buttons.flatMap((each) => (each.type === "button" ? [each] : []));

    expect(buttons.every((each) => ANSWER_ACTION.test(each.action_id ?? ""))).toBe(true);
    expect(parseAnswerAction(log?.value ?? "")).toEqual({
      operation: "history.log",
      input: { customerId: "c1" },
    });
    expect(undo?.confirm?.text.text).toBe("取り消しますか");
  });

  it("counts the rows that do not fit one message", () => {
    const rows = Array.from({ length: 400 }, (_, index) => ({
      label: `行${index}`,
      value: "値".repeat(100),
    }));

    const sent = renderAnswer({ title: "一覧", rows, actions: [] }, texts);

    expect(lintMessage(sent)).toEqual([]);
    expect(JSON.stringify(sent.blocks.at(-1))).toMatch(/他 3\d\d 件/);
  });

  it("stays valid and calls nobody, whatever the rows hold", () => {
    const text = fc.oneof(
      fc.constantFrom("<!channel>", "@here", "", "\u0000", "&".repeat(3000), "字".repeat(3000)),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
    );
    const row: fc.Arbitrary<Answer["rows"][number]> = fc.record({
      label: text,
      value: text,
      tone: fc.constantFrom("normal", "muted", "warning", "good"),
    });
    const action = fc.record({ label: text, operation: fc.constant("a.b"), input: fc.constant({}) });
    fc.assert(
      fc.property(
        fc.record({
          title: text,
          rows: fc.array(row, { maxLength: 120 }),
          actions: fc.array(action, { maxLength: 30 }),
        }),
        (answer) => {
          const sent = renderAnswer(answer, texts);

          expect(lintMessage(sent)).toEqual([]);
          expect(mentionsIn(sent)).toEqual([]);
        },
      ),
    );
  });

  it("reads nothing from a value it did not make", () => {
    expect(parseAnswerAction("")).toBeNull();
    expect(parseAnswerAction("null")).toBeNull();
    expect(parseAnswerAction('{"operation":1}')).toBeNull();
  });
});
