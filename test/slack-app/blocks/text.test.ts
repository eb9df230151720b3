import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK, cleanText, cutText, oneLine, visibleText } from "../../../slack-app/blocks/text.ts";

describe("cutText", () => {
  it("keeps what fits", () => {
    expect(cutText("田中商事", 4)).toBe("田中商事");
  });

  it("does not tear joined emoji, surrogate pairs or voicing marks", () => {
    expect(cutText("あ👨‍👩‍👧い", 5)).toBe("あ…");
    expect(cutText("𠮷野家です", 3)).toBe("𠮷…");
    expect(cutText("か\u3099か\u3099か\u3099", 4)).toBe("か\u3099…");
  });

  it("never exceeds the limit and always gives a beginning of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const cut = cutText(text, max);

        expect(cut.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(cut.endsWith("…") && cut !== text ? cut.slice(0, -1) : cut)).toBe(true);
      }),
    );
  });
});

describe("visibleText", () => {
  it.each(["", " ", "\u3000", "\u200B", "\u0000", "\n\n", "\uFEFF", "\u3164"])(
    "shows a dash for %j",
    (text) => {
      expect(visibleText(text)).toBe(BLANK);
    },
  );

  it("removes control characters and half surrogates but keeps line breaks", () => {
    expect(cleanText("a\u0000b\r\nc\td\uD800")).toBe("ab\nc d\uFFFD");
  });

  it("puts titles on one line", () => {
    expect(oneLine(" 田中商事\n 大阪支店 ")).toBe("田中商事 大阪支店");
  });
});
