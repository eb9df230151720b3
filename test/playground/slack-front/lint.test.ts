import { describe, expect, it } from "vitest";
import { lintBlocks, lintMessage, lintView, mentionsIn } from "../../../playground/slack-front/lint/index.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const section = (more: object = {}) => ({ type: "section", text: mrkdwn("x"), ...more });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const button = (more: object = {}) => ({ type: "button", text: plain("x"), ...more });
const option = (value: string, more: object = {}) => ({ text: plain("x"), value, ...more });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(`v${index}`));
const groups = (count: number) => options(count).map((only) => ({ label: plain("x"), options: [only] }));
const select = (more: object = {}) => ({ type: "static_select", options: options(1), ...more });
const input = (element: object, more: object = {}) => ({
  type: "input",
  label: plain("x"),
  element,
  ...more,
});
const textInput = (more: object = {}) => ({ type: "plain_text_input", ...more });
const modal = (more: object = {}) => ({ type: "modal", title: plain("x"), blocks: [section()], ...more });
const repeat = <T>(count: number, part: T): T[] => Array.from({ length: count }, () => part);
const long = (length: number) => "字".repeat(length);

describe("limits of blocks", () => {
  const cases: [string, number, (size: number) => object][] = [
    ["header text", 150, (n) => ({ type: "header", text: plain(long(n)) })],
    ["section text", 3000, (n) => section({ text: mrkdwn(long(n)) })],
    ["section fields", 10, (n) => section({ fields: repeat(n, mrkdwn("x")) })],
    ["field text", 2000, (n) => section({ fields: [mrkdwn(long(n))] })],
    ["context elements", 10, (n) => ({ type: "context", elements: repeat(n, mrkdwn("x")) })],
    ["actions elements", 25, (n) => actions(...repeat(n, button()))],
    ["button text", 75, (n) => actions(button({ text: plain(long(n)) }))],
    ["button value", 2000, (n) => actions(button({ value: long(n) }))],
    ["button url", 3000, (n) => actions(button({ url: long(n) }))],
    ["accessibility label", 75, (n) => actions(button({ accessibility_label: long(n) }))],
    ["action id", 255, (n) => actions(button({ action_id: long(n) }))],
    ["block id", 255, (n) => section({ block_id: long(n) })],
    ["select options", 100, (n) => actions(select({ options: options(n) }))],
    ["option text", 75, (n) => actions(select({ options: [option("v", { text: plain(long(n)) })] }))],
    [
      "option description",
      75,
      (n) => actions(select({ options: [option("v", { description: plain(long(n)) })] })),
    ],
    ["option value", 150, (n) => actions(select({ options: [option(long(n))] }))],
    ["option groups", 100, (n) => actions({ type: "static_select", option_groups: groups(n) })],
    ["placeholder", 150, (n) => actions(select({ placeholder: plain(long(n)) }))],
    ["overflow options", 5, (n) => section({ accessory: { type: "overflow", options: options(n) } })],
    ["radio buttons", 10, (n) => section({ accessory: { type: "radio_buttons", options: options(n) } })],
    ["checkboxes", 10, (n) => section({ accessory: { type: "checkboxes", options: options(n) } })],
    ["input label", 2000, (n) => input(textInput(), { label: plain(long(n)) })],
    ["input hint", 2000, (n) => input(textInput(), { hint: plain(long(n)) })],
    ["text input max_length", 3000, (n) => input(textInput({ max_length: n }))],
    ["initial value", 3000, (n) => input(textInput({ initial_value: long(n) }))],
    ["confirm title", 100, (n) => actions(button({ confirm: { text: plain("x"), title: plain(long(n)) } }))],
    ["confirm text", 300, (n) => actions(button({ confirm: { text: plain(long(n)) } }))],
    [
      "confirm button",
      30,
      (n) => actions(button({ confirm: { text: plain("x"), confirm: plain(long(n)) } })),
    ],
    ["deny button", 30, (n) => actions(button({ confirm: { text: plain("x"), deny: plain(long(n)) } }))],
    ["image alt text", 2000, (n) => ({ type: "image", image_url: "https://x.jp/a.png", alt_text: long(n) })],
    ["image url", 3000, (n) => ({ type: "image", image_url: long(n), alt_text: "x" })],
    [
      "video title",
      200,
      (n) => ({ type: "video", video_url: "u", thumbnail_url: "u", alt_text: "x", title: plain(long(n)) }),
    ],
    ["table rows", 100, (n) => ({ type: "table", rows: repeat(n, [{ type: "raw_text", text: "x" }]) })],
    ["table cells", 20, (n) => ({ type: "table", rows: [repeat(n, { type: "raw_text", text: "x" })] })],
  ];

  it.each(cases)("keeps %s to %i", (_name, max, make) => {
    expect(lintBlocks([make(max)])).toEqual([]);
    expect(lintBlocks([make(max + 1)])).not.toEqual([]);
  });

  it("keeps a message to 50 blocks and a view to 100", () => {
    expect(lintBlocks(repeat(50, section()))).toEqual([]);
    expect(lintBlocks(repeat(51, section()))).toHaveLength(1);
    expect(lintView(modal({ blocks: repeat(100, section()) }))).toEqual([]);
    expect(lintView(modal({ blocks: repeat(101, section()) }))).toHaveLength(1);
  });

  it("keeps the text of all blocks of one message within what Slack has been seen to take", () => {
    const errors = lintBlocks(repeat(4, section({ text: mrkdwn(long(3000)) })));

    expect(errors).toMatchObject([{ code: "msg_blocks_too_long" }]);
  });
});

