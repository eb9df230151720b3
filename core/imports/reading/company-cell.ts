import {
  companyKey,
  foldText,
  guessReading,
  parsePersonName,
  readBeginning,
  shortKeys,
  splitLegalForm,
  splitSite,
  startsWithTrade,
  toKatakana,
} from "../../japanese/index.ts";
import { remembered } from "../../kernel/remembered.ts";

/** What the cell of a company says; spelling as typed. */
export interface CompanyCell {
  company: string;
  /** Its name without the legal form, folded; null when nothing is left. */
  key: string | null;
  kana: string | null;
  site: string | null;
  department: string | null;
  /** 「㈱山田商店 代表取締役 山田太郎」「㈱山田商店 佐藤様」: who stands behind the firm, as typed. */
  person: string | null;
}

const READING_IN_NAME =
  /^(.*\S)\s*[(（[［【〔〈]\s*([\p{sc=Katakana}\p{sc=Hiragana}ー・ｰﾞﾟ\s]{3,})\s*[)）\]］】〕〉]\s*(株式会社|有限会社|合同会社|㈱|㈲|[(（][株有同][)）])?$/su;

/** Kana in brackets that names a part of the firm and reads nothing. */
const NO_READING =
  /(センター|オフィス|グループ|チーム|サポート|ショールーム|ラボ|ショップ|ビル|サービス|ストア)$/;

/** 様 glued to a bare name may be part of it: 王様. */
const ADDRESSED =
  /[\s\u3000]*御[\s\u3000]?中$|[\s\u3000]+各位$|[\s\u3000]+[ご御]?担当者?様$|[\s\u3000]+[様殿]$|(?<=会社|法人|[㈱㈲)）])様$/;

/** Parts a company's name from a reading in brackets, its branch, its department and 御中. */
export function readCompany(text: string): Readonly<CompanyCell> {
  return cellOf(text);
}

const cellOf = remembered(readCell);

function readCell(text: string): CompanyCell {
  let name = text.includes("\n") ? text.replace(/\s*[\r\n]+\s*/g, " ") : text;
  let kana: string | null = null;
  const reading = /[)）\]］】〕〉]/.test(name) ? READING_IN_NAME.exec(name) : null;
  if (reading && isReadingOf(reading[2]!, reading[1]! + (reading[3] ?? ""))) {
    name = reading[1]! + (reading[3] ?? "");
    kana = reading[2]!.trim();
  }
  const spoken = kana === null ? readingBehind(name) : null;
  if (spoken !== null) {
    kana = spoken;
    name = name.slice(0, -spoken.length).trimEnd();
  }
  const person = personBehind(name);
  if (person !== null) name = name.slice(0, -person.length).trimEnd();
  if (/(中|様|殿|各位)$/.test(name)) name = withoutAddress(name);
  const { company, site, department } = splitSite(name);
  const typed = site === null && department === null ? name : typedHead(name, company);
  return { company: typed, key: companyKey(typed) || null, kana, site, department, person };
}

/** 様 behind a name that has its legal form addresses the firm, unless the name is such a word. */
function withoutAddress(name: string): string {
  const bare = name.replace(ADDRESSED, "");
  if (bare !== name || !name.endsWith("様") || WORDS_WITH_SAMA.test(name)) return bare;
  return splitLegalForm(name).form === null ? name : name.slice(0, -1).trimEnd();
}

const WORDS_WITH_SAMA = /(?:王|神|客|殿|奥|姫|仏|皆|貴|何|若|母|父|子|孫|紋|模|仕|多|同|一|異)様$/;

/** A name of kana alone is read by the same kana; サービス at the end of both is read and no part of the firm. */
function isReadingOf(kana: string, name: string): boolean {
  if (!/\p{sc=Han}|[A-Za-z㈱㈲㍿]|[(（][株有同][)）]/u.test(name))
    return toKatakana(kana) === toKatakana(name);
  const part = NO_READING.exec(kana.normalize("NFKC"))?.[0];
  return part === undefined || name.includes(part);
}

/** 「㈱光洋食品　コウヨウショクヒン」: kana behind a space that sounds like what is known of the name in front. */
function readingBehind(name: string): string | null {
  const parts = /^(.*\S)[\s\u3000]+([\p{sc=Katakana}\p{sc=Hiragana}ー・ｰﾞﾟ]{3,})$/u.exec(name);
  if (!parts) return null;
  const key = foldText(splitLegalForm(parts[1]!).core);
  const heard = foldText(splitLegalForm(parts[2]!).core);
  const spoken = guessReading(key) ?? (/[一-龠]/.test(key) ? null : key);
  if (spoken !== null && !/[a-z]/.test(key)) return unvoiced(heard) === unvoiced(spoken) ? parts[2]! : null;
  const [short] = shortKeys(key);
  const [first, trade] = [readBeginning(key), short ? readBeginning(key.slice(short.length)) : ""];
  const begins =
    /^[一-龠]/.test(key) && first.length >= 2 && heard.startsWith(first) && heard.length > first.length;
  const ends =
    soundsAlike(key, heard) ||
    (trade.length >= 3 && heard.length > trade.length + 1 && unvoiced(heard).endsWith(unvoiced(trade)));
  return key !== "" && (begins || ends) ? parts[2]! : null;
}

/** 相模リース is read サガミリース: kanji of any sound, and the kana that stands in the name before or behind them. */
function soundsAlike(key: string, heard: string): boolean {
  const [, front = "", back = ""] = /^([ぁ-ん]{2,})?[一-龠々]+([ぁ-ん]{2,})?$/.exec(key) ?? [];
  const kana = front.length + back.length;
  return kana > 0 && heard.length > kana + 1 && heard.startsWith(front) && heard.endsWith(back);
}

/** 製作所 is read ショ and ジョ. */
function unvoiced(kana: string): string {
  return kana.normalize("NFD").replace(/\u3099/g, "");
}

/** What stands behind a firm's legal form and a space, if it is a person with a title in front or 様 behind. */
function personBehind(name: string): string | null {
  if (!PERSON_MARK.test(name)) return null;
  for (const space of name.matchAll(/[\s\u3000]+/g)) {
    const [head, tail] = [name.slice(0, space.index), name.slice(space.index + space[0].length)];
    const { form, core } = splitLegalForm(head);
    // 「㈱川崎 物流 様」 is 川崎物流.
    if (form === null || core === "" || startsWithTrade(foldText(tail))) continue;
    // ... and 「㈱harbor otc 様」 a name in Latin letters.
    if (/[A-Za-z]$/.test(core) && /^[A-Za-z]/.test(tail)) continue;
    const person = parsePersonName(tail);
    if (person === null || person.department !== null) continue;
    if (person.honorific === "様" || (person.title && tail.startsWith(person.title))) return tail;
  }
  return null;
}

const PERSON_MARK = /[\s\u3000].*(?:様$|(?:役|長|員|主|事|表|任)[\s\u3000])/;

/** The front of `typed` that has the letters of `head`, white space as typed. */
function typedHead(typed: string, head: string): string {
  const letters = head.replace(/\s/g, "").length;
  let seen = 0;
  for (let at = 0; at < typed.length; at++) {
    if (!/[\s\u200b]/.test(typed[at]!)) seen++;
    if (seen === letters) return typed.slice(0, at + 1);
  }
  return head;
}
