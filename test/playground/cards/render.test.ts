import { describe, expect, it } from "vitest";
import { renderCard } from "../../../playground/cards/index.ts";

const action = {
  function: "https://x.example/addon/action",
  parameters: [{ key: "action", value: "log_mail" }],
  loadIndicator: "SPINNER",
};
const cardOf = (...widgets: object[]) => ({
  name: "c",
  header: { title: "田中<商事>", subtitle: "会社" },
  sections: [{ header: "<b>次</b>", widgets }],
});

describe("renderCard", () => {
  it("draws header, sections, lines, texts and buttons, actions as data", () => {
    const html = renderCard(
      cardOf(
        {
          decoratedText: {
            topLabel: "営業担当",
            text: '<b>佐藤</b><br><font color="#5f6368">11/24</font>',
            startIcon: { knownIcon: "PERSON", altText: "人" },
            button: { text: "済", onClick: { action } },
          },
        },
        { textParagraph: { text: "A &amp; B" } },
        { buttonList: { buttons: [{ text: "記録", type: "FILLED", onClick: { action } }] } },
        { divider: {} },
      ),
    );

    expect(html).toContain("<h3>田中&lt;商事&gt;</h3>");
    expect(html).toContain('<b>佐藤</b><br/><span class="gc-muted">11/24</span>');
    expect(html).toContain("A &amp; B");
    expect(html).toContain('aria-label="人"');
    expect(html).toContain("gc-filled");
    expect(html.match(/data-action="([^"]*)"/)?.[1]?.replaceAll("&quot;", '"')).toBe(JSON.stringify(action));
  });

  it("draws fields with the names and values that a press sends", () => {
    const html = renderCard(
      cardOf(
        { textInput: { name: "person", label: "氏名", value: "木村" } },
        {
          selectionInput: {
            name: "keep",
            type: "CHECK_BOX",
            items: [{ text: "本文も", value: "body", selected: true }],
          },
        },
        {
          selectionInput: {
            name: "companyId",
            label: "会社",
            type: "RADIO_BUTTON",
            items: [{ text: "A", value: "a", selected: false }],
          },
        },
        {
          selectionInput: {
            name: "size",
            label: "大きさ",
            type: "DROPDOWN",
            items: [{ text: "S", value: "s", selected: true }],
          },
        },
        { dateTimePicker: { name: "due", label: "期日", type: "DATE_ONLY", valueMsEpoch: "0" } },
      ),
    );

    expect(html).toContain('name="person" value="木村"');
    expect(html).toMatch(/type="checkbox" name="keep" checked="" value="body"/);
    expect(html).toContain('type="radio" name="companyId" value="a"');
    expect(html).toContain('<option value="s" selected="">S</option>');
    expect(html).toContain('type="date" name="due" value="1970-01-01"');
  });

  it("folds what the section lets be folded", () => {
    const widgets = ["a", "b", "c"].map((text) => ({ textParagraph: { text } }));
    const html = renderCard({
      sections: [{ header: "履歴", widgets, collapsible: true, uncollapsibleWidgetsCount: 1 }],
    });

    expect(html).toMatch(/<p class="gc-text">a<\/p><details class="gc-fold">[\s\S]*\+2[\s\S]*b[\s\S]*c/);
  });

  it("shows tags that cards do not know as text, and no link but http", () => {
    const html = renderCard(
      cardOf(
        { textParagraph: { text: '<script>alert(1)</script><img src=x onerror=y><b onclick="x">z</b>' } },
        { textParagraph: { text: '<a href="javascript:alert(1)">x</a>' } },
        { buttonList: { buttons: [{ text: "x", onClick: { openLink: { url: "javascript:alert(1)" } } }] } },
      ),
    );

    expect(html).not.toMatch(/<script|<img|onclick=|javascript:/);
    expect(html).toContain("&lt;script&gt;");
  });

  it("says so when a widget is not known, and draws whatever else it is given", () => {
    expect(renderCard(cardOf({ carousel: {} }))).toContain("? carousel");
    for (const odd of [
      null,
      {},
      { sections: [{}] },
      cardOf(
        { buttonList: {} },
        { decoratedText: {} },
        { columns: { columnItems: [{ widgets: [{ textParagraph: { text: "左" } }] }] } },
      ),
    ]) {
      expect(renderCard(odd)).toContain("gc-card");
    }
  });
});
