import { withoutPictures } from "./tidy.ts";
import type { Span } from "./types.ts";

// What a name, a date or a word of contact leaves behind when it is taken out: さん, の, から, 件で.
const ORPHAN =
  /^(?:さん|さま|様|殿|\s?御中)?(?:(?:けど|けれど|ので|が)(?=[\s、。]|$)|の件(?:ですが|ですけど|で|について)?(?=[\s、。]|$)|について|には|とは|から|より|にて|の|に|へ|と|は|で|が|も|を)?/;

/** The summary that is kept: what is left of the line when everything that has its own field is taken out. */
export function bodyOf(line: string, segment: Span, claims: readonly Span[]): string {
  let kept = "";
  for (let i = segment.start; i < segment.end; i++) {
    kept += claims.some((claim) => claim.start <= i && i < claim.end) ? "\u0000" : line[i]!;
  }
  return priced(
    withoutPictures(kept)
      .replace(/\u0000+/g, "\u0000")
      .split("\u0000")
      .map((piece, index) => (index === 0 ? piece : piece.replace(ORPHAN, "")))
      .join(" ")
      .replace(/#(?=\s|$)|【\s*】|「\s*」|『\s*』|"\s*"|“\s*”|<\s*>|\[\s*\]/g, " ")
      .replace(/[→➡⇒>]+\s*(?=$|[\s、。])/g, " ")
      .replace(/\s*([、。,!?])[\s、。,]*/g, "$1")
      .replace(/\.{2,}/g, " ")
      .replace(/^[\s、。,!?:;・/~ー-]+|[\s、,:;/~・]+$/g, "")
      .replace(/\(\s*\)/g, "")
      .replace(/(?<=[一-龠々])(?:で|に|は|が)$/, "")
      .replace(/\s+/g, " ")
      .trim(),
  );
}

// 500個@1,280 is worked out, so that nobody has to.
function priced(text: string): string {
  return text
    .replace(
      /([\d,]+)\s*([個本台枚箱式セットケース]{0,4})\s*@\s*¥?([\d,]+)円?/g,
      (whole, count: string, unit: string, price: string) => {
        const total = Number(count.replaceAll(",", "")) * Number(price.replaceAll(",", ""));
        if (!Number.isSafeInteger(total)) return whole;
        return ` ${count}${unit}×¥${Number(price.replaceAll(",", "")).toLocaleString("en-US")}=¥${total.toLocaleString("en-US")}`;
      },
    )
    .replace(/\s+/g, " ")
    .trim();
}
