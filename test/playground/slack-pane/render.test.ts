import { describe, expect, it } from "vitest";
import { formatDate } from "../../../playground/slack-pane/dates.ts";
import { type MessageContext, renderConversation } from "../../../playground/slack-pane/messages.ts";
import { renderModal } from "../../../playground/slack-pane/modal.ts";
import { strings } from "../../../playground/strings/index.ts";

const context: MessageContext = {
  locale: "ja",
  theme: "light",
  scope: "",
  personName: "佐藤 大輔",
  users: [{ id: "U1", name: "鈴木 健" }],
  channels: [],
  text: (key) => (strings.ja as Record<string, string>)[key] ?? key,
  date: (seconds, format) => formatDate(seconds, format, "ja"),
};
const message = (blocks: Record<string, unknown>[], more = {}) => ({
  ts: "1795251600.000100",
  channelId: "C1",
  userId: "UBOT",
  text: "",
  blocks,
  edited: false,
  ...more,
});
const drawn = async (blocks: Record<string, unknown>[], more = {}) =>
  (await renderConversation([message(blocks, more)], [], context)).at(-1)!.html;
const plain = (text: string) => ({ type: "plain_text", text });

describe("a message in the Slack pane", () => {
  it("shows what the app wrote as text, never as markup of ours", async () => {
    const evil = '<img src=x onerror="alert(1)">"><script>alert(2)</script>';
    const html = await drawn([
      { type: "section", block_id: "a", text: { type: "mrkdwn", text: evil.replaceAll("<", "&lt;") } },
      {
        type: "actions",
        block_id: "b",
        elements: [
          {
            type: "button",
            action_id: "x",
            text: plain(evil),
            value: evil,
            confirm: {
              title: plain(evil),
              text: plain(evil),
              confirm: plain("はい"),
              deny: plain("いいえ"),
            },
          },
        ],
      },
    ]);

    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain("&lt;script&gt;");
  });

  it("carries where its elements are, for the page's script", async () => {
    const html = await drawn([
      {
        type: "actions",
        block_id: "row",
        elements: [{ type: "button", action_id: "line.amend", text: plain("直す") }],
      },
    ]);

    expect(html).toMatch(/data-channel="C1" data-ts="1795251600.000100"/);
    expect(html).toMatch(/data-block="row"/);
    expect(html).toMatch(/data-action-id="line\.amend"/);
  });

  it("says when only one person sees it", async () => {
    const section = [{ type: "section", block_id: "a", text: plain("こんにちは") }];

    expect(await drawn(section, { ephemeralTo: "U9" })).toContain("あなただけに表示");
    expect(await drawn(section)).not.toContain("あなただけに表示");
  });

  it("follows links to the web only", async () => {
    const html = await drawn([
      {
        type: "actions",
        block_id: "b",
        elements: [{ type: "button", action_id: "x", text: plain("開く"), url: "javascript:alert(1)" }],
      },
    ]);

    expect(html).not.toContain("javascript:");
  });
});

describe("a modal in the Slack pane", () => {
  const view = {
    id: "V1",
    hash: "1",
    type: "modal",
    title: plain("引き継ぎ"),
    submit: plain("頼む"),
    blocks: [
      {
        type: "input",
        block_id: "why",
        label: plain("理由"),
        element: { type: "plain_text_input", action_id: "text", max_length: 200 },
      },
      {
        type: "input",
        block_id: "who",
        label: plain("相手"),
        optional: true,
        element: { type: "users_select", action_id: "user" },
      },
    ],
  };

  it("ties every field to its label and its error", async () => {
    const { html } = await renderModal({ view, errors: { why: "理由を書いてください" } }, context);

    const id = /<label class="sb-label" for="([^"]+)">理由/.exec(html)![1]!;
    expect(html).toContain(`id="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-error"`);
    expect(html).toMatch(new RegExp(`id="${id}-error"[^>]*>理由を書いてください`));
    expect(html).toContain('maxlength="200"');
  });

  it("says in words what Slack's client finds, and which fields may stay empty", async () => {
    const { html } = await renderModal({ view, errors: { why: "missing_value" } }, context);

    expect(html).toContain("入力してください。");
    expect(html).toContain("(任意)");
    expect(html).toContain("鈴木 健");
  });
});

describe("a date of Slack's", () => {
  it("is told in the company's zone, in the words of its format", () => {
    expect(formatDate(1795251600, "{date_num} {time}", "ja")).toBe("2026/11/21 18:00");
  });

  it("is left to its fallback when the format has no word we know", () => {
    expect(formatDate(1795251600, "{moon}", "ja")).toBeNull();
  });
});
