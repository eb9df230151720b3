import { spellOut } from "./kana-labels.ts";
import { is, LABEL_RULES, type LabelReading } from "./label-rules.ts";
import { spellOutRomaji } from "./romaji-labels.ts";

/**
 * Reads one header cell. Null when nothing in it is known. The unit and the order marks are left out of the
 * comparison: 「■電話番号 ※必須」 is 電話番号.
 */
export function readLabel(label: string): LabelReading | null {
  const plain = label.normalize("NFKC").replace(/^[|\s]+|(?<=\S)[\s▼▽↓⇩]+$/g, "");
  if (EITHER_PHONE.test(plain)) return is("phone", 0.9);
  if (PHONE_WITH_EXTENSION.test(plain)) return is("phone", 0.93);
  if (NUMBER_OF.test(plain)) return is("customerCode", 0.9);
  const text = normalizeLabel(label);
  if (text === "") return null;
  for (const [pattern, reading] of LABEL_RULES) if (pattern.test(text)) return reading;
  return readTwice(plain) ?? readWithoutRemark(plain);
}

/** 氏名 / Name, 姓（Last Name）: a label in two languages; the second counts where the first leaves something open. */
function readTwice(plain: string): LabelReading | null {
  const parts = /^\s*([^/|(\n]+?)\s*[/|(\n]\s*([^/|()\n]+?)\s*\)?\s*$/.exec(plain);
  if (!parts) return null;
  const [, one, two] = parts as unknown as [string, string, string];
  if (isLatin(one) === isLatin(two)) {
    // Contact Name / Name: twice the same in one language.
    const [said, again] = [readLabel(one), readLabel(two)];
    return said?.use && (again?.use === said.use || again?.open === "name") ? said : null;
  }
  const first = readLabel(one);
  return first && !first.open ? first : (readLabel(two) ?? first);
}

/** お名前（フルネーム）, 取引先コード（自社）: what stands in brackets says nothing that is known. */
function readWithoutRemark(plain: string): LabelReading | null {
  const unmarked = plain.replace(/^[「『【<《[■◆●\s]+|[」』】>》\]\s]+$/g, "");
  const bare = unmarked.replace(/(?<=\S)\s*[([][^()[\]]*[)\]]\s*$/, "");
  return bare === unmarked ? null : readLabel(bare);
}

function isLatin(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text);
}

/** TEL・携帯, 電話番号（携帯可）: whichever number there is. */
const EITHER_PHONE =
  /(tel|電話|固定|自宅)(番号)?[・/、,]\s*携帯|携帯(電話|番号)?[・/、,]\s*(tel|電話|固定|自宅)|携帯可/i;

/** TEL/内線: the number, and what is dialled behind it. */
const PHONE_WITH_EXTENSION = /(tel|電話|電話番号|直通)\s*[・/、,&(]\s*内線(番号)?\)?$/i;

/** Customer #, 会員№: the mark is a word here. */
const NUMBER_OF = /(customer|acct|account|client|member|会員|顧客|得意先|取引先|患者|お?客様)\s*[#№]$/i;

/** Width, case, white space, marks, brackets and the number of a column (①, 3.) do not matter in a header. */
export function normalizeLabel(label: string): string {
  return spellOut(
    spellOutRomaji(label)
      .replaceAll("〒", "郵便番号")
      .replace(/^\s*(?:[①-⑳⑴-⒇]|[(（]?\d{1,2}[.)．）](?=\D))\s*/, "")
      .normalize("NFKC")
      .toLowerCase()
      .replace(/℡/g, "tel")
      .replace(/さま/g, "様")
      .replace(/必須|任意|\(?単位[::]?/g, "")
      // For example: 電話番号（例：03-1234-5678）.
      .replace(/[([]?\s*例\s*[:)]\s*\S.*$/s, "")
      // How to fill it in: 得意先名（略称不可）.
      .replace(/\([^()]*(不可|厳守|以内|推奨|入力|記入)[^()]*\)/g, "")
      // 備考欄 and ヨミガナ（全角） say no more than 備考 and ヨミガナ.
      .replace(/\((全角|半角)(文字|英?数字?)?\)/g, "")
      .replace(/(?<=.)\(?欄\)?$/, "")
      // In which calendar: 入会日（和暦）.
      .replace(/\((和暦|西暦|yyyy[^()]*)\)/, "")
      // With or without tax, money is money.
      .replace(/税[抜込別][きみ]?/g, "")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .replace(/郵便番号郵便番号/, "郵便番号"),
  );
}

/** The unit a header gives for its column, as written: 千円, 百万円, 万円 … */
export function unitOf(label: string): string | null {
  const found =
    /(百万円|千万円|十万円|億円|千円|万円|百万|thousands?|millions?|[km](?=\s*(?:jpy|yen)))/i.exec(
      label.normalize("NFKC"),
    );
  if (!found) return null;
  const unit = found[1]!.toLowerCase();
  if (unit.startsWith("thousand") || unit === "k") return "千円";
  if (unit.startsWith("million") || unit === "m" || unit === "百万") return "百万円";
  return found[1]!;
}
