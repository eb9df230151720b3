import { splitBlock } from "./address-block.ts";
import { findMunicipality } from "./municipality.ts";
import { parsePostal } from "./postal.ts";
import { PREFECTURES } from "./prefectures.ts";

/** An address in Japan by its parts, each as typed. */
export interface Address {
  /** In full, 東京都; also when only a city says it (横浜市). Null when it cannot be known. */
  prefecture: string | null;
  /** City with ward, ward of Tokyo, or district with town: 京都市中京区, 千代田区, 余市郡余市町. */
  city: string | null;
  /** Town and block: 丸の内1-1-1. */
  street: string | null;
  building: string | null;
  /** "100-0001", when the address carries its code. */
  postal: string | null;
}

/**
 * Splits an address. Spelling is kept (also full width); spaces between prefecture and city go. Cities are looked up, so
 * 四日市市, 廿日市市, 大和郡山市 and 東村山市 are safe; a city that is not on the list any more (大宮市) is read by its suffix when the
 * prefecture is written.
 */
export function parseAddress(text: string): Address {
  const { postal, rest } = takePostal(
    text
      .slice(0, LONGEST)
      .replace(/[\s\u3000\u00a0\u200b]+/g, " ")
      .trim()
      .replace(LABEL, ""),
  );
  const compact = compactHead(rest);
  const full = PREFECTURES.find((name) => compact.text.startsWith(name)) ?? null;
  const short = full === null ? shortPrefecture(compact.text) : null;
  const prefectureLength = full?.length ?? short?.length ?? 0;
  const written = full ?? short?.name ?? null;
  const afterPrefecture = compact.text.slice(prefectureLength);
  const city = findMunicipality(afterPrefecture, written) ?? formerCity(afterPrefecture, written);
  const cut = prefectureLength + (city?.length ?? 0);
  const { street, building } = splitBlock(rest.slice(compact.positions[cut] ?? rest.length).trim());
  return {
    prefecture: written ?? city?.prefecture ?? null,
    city: city === null ? null : compact.text.slice(prefectureLength, cut),
    street,
    building,
    postal,
  };
}

/** Behind this a cell holds notes. */
const LONGEST = 300;

/** （本社） and 【自宅】 in front of an address say whose it is. */
const LABEL =
  /^[(（【[［〔]\s*[^()（）【】[\]［］〔〕\d０-９〒]{1,8}\s*[)）】\]］〕]\s*|^(?:本社|本店|自宅|会社|勤務先|住所|所在地|現住所)\s*[:：]\s*/;

const POSTAL =
  /^[(（]?(?:〒|郵便番号)?\s*[:：]?\s*([0-9０-９]{3}\s?[-－‐−ー–—ｰ]?\s?[0-9０-９]{4})(?![0-9０-９-])[)）]?[\s,、]*/;

/** 横浜市西区みなとみらい2-2-1 〒220-0012 */
const POSTAL_BEHIND = /\s*[(（]?〒\s*([0-9０-９]{3}\s?[-－‐−ー–—ｰ]?\s?[0-9０-９]{4})[)）]?$/;

function takePostal(text: string): { postal: string | null; rest: string } {
  const match = POSTAL.exec(text);
  const postal = match ? parsePostal(match[1]!) : null;
  if (postal === null) {
    const behind = POSTAL_BEHIND.exec(text);
    const last = behind ? parsePostal(behind[1]!) : null;
    return { postal: last, rest: (last ? text.slice(0, behind!.index) : text).replace(/^〒\s*/, "") };
  }
  return { postal, rest: text.slice(match![0].length) };
}

/** The beginning without spaces, and where each letter of it stood: people put spaces between the parts, and inside them. */
function compactHead(text: string): { text: string; positions: number[] } {
  const positions: number[] = [];
  let compact = "";
  for (let i = 0; i < text.length; i++) {
    if (compact.length > 40 && text[i] !== " ") break;
    if (text[i] === " ") continue;
    compact += text[i];
    positions.push(i);
  }
  return { text: compact, positions };
}

/** 東京千代田区…: the short name counts only alone or where a city of that prefecture follows, and no city begins with it (大阪市). */
function shortPrefecture(text: string): { name: string; length: number } | null {
  if (findMunicipality(text, null) !== null) return null;
  for (const name of PREFECTURES) {
    const short = name.slice(0, -1);
    if (text === short) return { name, length: short.length };
    if (text.startsWith(short) && findMunicipality(text.slice(short.length), name) !== null) {
      return { name, length: short.length };
    }
  }
  return null;
}

/** A city without its prefecture is trusted only where a town in kanji follows, and 日市場 is a town itself. */
const BARE_CITY = /^\p{Script=Han}{1,4}(?<!日)市(?=\p{Script=Han})(?!場)/u;

/** 手取本町3-1 with its city left out is a part of some city and no town. */
const BY_SUFFIX =
  /^(?:[^\d０-９市区町村郡]{1,6}郡[^\d０-９]{1,6}?[町村]|[^\d０-９]{1,6}?市(?:[^\d０-９市町村]{1,4}区)?|[^\d０-９]{1,6}?(?:[区村]|町(?![\d０-９一二三四五六七八九十])))/;

function formerCity(text: string, prefecture: string | null): { length: number; prefecture: null } | null {
  const match = (prefecture === null ? BARE_CITY : BY_SUFFIX).exec(text);
  return match ? { length: match[0].length, prefecture: null } : null;
}
