import {
  areaCodeOf,
  companyKey,
  foldText,
  isKana,
  parsePersonName,
  splitLegalForm,
} from "../japanese/index.ts";
import { streetKey } from "./address-key.ts";
import { readFormerName } from "./former-names.ts";
import { tradeOf } from "./name-words.ts";
import { isOwnMail } from "./own-mail.ts";
import { type ReadingKey, readingKey } from "./reading-key.ts";
import type { MatchPlace, MatchRecord } from "./record.ts";

/** A company made ready for comparing: everything folded once, so that a pair costs no parsing. */
export interface CompanyFeatures {
  kind: "company";
  record: MatchRecord;
  names: NameFeatures[];
  /** How it is read, by its フリガナ or by a name in kana or romaji. */
  reading: ReadingKey | null;
  site: string | null;
  places: PlaceFeatures[];
  phones: readonly string[];
  /** 市外局番 of those that say where the house is, and "" for others that are no mobiles. */
  areas: readonly string[];
  mails: readonly string[];
  /** Those that no desk shares: without info@ and its like. */
  ownMails: readonly string[];
  domains: readonly string[];
  /** The 法人番号, also when only the invoice number told it. */
  number: string | null;
  codes: readonly string[];
  persons: readonly string[];
}

export interface NameFeatures {
  key: string;
  script: "kana" | "latin" | "mixed";
  reading: ReadingKey | null;
  form: string | null;
  /** Null where the form is in Latin letters, which always stand behind. */
  position: "front" | "back" | null;
  digits: string;
  /** The word of trade at its end, or "". */
  trade: string;
}

export interface PlaceFeatures {
  postal: string | null;
  prefecture: string | null;
  city: string | null;
  street: string | null;
}

/** Reads a record once. */
export function companyFeatures(record: MatchRecord): CompanyFeatures {
  const { name, other } = readFormerName(record.name);
  const names = [nameFeatures(name)];
  for (const alias of other === null ? record.aliases : [other, ...record.aliases]) {
    const features = nameFeatures(alias);
    if (features.key !== "") names.push(features);
  }
  return {
    kind: "company",
    record,
    names,
    reading: readingKey(record.nameKana) ?? names[0]!.reading,
    site: record.site && !HEAD_OFFICE.test(record.site) ? foldText(record.site) : null,
    places: record.places.map(placeFeatures).filter(isKnown),
    phones: record.phones,
    areas: record.phones
      .filter((phone) => !isMobile(phone))
      .map((phone) => areaCodeOf(phone.replace(/^\+81/, "0")) ?? ""),
    mails: record.mails,
    ownMails: record.mails.filter(isOwnMail),
    domains: record.domains,
    number: record.corporateNumber ?? record.invoiceNumber?.slice(1) ?? null,
    codes: record.codes.map(({ system, code }) => `${system}\u0000${code}`),
    persons: record.persons.filter(isFullName).map(foldText),
  };
}

/** A mobile is its bearer's: another one, or a line of the house beside it, says nothing against. */
export function isMobile(phone: string): boolean {
  return /^\+81[6789]0/.test(phone);
}

/** 山田 or 長谷川 alone are many; 森 学 and 山田太郎 say whose name it is. */
function isFullName(name: string): boolean {
  const letters = [...name.replace(/\s/g, "")].length;
  if (letters !== 3 || /\S\s+\S/.test(name)) return letters >= 3;
  const parsed = parsePersonName(name);
  return parsed !== null && parsed.family !== null && parsed.given !== null;
}

/** No part of a company but its seat: where it stands, the company stands. */
const HEAD_OFFICE = /^(?:本社|本店|本部|本社事務所|本社営業部)$/;

export function placeFeatures(place: MatchPlace): PlaceFeatures {
  return {
    postal: place.postal,
    prefecture: place.prefecture,
    city: place.city ? foldText(place.city).replace(/(?<=\p{sc=Han})[がけ](?=\p{sc=Han})/gu, "け") : null,
    street: streetKey(place.street),
  };
}

export function isKnown(place: PlaceFeatures): boolean {
  return place.postal !== null || place.prefecture !== null || place.city !== null || place.street !== null;
}

function nameFeatures(name: string): NameFeatures {
  const whole = name.replace(CUT_FORM, "$1会社");
  const { core, form, position } = splitLegalForm(whole);
  const key = companyKey(whole) || foldText(name);
  const script = isKana(withLongMarks(core.normalize("NFKC")))
    ? "kana"
    : /^[a-z0-9]+$/.test(key)
      ? "latin"
      : "mixed";
  return {
    key,
    script,
    reading: script === "mixed" ? null : readingKey(core),
    ...readForm(name, core, form, position),
    digits: /\d/.test(key) ? key.replace(/\D+/g, " ").trim() : "",
    trade: tradeOf(key),
  };
}

/** 岡本農園株式: a narrow field cut the 会社 off. */
const CUT_FORM = /(?<=\S{2}\s*)(株式|有限|合同|合資|合名)会?$/u;

/** Banks and old systems write a dash for ー. */
function withLongMarks(text: string): string {
  return text.replace(/(?<=[ぁ-ゖァ-ヺ])[-‐‑–—―−]/g, "ー");
}

/** Co., Ltd. stands behind whatever the register says, and 有限会社 call themselves so as well; K.K. is 株式会社. */
function readForm(
  name: string,
  core: string,
  form: string | null,
  position: NameFeatures["position"],
): Pick<NameFeatures, "form" | "position"> {
  const latin = form === null ? null : /[a-z][a-z.\s]*/i.exec(name.replace(core, "").normalize("NFKC"))?.[0];
  if (!latin) return { form, position };
  return { form: /^(?:co|inc|corp|ltd|limited)/i.test(latin) ? null : form, position: null };
}
