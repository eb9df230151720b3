import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lintMessage, lintView, mentionsIn } from "../../../playground/slack-front/lint/index.ts";
import {
  actions,
  bold,
  button,
  checkboxes,
  context,
  datepicker,
  divider,
  externalSelect,
  fields,
  header,
  home,
  input,
  md,
  message,
  modal,
  overflow,
  radioButtons,
  richBold,
  richGap,
  richLink,
  richList,
  richQuote,
  richString,
  richText,
  section,
  staticSelect,
  suggestions,
  textInput,
  timepicker,
  usersSelect,
} from "../../../slack-app/blocks/index.ts";

const nasty = [
  "<!channel>",
  "<@U012ABC> <!subteam^S1|x>",
  "@here @channel @everyone",
  "A & B <script>",
  "*髙﨑*_~`",
  ":x:株式会社",
  "",
  " \u3000",
  "\u0000\u0007",
  "\uD800",
  "㍿".repeat(4000),
  "👨‍👩‍👧".repeat(2000),
  "e\u0301".repeat(3000),
  "Z\u0300".concat("\u0301".repeat(3000)),
  "a\nb\r\nc",
  "\u202Eesrever",
  "&amp;lt;",
  "https://例え.jp/<x|y>",
];

const anyName = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function everyBlock(name: string) {
  const options = [
    { text: name, value: "a", description: name },
    { text: name, value: "b" },
  ];
  return [
    header(name),
    section(name, { accessory: overflow({ actionId: "x", options }) }),
    section(md`${bold(name)} / ${name}`),
    fields([name, md`${bold(name)}`]),
    context([name]),
    divider(),
    richText([[richBold(name), richGap("  "), richString(name, 500)], [richLink(name, name)]]),
    richList([[richString(name, 300)]], "bullet"),
    richQuote(name, 500),
    actions([
      button({ text: name, actionId: "a", value: "v", spoken: name, url: name }),
      button({
        text: name,
        actionId: "b",
        confirm: { title: name, text: name, confirm: name, deny: name, danger: true },
      }),
      staticSelect({ actionId: "c", options, placeholder: name, initial: "b" }),
      externalSelect({ actionId: "d", placeholder: name, initial: { text: name, value: "a" } }),
      usersSelect({ actionId: "e" }),
      datepicker({ actionId: "f", initial: "2026-11-24" }),
      timepicker({ actionId: "g", initial: "14:05" }),
    ]),
  ];
}

function everyInput(name: string) {
  const options = [
    { text: name, value: "a" },
    { text: name, value: "b" },
  ];
  return [
    input({
      blockId: "text",
      label: name,
      hint: name,
      element: textInput({ actionId: "v", initial: name, placeholder: name, multiline: true, focus: true }),
    }),
    input({
      blockId: "radio",
      label: name,
      optional: true,
      dispatch: true,
      element: radioButtons({ actionId: "v", options, initial: "a" }),
    }),
    input({
      blockId: "checks",
      label: name,
      element: checkboxes({ actionId: "v", options, initial: ["b", "z"] }),
    }),
  ];
}

describe("any stored text", () => {
  it("becomes a message that Slack takes and that calls nobody", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const parts = everyBlock(name);

        for (const block of parts) {
          const sent = message(name, [block]);

          expect(lintMessage(sent)).toEqual([]);
          expect(mentionsIn(sent)).toEqual([]);
        }
      }),
    );
  });

  it("becomes a modal and a home view that Slack takes", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const blocks = [...everyInput(name), ...everyBlock(name)];
        const texts = { title: name, submit: name || "ok", close: name };

        expect(lintView(modal({ ...texts, callbackId: "c", blocks, privateMetadata: "{}" }))).toEqual([]);
        expect(lintView(home(blocks.filter(({ type }) => type !== "input")))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("builders", () => {
  it("cuts a Japanese title to the 24 units a modal has", () => {
    const view = modal({
      title: "渡邉製作所株式会社 北関東第二営業所の引き継ぎ",
      close: "閉じる",
      callbackId: "c",
      blocks: [divider()],
    });

    expect(view.title.text.length).toBeLessThanOrEqual(24);
    expect(view.title.text.endsWith("…") || view.title.text.length < 24).toBe(true);
  });

  it("keeps colons in a name from turning into emoji", () => {
    expect(header("A:x:B").text).toEqual({ type: "plain_text", text: "A:x:B", emoji: false });
  });

  it("leaves out an initial value that the field cannot hold, rather than cut what is stored", () => {
    expect(textInput({ actionId: "a", initial: "abcd", maxLength: 3 })).not.toHaveProperty("initial_value");
  });

  it("refuses to drop a button or its meaning in silence", () => {
    const one = button({ text: "x", actionId: "a" });

    expect(() => actions(Array(26).fill(one))).toThrow(RangeError);
    expect(() => actions([])).toThrow(RangeError);
    expect(() => button({ text: "x", actionId: "a", value: "v".repeat(2001) })).toThrow(RangeError);
  });

  it("answers a suggestion with at most 100 options", () => {
    const found = Array.from({ length: 150 }, (_, index) => ({ text: `顧客${index}`, value: String(index) }));

    expect(suggestions(found).options).toHaveLength(100);
  });
});
