const SHORTCODES: Record<string, string> = {
  tada: "🎉",
  confetti_ball: "🎉",
  telephone_receiver: "📞",
  phone: "📞",
  telephone: "📞",
  email: "📧",
  envelope: "📧",
  fax: "📠",
  white_check_mark: "✅",
  heavy_check_mark: "✅",
};

/**
 * The line in one width and one kind of space, as the rest of the reader sees it.
 * Undoes what Slack does to a command's text: entities, `<mailto:a|b>` links, `:shortcodes:`, pasted U+00A0 and
 * U+200B. A member mention `<@U1|name>` stays as it is, the member finder reads it.
 */
export function tidy(text: string): string {
  return (
    text
      .replace(/[\u200b-\u200d\u2060\ufeff\u00a0]/g, (c) => (c === "\u200d" ? "" : " "))
      .replace(/<(?:mailto:|tel:|https?:)[^|>]*\|([^>]*)>/g, "$1")
      .replace(/<(https?:[^>]*)>/g, "$1")
      .replace(/<!(?:here|everyone|subteam\^|date\^)[^>]*>/g, " ")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&amp;/g, "&")
      .replace(/:([a-z][a-z0-9_+-]*|[+-]1):/g, (_, name: string) => shortcode(name))
      .normalize("NFKC")
      .replace(/[〜∼]/g, "~")
      // Typed in half-width kana: 20日ﾏﾃﾞ, ﾎｸﾘｸﾌﾞｯｻﾝﾎｳﾓﾝ.
      .replace(/(?:マデ|ホウモン|ウチアワセ|デンゴン|ミツモリ)(?![ァ-ヶー])/g, hiragana)
      .replace(
        /(?<![ァ-ヶー])(?:アシタ|アサッテ|キノウ|オトトイ|キョウ|(?:コン|ライ|セン)シュウ|(?:コン|ライ|セン)ゲツ|カイトウ|ヘンジ)(?![ァ-ヶー])/g,
        hiragana,
      )
      .replace(/[\s\u3000]+/g, " ")
      .trim()
  );
}

function hiragana(katakana: string): string {
  return katakana.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** Takes pictures out of text that will be kept as a summary. */
export function withoutPictures(text: string): string {
  return text.replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d/gu, "");
}

function shortcode(name: string): string {
  return SHORTCODES[name] ?? " ";
}
