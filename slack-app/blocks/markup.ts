import type { MrkdwnElement } from "@slack/types";
import { cleanText, cutText, eachGrapheme, oneLine, visibleText } from "./text.ts";

/**
 * Text in Slack's mrkdwn, kept in pieces so that it can be cut without tearing a mention or an escape.
 * Made only by the functions of this file, so that a stored string never reaches mrkdwn unescaped.
 */
export type Markup = { readonly pieces: readonly Piece[] };

/** mrkdwn that is kept or left out as a whole, or data that is still to be escaped and may be cut. */
type Piece = string | { readonly data: string };

/** What a sentence may be built from: a plain string is always data and is escaped. */
export type Phrase = string | Markup;

/**
 * Writes mrkdwn: the template itself is markup, whatever is put into it is data.
 *
 * @example md`${bold(customer.name)} を ${userMention(member.slackId)} に引き継ぎました`
 */
export function md(template: TemplateStringsArray, ...values: Phrase[]): Markup {
  return joinMarkup(
    template.flatMap((literal, index): Phrase[] => {
      const value = values[index];
      return value === undefined ? [{ pieces: [literal] }] : [{ pieces: [literal] }, value];
    }),
  );
}

/** Puts phrases one after another, with `separator` (data, escaped) between them. */
export function joinMarkup(phrases: readonly Phrase[], separator = ""): Markup {
  const between = separator === "" ? [] : [dataOf(separator)];
  return {
    pieces: phrases.flatMap((phrase, index) => [
      ...(index === 0 ? [] : between),
      ...(typeof phrase === "string" ? [dataOf(phrase)] : phrase.pieces),
    ]),
  };
}

/**
 * Bold, at most 300 units. Slack wants a word border around the asterisks, which Japanese does not have,
 * so zero-width spaces are put there. Text that holds an asterisk or a line break itself stays plain:
 * there is no way to escape them. For stored values prefer rich text, which needs neither.
 */
export function bold(text: string): Markup {
  const shown = cutText(visibleText(text).trim(), 300);
  if (/[*\n`]/.test(shown)) return { pieces: [dataOf(shown)] };
  return { pieces: [`\u200B*${escapeMrkdwn(shown)}*\u200B`] };
}

/** Names a member of the Slack workspace and notifies them where the message is posted. */
export function userMention(userId: string): Markup {
  return { pieces: [/^[UW][A-Z0-9]+$/.test(userId) ? `<@${userId}>` : escapeMrkdwn(userId)] };
}

/** Names a channel as a link. */
export function channelMention(channelId: string): Markup {
  return { pieces: [/^[CGD][A-Z0-9]+$/.test(channelId) ? `<#${channelId}>` : escapeMrkdwn(channelId)] };
}

/** A link, or the bare text when the address is not one that a browser or mail program should open. */
export function link(url: string, text: string): Markup {
  const target = safeUrl(url);
  const shown = escapeMrkdwn(cutText(oneLine(text), 300));
  return { pieces: [target === undefined ? shown : `<${target}|${shown.replaceAll("|", "｜")}>`] };
}

/** `http`, `https`, `mailto` and `tel` addresses, written so that they fit between `<` and `|`; else nothing. */
export function safeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  if (!["http:", "https:", "mailto:", "tel:"].includes(parsed.protocol)) return undefined;
  const written = parsed.href.replace(/[<>|]/g, (character) => encodeURIComponent(character));
  return written.length <= 2000 ? written : undefined;
}

/** Slack's three escapes: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * The text object for a phrase. `verbatim`, so that Slack makes no mention or link out of what merely
 * looks like one (`@channel`, `#general`) in somebody's notes.
 */
export function mrkdwn(phrase: Phrase, max: number): MrkdwnElement {
  return { type: "mrkdwn", text: phraseSource(phrase, max), verbatim: true };
}

/** The mrkdwn source of a phrase in at most `max` UTF-16 units, for places that take a bare string. */
export function phraseSource(phrase: Phrase, max: number): string {
  const pieces = joinMarkup([phrase]).pieces;
  const whole = pieces
    .map((piece) => (typeof piece === "string" ? piece : escapeMrkdwn(piece.data)))
    .join("");
  const source = whole.length <= max ? whole : `${fitting(pieces, max - 1)}…`;
  return visibleText(source);
}

function fitting(pieces: readonly Piece[], max: number): string {
  let source = "";
  for (const piece of pieces.flatMap(uncut)) {
    if (source.length + piece.length > max) break;
    source += piece;
  }
  return source.trimEnd();
}

/** What a cut must not tear. */
function uncut(piece: Piece): string[] {
  return typeof piece === "string" ? [piece] : eachGrapheme(piece.data).map(escapeMrkdwn);
}

function dataOf(text: string): Piece {
  return { data: cleanText(text) };
}