describe("limits of views", () => {
  it.each(["title", "submit", "close"])("keeps %s to 24", (key) => {
    expect(lintView(modal({ [key]: plain(long(24)) }))).toEqual([]);
    expect(lintView(modal({ [key]: plain(long(25)) }))).toHaveLength(1);
  });

  it.each([
    ["private_metadata", 3000],
    ["callback_id", 255],
    ["external_id", 255],
  ])("keeps %s to %i", (key, max) => {
    expect(lintView(modal({ [key]: long(max) }))).toEqual([]);
    expect(lintView(modal({ [key]: long(max + 1) }))).toHaveLength(1);
  });

  it("refuses an input without submit, a second focus and a home view with a title", () => {
    const focused = input(textInput({ focus_on_load: true }));

    expect(lintView(modal({ blocks: [input(textInput())] }))).toMatchObject([{ code: "missing_field" }]);
    expect(lintView(modal({ submit: plain("x"), blocks: [focused, focused] }))).toHaveLength(1);
    expect(lintView({ type: "home", title: plain("x"), blocks: [section()] })).toMatchObject([
      { pointer: "/title", code: "unknown_field" },
    ]);
  });

  it("refuses blocks that live in messages only", () => {
    expect(lintView(modal({ blocks: [{ type: "markdown", text: "x" }] }))).toMatchObject([
      { pointer: "/blocks/0/type", code: "unknown_type" },
    ]);
  });

  it("refuses a view without blocks, title or type", () => {
    expect(lintView(modal({ blocks: [] }))).toHaveLength(1);
    expect(lintView({ type: "modal", blocks: [section()] })).toHaveLength(1);
    expect(lintView({ blocks: [section()] })).toHaveLength(1);
    expect(lintView(null)).toHaveLength(1);
  });
});

describe("shape", () => {
  it("points at the fault as blocks.validate does", () => {
    expect(lintBlocks([{ type: "nope" }])).toMatchObject([
      { pointer: "/0/type", code: "unknown_type", constraint: { type: "enum", got: "nope" } },
    ]);
    expect(lintMessage({ text: "x", blocks: [section({ text: mrkdwn("") })] })).toMatchObject([
      { pointer: "/blocks/0/text/text", code: "failed_constraint", constraint: { type: "min_length" } },
    ]);
  });

  it.each([
    ["an unknown key", section({ colour: "red" })],
    ["a key of Object.prototype as a type", { type: "constructor" }],
    ["mrkdwn where plain text is needed", { type: "header", text: mrkdwn("x") }],
    ["an image without alt text", { type: "image", image_url: "https://x.jp/a.png" }],
    ["a text of blanks", section({ text: mrkdwn(" \u3000\n") })],
    ["a section of nothing", { type: "section" }],
    ["no elements", actions()],
    ["no options", actions(select({ options: [] }))],
    [
      "options and groups at once",
      actions(select({ option_groups: [{ label: plain("x"), options: options(1) }] })),
    ],
    ["an initial option that is no option", actions(select({ initial_option: option("other") }))],
    ["two options with one value", actions(select({ options: [option("a"), option("a")] }))],
    ["an empty initial value", input(textInput({ initial_value: "" }))],
    [
      "an initial value beyond its own max_length",
      input(textInput({ max_length: 3, initial_value: "abcd" })),
    ],
    ["a date that is none", actions({ type: "datepicker", initial_date: "2026-13-01" })],
    ["a style that is none", actions(button({ style: "warning" }))],
    ["a button as an input", input(button())],
    ["two buttons with one action id", actions(button({ action_id: "a" }), button({ action_id: "a" }))],
    [
      "an empty rich text run",
      {
        type: "rich_text",
        elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "" }] }],
      },
    ],
    ["null", null],
  ])("refuses %s", (_name, block) => {
    expect(lintBlocks([block])).not.toEqual([]);
  });

  it("refuses a block id that stands twice", () => {
    expect(lintBlocks([section({ block_id: "a" }), section({ block_id: "a" })])).toMatchObject([
      { pointer: "/1/block_id", code: "duplicate_id" },
    ]);
  });

  it("asks for a fallback text beside blocks", () => {
    expect(lintMessage({ blocks: [section()] })).toMatchObject([{ code: "missing_fallback_text" }]);
    expect(lintMessage({ text: "x" })).toEqual([]);
  });

  it("lets a run of rich text be a blank", () => {
    const run = { type: "text", text: " " };

    expect(
      lintBlocks([{ type: "rich_text", elements: [{ type: "rich_text_section", elements: [run] }] }]),
    ).toEqual([]);
  });
});

describe("mentions", () => {
  it("finds written, automatic and rich mentions, and none in plain text", () => {
    expect(mentionsIn({ text: "<!channel>", blocks: [] })).toEqual(["<!channel>"]);
    expect(mentionsIn([section({ text: mrkdwn("<@U1> @here") })])).toEqual(["<@U1>", "@here"]);
    expect(
      mentionsIn([
        { type: "user", user_id: "U1" },
        { type: "broadcast", range: "here" },
      ]),
    ).toHaveLength(2);
    expect(mentionsIn([{ type: "header", text: plain("<!channel>") }])).toEqual([]);
  });
});
