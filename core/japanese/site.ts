import { splitLegalForm } from "./legal-form.ts";
import { findMunicipality } from "./municipality.ts";
import { prefectureOf } from "./prefecture.ts";
import {
  DEPARTMENT,
  DEPARTMENT_AND_SITE,
  DEPARTMENT_TAIL,
  ENDING,
  REGIONS,
  SITE,
  STRONG,
  STRONG_SITE,
} from "./site-words.ts";
import { isKnownSurname } from "./surname.ts";

/** A company cell parted into company, site (拠点) and department. */
export interface CompanySite {
  /** With its legal form, as typed. */
  company: string;
  /** 大阪支店, or null. */
  site: string | null;
  /** 購買部, or null. */
  department: string | null;
}

/**
 * Parts 「田中商事 大阪支店」「田中商事㈱大阪営業所 購買部」. Without a space or a legal form between, only a known place in
 * front of 支店, 営業所 and the like is taken for a site: 野村総合研究所 and 山田税理士事務所 stay whole.
 */
export function splitSite(name: string): CompanySite {
  const typed = name.replace(/[\s\u3000\u00a0\u200b]+/g, " ").trim();
  const whole: CompanySite = { company: typed, site: null, department: null };
  if (typed.length > 200 || !ENDING.test(typed) || SEVERAL.test(typed)) return whole;
  if (FORMER.test(typed)) return whole;
  const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+)\s*[)）]$/.exec(typed);
  const outer = takeDepartment(bracketed ? `${bracketed[1]} ${bracketed[2]}` : typed);
  const parted = takeSite(outer.rest);
  if (parted.site === null && outer.department === null) return whole;
  // 「購買部 大阪支店」 in one tail: the department stood in front of the site.
  const both = outer.department === null ? DEPARTMENT_AND_SITE.exec(parted.site ?? "") : null;
  if (both) return { company: parted.rest, site: both[2]!, department: both[1]! };
  return { company: parted.rest, site: parted.site, department: outer.department };
}

