/** What Japanese lists are written in, read by pure functions: no I/O, no clock, nothing of ours imported. */
export { type Address, parseAddress } from "./address.ts";
export { parseAmount } from "./amount.ts";
export {
  type BusinessCalendar,
  DEFAULT_CALENDAR,
  holidayName,
  isBusinessDay,
  nextBusinessDay,
  onBusinessDay,
  previousBusinessDay,
} from "./business-days.ts";
export { parseCorporateNumber, parseInvoiceNumber } from "./corporate-number.ts";
export { parseDate, type ReadDate } from "./dates.ts";
export { addDays, type Day, dayOf, daysInMonth, weekdayLabel, weekdayOf } from "./days.ts";
export { isFreeMailDomain, parseEmail, parseEmails } from "./email.ts";
export { foldLoose, foldText } from "./fold.ts";
export { digitGrams, grams, queryGrams } from "./grams.ts";
export { isKana, toHalfKatakana, toHiragana, toKatakana } from "./kana.ts";
export { modernKanji } from "./kanji-variants.ts";
export { type CompanyName, companyKey, splitLegalForm } from "./legal-form.ts";
export { parseNumeral } from "./numerals.ts";
export { type PersonName, parsePersonName, parsePersonNames } from "./person-name.ts";
export { type Phone, parseFax, parsePhone, parsePhones } from "./phone.ts";
export { phoneDigits } from "./phone-digits.ts";
export { areaCodeOf } from "./phone-plan.ts";
export { parsePostal } from "./postal.ts";
export { prefectureOf } from "./prefecture.ts";
export { PREFECTURES } from "./prefectures.ts";
export { bankKana, sameReading, sortKey } from "./reading.ts";
export { romajiToKana } from "./romaji.ts";
export { type CompanySite, splitSite } from "./site.ts";
export {
  guessReading,
  isSurname,
  looseReading,
  readBeginning,
  shortKeys,
  startsWithTrade,
  surnameAtStart,
} from "./word-readings.ts";
