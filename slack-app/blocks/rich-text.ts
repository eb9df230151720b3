import type { RichTextBlock, RichTextElement, RichTextSection } from "@slack/types";
import { safeUrl } from "./markup.ts";
import { cleanText, cutText, visibleText } from "./text.ts";

/**
 * Rich text shows stored values letter by letter: nothing in it is read as a mention, a link or formatting,
 * and bold needs no word border, which makes it the right place for Japanese and for names.
 */
export function richText(lines: readonly RichTextElement[][], blockId?: string): RichTextBlock {
  return {
    type: "rich_text",
    ...(blockId !== undefined && { block_id: blockId }),
    elements: lines.filter((line) => line.length > 0).map(richLine),
  };
}

/** A bulleted or numbered list; each item is one line of rich text. */
export function richList(items: readonly RichTextElement[][], style: "bullet" | "ordered"): RichTextBlock {
  return { type: "rich_text", elements: [{ type: "rich_text_list", style, elements: items.map(richLine) }] };
}

/** Somebody's own words, set apart as a quotation. */
export function richQuote(text: string, max = 3000): RichTextBlock {
  return { type: "rich_text", elements: [{ type: "rich_text_quote", elements: [richString(text, max)] }] };
}

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean };

/** A run of text in one style, cut to `max` UTF-16 units. */
export function richString(text: string, max = 3000, style?: Style): RichTextElement {
  return { type: "text", text: cutText(visibleText(text), max), ...(style && { style }) };
}

export function richBold(text: string, max = 300): RichTextElement {
  return richString(text, max, { bold: true });
}

/** Blanks and punctuation between runs, which may be nothing but a space. */
export function richGap(text: string): RichTextElement {
  return { type: "text", text: cleanText(text) || " " };
}

/** A named emoji of Slack's own set; always beside words that say the same. */
export function richEmoji(name: string): RichTextElement {
  return { type: "emoji", name };
}

export function richUser(userId: string): RichTextElement {
  return { type: "user", user_id: userId };
}

/** A link, or the bare text when the address is not one that a browser or mail program should open. */
export function richLink(url: string, text: string): RichTextElement {
  const target = safeUrl(url);
  if (target === undefined) return richString(text, 300);
  return { type: "link", url: target, text: cutText(visibleText(text), 300) };
}

function richLine(elements: RichTextElement[]): RichTextSection {
  return { type: "rich_text_section", elements };
}
