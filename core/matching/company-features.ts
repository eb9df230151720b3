import { companyKey, foldText, isKana, splitLegalForm } from "../japanese/index.ts";
import { streetKey } from "./address-key.ts";
import { readFormerName } from "./former-names.ts";
import { tradeOf } from "./name-words.ts";
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
  mails: readonly string[];
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
    mails: record.mails,
    domains: record.domains,
    number: record.corporateNumber ?? record.invoiceNumber?.slice(1) ?? null,
    codes: record.codes.map(({ system, code }) => `${system}\u0000${code}`),
    persons: record.persons.map((name) => foldText(name)).filter((key) => key.length >= 3),
  };
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
  const { core, form, position } = splitLegalForm(name);
  const key = companyKey(name) || foldText(name);
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
