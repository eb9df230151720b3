/** Katakana, half or full width, to hiragana; everything else stays as it is. "ﾀﾅｶ商事" → "たなか商事". */
export function toHiragana(text: string): string {
  return composeHalfWidth(text).replace(/[ァ-ヶヽヾ]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - KANA_DISTANCE),
  );
}

/** Hiragana and half-width katakana to full-width katakana; everything else stays as it is. */
export function toKatakana(text: string): string {
  return composeHalfWidth(text).replace(/[ぁ-ゖゝゞ]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) + KANA_DISTANCE),
  );
}

/** Katakana to half width, voicing marks parted: "ガッコウ" → "ｶﾞｯｺｳ"; everything else stays as it is. */
export function toHalfKatakana(katakana: string): string {
  const parts = katakana.normalize("NFD").replaceAll("\u3099", "ﾞ").replaceAll("\u309a", "ﾟ");
  return parts.replace(/[ァ-ヴー]/g, (kana) => HALF_KANA[FULL_KANA.indexOf(kana)] ?? kana);
}

/** True when the text is written in kana alone (spaces, long marks and middle dots allowed). */
export function isKana(text: string): boolean {
  return (
    /^[ぁ-ゖァ-ヺヽヾゝゞー゛゜\uFF66-\uFF9F\s・･]+$/u.test(text) && /[ぁ-ゖァ-ヺ\uFF66-\uFF9D]/u.test(text)
  );
}

const KANA_DISTANCE = 0x60;

const FULL_KANA =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー";
const HALF_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ";

/** Only the half-width block is composed: NFKC over the whole text would also rewrite what people typed around it. */
function composeHalfWidth(text: string): string {
  return text.replace(/[\uFF61-\uFF9F]+/g, (run) => run.normalize("NFKC"));
}
