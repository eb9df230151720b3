/**
 * True for text that was read in a wrong encoding before it came here: replacement letters, UTF-8 taken for CP932
 * (縺ゅｊ), UTF-8 or CP932 taken for Latin (æ ªå¼, Š”Ž®), EUC-JP taken for CP932, or letters lost as question marks.
 */
export function isMojibake(text: string): boolean {
  if (!SUSPECT.test(text)) return false;
  if (text.includes("\ufffd")) return true;
  if (/[?？]{3,}/.test(text)) return (text.match(/[?？]/g)?.length ?? 0) >= text.length / 2;
  const utf8AsCp932 =
    text.match(/[縺繧繝譁蟄譬蠑莨螟荳蜷莉髱髮繽郢隱陦驛蛛逕遉蝣豁螳鬮蟾蟶蜊蝟髢邂邨遘弌][\s\S]?/g)?.length ??
    0;
  const halfKana = text.match(/[｡-ﾟ]/g)?.length ?? 0;
  if (halfKana >= 1 && isUtf8InCp932(text)) return true;
  if (
    utf8AsCp932 >= 2 &&
    (halfKana >= 1 || utf8AsCp932 >= 3 || /縺|繧|繝/.test(text)) &&
    utf8AsCp932 * 2 + halfKana >= text.length / 2
  )
    return true;
  const latin =
    text.match(
      /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/g,
    )?.length ?? 0;
  if (
    latin >= 3 &&
    latin >= text.length * 0.4 &&
    /[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/.test(text)
  )
    return !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
  // EUC-JP read as CP932 is half-width kana that spells nothing: brackets and small letters in between.
  return halfKana >= 4 && halfKana >= text.length * 0.6 && /[､｡｢｣ｰﾞﾟ][､｡｢｣ﾞﾟ]|[､｢｣]/.test(text);
}

const SUSPECT =
  /\p{sc=Han}[｡-ﾟ]|[\ufffd縺繧繝譁蟄譬蠑莨螟荳蜷莉髱髮繽郢隱陦驛蛛逕遉蝣豁螳鬮蟾蟶蜊蝟髢邂邨遘弌\u0080-\u00ff\u0192\u2013-\u203a｡-｣]|[?？]{3}/u;

/** Letters of CP932 whose bytes are mostly kanji and kana of three bytes in UTF-8: 莠墓ｱ滉ｺｬ is 井江京. */
function isUtf8InCp932(text: string): boolean {
  const bytes = cp932Bytes(text);
  if (bytes === null) return false;
  const letters = bytes.match(/[\xe3-\xe9\xef][\x80-\xbf]{2}/g)?.length ?? 0;
  return letters >= 2 && letters * 3 >= bytes.length * 0.6;
}

/** The bytes of a text in CP932, one letter each; null when it has a letter that CP932 does not know. */
function cp932Bytes(text: string): string | null {
  let bytes = "";
  for (const letter of text) {
    const known = letter <= "\x7f" ? letter : letterBytes().get(letter);
    if (known === undefined) return null;
    bytes += known;
  }
  return bytes;
}

let letters: Map<string, string> | undefined;

function letterBytes(): Map<string, string> {
  if (letters) return letters;
  letters = new Map();
  const decoder = new TextDecoder("shift_jis");
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa1 && lead <= 0xdf)
      letters.set(decoder.decode(Uint8Array.of(lead)), String.fromCharCode(lead));
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd" && !letters.has(letter))
        letters.set(letter, String.fromCharCode(lead, trail));
    }
  }
  return letters;
}
