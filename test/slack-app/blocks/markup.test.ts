import { describe, expect, it } from "vitest";
import {
  bold,
  channelMention,
  joinMarkup,
  link,
  md,
  mrkdwn,
  userMention,
} from "../../../slack-app/blocks/index.ts";

const source = (phrase: Parameters<typeof mrkdwn>[0], max = 3000) => mrkdwn(phrase, max).text;

describe("md", () => {
  it("escapes what is put in and leaves the template alone", () => {
    expect(source(md`*固定* ${"<!channel> A&B"} ${userMention("U123")}`)).toBe(
      "*固定* &lt;!channel&gt; A&amp;B <@U123>",
    );
  });

  it("keeps Slack from finding mentions and links in notes", () => {
    expect(mrkdwn("@channel", 100)).toEqual({ type: "mrkdwn", text: "@channel", verbatim: true });
  });

  it("cuts without tearing an escape or a mention", () => {
    expect(source("&&&", 12)).toBe("&amp;&amp;…");
    expect(source(md`あ${userMention("U1234567")}い`, 8)).toBe("あ…");
  });

  it("joins phrases with a separator", () => {
    expect(source(joinMarkup(["a", md`*b*`], " > "))).toBe("a &gt; *b*");
  });
});

describe("bold", () => {
  it("gives Japanese the word borders it lacks", () => {
    expect(source(md`これは${bold("太字")}です`)).toBe("これは\u200B*太字*\u200Bです");
  });

  it("stays plain when the text itself holds an asterisk", () => {
    expect(source(bold("5*3"))).toBe("5*3");
  });
});

describe("links and mentions", () => {
  it("writes addresses so that they cannot break out", () => {
    expect(source(link("https://x.jp/?q=<a|b>", "a|b>"))).toBe("<https://x.jp/?q=%3Ca%7Cb%3E|a｜b&gt;>");
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "not an address", ""])(
    "shows %j as bare text",
    (url) => {
      expect(source(link(url, "見る"))).toBe("見る");
    },
  );

  it("shows an id that is none as text", () => {
    expect(source(userMention("!channel"))).toBe("!channel");
    expect(source(channelMention("C1> <!here"))).toBe("C1&gt; &lt;!here");
    expect(source(channelMention("C1"))).toBe("<#C1>");
  });
});
