import { splitLegalForm } from "./legal-form.ts";
import { prefectureOf } from "./prefecture.ts";

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
  if (!ENDING.test(typed)) return whole;
  const bracketed = /^(.+?)\s*[(（]\s*([^()（）]+)\s*[)）]$/.exec(typed);
  const outer = takeDepartment(bracketed ? `${bracketed[1]} ${bracketed[2]}` : typed);
  const parted = takeSite(outer.rest);
  if (parted.site === null && outer.department === null) return whole;
  return { company: parted.rest, site: parted.site, department: outer.department };
}

const STRONG = "(?:支店|支社|営業所|事業所|出張所|支部|支所|駐在所|営業部支店)";
const WEAK =
  "(?:本社|本店|本部|工場|製作所|センター|ｾﾝﾀｰ|研究所|事務所|オフィス|倉庫|店|支局|ラボ|ショールーム)";
const SITE = new RegExp(`${STRONG}$|${WEAK}$`);
const STRONG_SITE = new RegExp(`${STRONG}$`);
const DEPARTMENT_WORD =
  "(?:総務|営業|経理|購買|人事|資材|調達|製造|品質保証|品証|品質管理|生産管理|生産技術|技術|開発|企画|管理|広報|法務|財務|業務|情報システム|システム|物流|海外営業|国際|研究開発|設計|工務|工事|建築|土木|サービス|マーケティング|販売|カスタマーサポート|経営企画|事業企画|商品|労務|庶務|仕入|輸出|輸入|貿易|保守|監査|秘書)";
const DEPARTMENT_END = "(?:本部|部門|部|課|係|室|グループ|チーム|事業部)";
const ENDING = new RegExp(`(?:${STRONG}|${WEAK}|${DEPARTMENT_END})\\s*[)）]?$`);
const DEPARTMENT = new RegExp(
  `^(.+?)(?:\\s+(\\S*[^\\s\\d]${DEPARTMENT_END}(?:\\s*\\S*[課係室])?)|(${DEPARTMENT_WORD}(?:第?[一二三四五1-5])?(?:本部|部|課)(?:\\S{0,8}[課係室])?))$`,
);

function takeDepartment(text: string): { rest: string; department: string | null } {
  const match = DEPARTMENT.exec(text);
  const rest = match?.[1]?.trim() ?? "";
  const department = match?.[2] ?? match?.[3];
  if (department === undefined || !isCompany(rest))
    return afterForm(text, new RegExp(`${DEPARTMENT_END}$`), "department");
  return { rest, department };
}

/** 「田中商事㈱購買部」: what follows a legal form in the middle is no part of the name. */
function afterForm(
  text: string,
  ending: RegExp,
  _kind: "department",
): { rest: string; department: string | null } {
  const tail = tailAfterForm(text);
  return tail !== null && ending.test(tail.tail) && !tail.tail.includes(" ") && !SITE.test(tail.tail)
    ? { rest: tail.head, department: tail.tail }
    : { rest: text, department: null };
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

const REGIONS = new Set(
  "関西 関東 東北 九州 中部 北陸 四国 中国 東海 近畿 首都圏 東日本 西日本 北関東 南関東 北海道 沖縄 信越 甲信越 山陰 山陽 北九州 第一 第二 第三 中央 城南 城北 城東 城西 横浜 神戸 梅田 難波 新宿 渋谷 池袋 品川 銀座 丸の内 日本橋 博多 天神 栄 名駅 三宮 心斎橋 なんば 上野 秋葉原 神田 立川 八王子 大宮 浦和 川崎 多摩 湘南".split(
    " ",
  ),
);

function isPlace(word: string): boolean {
  return REGIONS.has(word) || prefectureOf(word) !== null;
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