/** 「新星商事（旧・昭和倉庫）」 tells two names of one company. */
const FORMER = /[(（[［](?:[旧元現][^(（]*(?:[(（][株有同][)）][^(（]*)?|[^(（]+(?:社名|商号)変更)[)）\]］]$/;

/** 支店 without its place. */
const STRONG_WORD = new RegExp(`^${STRONG}$`);

/** Two firms in one cell: no part of the second is a site of the first. */
const FORM = "(?:株式会社|有限会社|合同会社|[㈱㈲]|[(（][株有同][)）])";
const SEVERAL = new RegExp(`${FORM}.*[/／、].*${FORM}`);

function takeDepartment(text: string): { rest: string; department: string | null } {
  const tail = tailAfterForm(text);
  if (tail !== null && !/[\s]/.test(tail.tail) && !SITE.test(tail.tail) && DEPARTMENT_TAIL.test(tail.tail)) {
    const inSite = new RegExp(`^(.+?${STRONG})(.+)$`).exec(tail.tail);
    return inSite
      ? { rest: tail.head + inSite[1], department: inSite[2]! }
      : { rest: tail.head, department: tail.tail };
  }
  const match = DEPARTMENT.exec(text);
  const rest = match?.[1]?.trim() ?? "";
  const department = match?.[2] ?? match?.[3];
  if (department === undefined || !isCompany(rest) || !isDepartment(department, rest))
    return { rest: text, department: null };
  return { rest, department };
}

/** 倶楽部 and a surname are none; 室 and グループ behind a bare name may well be part of it (山田 設計室). */
function isDepartment(word: string, company: string): boolean {
  if (/倶楽部$/.test(word) || isKnownSurname(word)) return false;
  return (
    !/(?:室|グループ|チーム|係)$/.test(word) || splitLegalForm(company).form !== null || SITE.test(company)
  );
}

function takeSite(text: string): { rest: string; site: string | null } {
  const none = { rest: text, site: null };
  if (!SITE.test(text)) return none;
  const tail = tailAfterForm(text);
  if (tail !== null && SITE.test(tail.tail) && isCompany(tail.head))
    return { rest: tail.head, site: tail.tail.replace(/^[/／・]\s*/, "") };
  const spaced = /^(.+?) (\S.*)$/.exec(text);
  const last = /^(.+) (\S+)$/.exec(text);
  const slash = /^(.+?) ?[/／] ?([^/／]+)$/.exec(text);
  // 焼肉 アルファ 大阪支店: what names a site by itself leaves the words before it to the company.
  const whole = last !== null && STRONG_SITE.test(last[2]!) && !STRONG_WORD.test(last[2]!);
  for (const cut of [slash, ...(whole ? [last, spaced] : [spaced, last])]) {
    if (
      cut &&
      SITE.test(cut[2]!) &&
      !isForeignWordAndPlace(cut[2]!) &&
      isCompany(cut[1]!) &&
      isSiteName(cut[2]!, cut[1]!)
    )
      return { rest: cut[1]!, site: cut[2]! };
  }
  return takeGlued(text) ?? none;
}

/** 「Green Energy 本社」 of 「Japan Green Energy 本社」, 「88 横浜工場」 of 「Studio 88 横浜工場」. */
const FOREIGN_WORDS = /^[\p{sc=Latin}\d][\p{sc=Latin}\d&.,'’-]*(?: [\p{sc=Latin}\d&.,'’-]+)* \p{sc=Han}\S*$/u;

/** 「NIMBUS Sports 佐賀支社」「NIMBUS Sports佐賀支社」: the word before the place belongs to the company. */
function isForeignWordAndPlace(site: string): boolean {
  if (FOREIGN_WORDS.test(site)) return true;
  const parts = /^([\p{sc=Latin}\p{sc=Katakana}ー&.]{3,})\s?(\p{sc=Han}.*)$/u.exec(site);
  return parts !== null && isPlace(parts[2]!.replace(SITE, ""));
}

/** Glued on without a space: the longest known place in front of the suffix. */
function takeGlued(text: string): { rest: string; site: string } | null {
  const suffix = STRONG_SITE.exec(text)?.[0] ?? (hasForm(text) ? GLUED_WEAK.exec(text)?.[0] : undefined);
  if (suffix === undefined) return null;
  const stem = text.slice(0, -suffix.length);
  // 「〇〇株式会社津営業所」: a place of one letter only where a form says what the company is.
  const least = hasForm(text) && STRONG_SITE.test(text) ? 1 : 2;
  for (let length = 6; length >= least; length--) {
    const place = stem.slice(-length);
    const rest = stem.slice(0, -length).trim();
    if (place.length === length && isCompany(rest) && rest.length >= 2 && isPlace(place))
      return { rest, site: place + suffix };
  }
  return null;
}

function isPlace(word: string): boolean {
  return (
    REGIONS.has(word) ||
    prefectureOf(word) !== null ||
    findMunicipality(`${word}市`, null)?.length === word.length + 1 ||
    findMunicipality(`${word}区`, "東京都")?.length === word.length + 1
  );
}

function hasForm(text: string): boolean {
  return splitLegalForm(text).form !== null;
}

/** 「株式会社青木眼鏡所沢工場」: told from a part of the name by the known place in front of it. */
const GLUED_WEAK = /(?:工場|店)$/;

/** Shops by trade, which end a company's name: 「㈱大東 書店」 is no branch of 大東. */
const SHOP =
  /^(?:[酒書花靴薬米茶肉魚畳糸布石金生] ?|商|工務|時計|呉服|洋品|洋服|電器|家具|菓子|生花|青果|精肉|鮮魚|豆腐|そば|蕎麦|うどん|すし|珈琲|喫茶|理容|美容|飲食|食料品|文具|玩具|楽器|自転車|代理|百貨|量販|専門|書籍|販売)店$/;

/** A weak suffix needs a company that is plainly one, or a place: 「ABC 物流センター」 may be the name of a company. */
function isSiteName(site: string, company: string): boolean {
  if (STRONG_SITE.test(site)) return true;
  if (SHOP.test(site)) return false;
  if (/(?:士|保険|会計|法律|設計|特許|税務|労務|法務|経営|芸能|デザイン)事務所$/.test(site)) return false;
  // 麺処 神田製作所: only of a plain firm it is the works of a place.
  if (/製作所$/.test(site) && !hasForm(company)) return false;
  const stem = site.replace(SITE, "");
  // 山田／佐藤事務所 are two partners.
  if (/事務所$/.test(site) && isKnownSurname(stem) && !isPlace(stem)) return false;
  if (/^(?:本社|本店|本部)$/.test(site)) return true;
  return (
    stem !== "" &&
    (splitLegalForm(company).form !== null || isPlace(stem) || /^(?:物流|配送|流通|商品|第\S)$/.test(stem))
  );
}

function tailAfterForm(text: string): { head: string; tail: string } | null {
  const match = /^(.+?(?:株式会社|有限会社|合同会社|㈱|㈲|[(（](?:株|有|同|カ|ユ|ド)[)）]))\s*(\S.*)$/.exec(
    text,
  );
  return match ? { head: match[1]!, tail: match[2]! } : null;
}

function isCompany(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(splitLegalForm(text).core);
}
