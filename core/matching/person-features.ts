import { companyKey, foldText, parsePersonName } from "../japanese/index.ts";
import { isKnown, isMobile, type PlaceFeatures, placeFeatures } from "./company-features.ts";
import { isOwnMail } from "./own-mail.ts";
import { type ReadingKey, readingKey } from "./reading-key.ts";
import type { MatchRecord } from "./record.ts";

/** A person made ready for comparing. */
export interface PersonFeatures {
  kind: "person";
  record: MatchRecord;
  /** Folded, without spaces; "" where only a mail is known. */
  full: string;
  family: string | null;
  given: string | null;
  hasKanji: boolean;
  reading: ReadingKey | null;
  aliases: readonly string[];
  employer: string | null;
  places: PlaceFeatures[];
  /** Streets folded, also without a number, as long as they say something. */
  streets: readonly string[];
  mobiles: readonly string[];
  phones: readonly string[];
  mails: readonly string[];
  /** Those that no desk shares: without info@ and its like. */
  ownMails: readonly string[];
  birth: string | null;
  identifiers: readonly { label: string; value: string }[];
  codes: readonly string[];
}

/** Reads a record once. */
export function personFeatures(record: MatchRecord): PersonFeatures {
  const name = record.name.includes("@") ? "" : record.name;
  const parsed =
    record.family === null && record.given === null && name !== "" ? parsePersonName(name) : null;
  const full = foldText(parsed?.full ?? name);
  return {
    kind: "person",
    record,
    full,
    family: part(record.family ?? parsed?.family ?? null),
    given: part(record.given ?? parsed?.given ?? null),
    hasKanji: /\p{sc=Han}/u.test(full),
    reading: readingKey(record.nameKana ?? parsed?.reading ?? name),
    aliases: record.aliases.map(foldText),
    employer: record.employer ? companyKey(record.employer) || foldText(record.employer) : null,
    places: record.places.map(placeFeatures).filter(isKnown),
    streets: record.places
      .map((place) => foldText(place.street ?? ""))
      .filter((street) => street.length >= 5),
    mobiles: record.phones.filter(isMobile),
    phones: record.phones.filter((phone) => !isMobile(phone)),
    mails: record.mails,
    ownMails: record.mails.filter(isOwnMail),
    birth: record.birthDate,
    identifiers: record.identifiers,
    codes: record.codes.map(({ system, code }) => `${system}\u0000${code}`),
  };
}

function part(text: string | null): string | null {
  return text === null ? null : foldText(text) || null;
}
