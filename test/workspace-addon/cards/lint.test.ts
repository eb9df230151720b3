import { describe, expect, it } from "vitest";
import { lintCard } from "../../../workspace-addon/cards/lint.ts";
import { lintHtml } from "../../../workspace-addon/cards/lint-html.ts";

const press = {
  action: {
    function: "https://x.example/addon/action",
    parameters: [{ key: "action", value: "a" }],
    loadIndicator: "SPINNER",
  },
};
const cardWith = (...widgets: unknown[]) => ({ header: { title: "田中商事" }, sections: [{ widgets }] });
const text = { textParagraph: { text: "本文" } };

describe("the card linter", () => {
  it("finds nothing wrong with a plain card", () => {
    expect(lintCard(cardWith(text, { buttonList: { buttons: [{ text: "開く", onClick: press }] } }))).toEqual(
      [],
    );
  });

  it.each([
    [
      "a key that cards do not know",
      cardWith({ textParagraph: { text: "a", colour: "red" } }),
      "unknown key colour",
    ],
    ["two widgets in one place", cardWith({ ...text, divider: {} }), "exactly 1 is allowed"],
    [
      "an enum value that does not exist",
      cardWith({ buttonList: { buttons: [{ text: "a", type: "BIG", onClick: press }] } }),
      "BIG is none of",
    ],
    [
      "four buttons in a row",
      cardWith({ buttonList: { buttons: Array(4).fill({ text: "a", onClick: press }) } }),
      "4 items",
    ],
    [
      "a parameter that is no text",
      cardWith({
        buttonList: {
          buttons: [
            { text: "a", onClick: { action: { ...press.action, parameters: [{ key: "n", value: 3 }] } } },
          ],
        },
      }),
      "parameters are text",
    ],
    ["101 widgets", cardWith(...Array(101).fill(text)), "101 widgets"],
    [
      "a line that Google would cut",
      cardWith({ decoratedText: { text: "長い", wrapText: false } }),
      "would be cut",
    ],
    ["an empty text", cardWith({ textParagraph: { text: " " } }), "no text"],
    [
      "two fields of one name",
      cardWith({ textInput: { name: "q", label: "a" } }, { textInput: { name: "q", label: "b" } }),
      "two fields called q",
    ],
    [
      "an icon that does not exist",
      cardWith({
        decoratedText: { text: "a", wrapText: true, startIcon: { knownIcon: "FISH", altText: "a" } },
      }),
      "FISH is none of",
    ],
    [
      "a link that is not https",
      cardWith({
        buttonList: { buttons: [{ text: "a", onClick: { openLink: { url: "javascript:alert(1)" } } }] },
      }),
      "not https",
    ],
    ["a section without a widget", { header: { title: "a" }, sections: [{ widgets: [] }] }, "0 items"],
  ])("reports %s", (_, card, fault) => {
    expect(lintCard(card).join("\n")).toContain(fault);
  });

  it.each([
    ['<b>太字</b> と <font color="#5f6368">灰</font><br>&amp; &lt;b&gt;', 0],
    ["<b>閉じない", 1],
    ["<b><i>x</b></i>", 2],
    ["a < b", 1],
    ["A&B", 1],
    ["<script>x</script>", 2],
    ['<a href="javascript:x">a</a>', 1],
    ['<font color="red">a</font>', 1],
  ])("reads the HTML %s", (html, faults) => {
    expect(lintHtml(html)).toHaveLength(faults);
  });
});
