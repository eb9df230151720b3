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
  const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+)\s*[)）]$/.exec(typed);
  const outer = takeDepartment(bracketed ? `${bracketed[1]} ${bracketed[2]}` : typed);
  const parted = takeSite(outer.rest);
  if (parted.site === null && outer.department === null) return whole;
  // 「購買部 大阪支店」 in one tail: the department stood in front of the site.
  const both = outer.department === null ? DEPARTMENT_AND_SITE.exec(parted.site ?? "") : null;
  if (both) return { company: parted.rest, site: both[2]!, department: both[1]! };
  return { company: parted.rest, site: parted.site, department: outer.department };
}

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
    return { rest: tail.head, site: tail.tail };
  const spaced = /^(.+?) (\S.*)$/.exec(text);
  const last = /^(.+) (\S+)$/.exec(text);
  for (const cut of [spaced, last]) {
    if (cut && SITE.test(cut[2]!) && isCompany(cut[1]!) && isSiteName(cut[2]!, cut[1]!))
      return { rest: cut[1]!, site: cut[2]! };
  }
  return takeGlued(text) ?? none;
}

/** Glued on without a space: the longest known place in front of the suffix. */
function takeGlued(text: string): { rest: string; site: string } | null {
  const suffix = STRONG_SITE.exec(text)?.[0];
  if (suffix === undefined) return null;
  const stem = text.slice(0, -suffix.length);
  for (let length = 6; length >= 2; length--) {
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
    findMunicipality(`${word}市`, null)?.length === word.length + 1
  );
}

/** A weak suffix needs a company that is plainly one, or a place: 「ABC 物流センター」 may be the name of a company. */
function isSiteName(site: string, company: string): boolean {
  if (STRONG_SITE.test(site)) return true;
  if (/士事務所$/.test(site)) return false;
  const stem = site.replace(SITE, "");
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
  return splitLegalForm(text).core !== "";
}
