import { codeGrams, mailGrams } from "../../customers/index.ts";
import {
  digitGrams,
  foldText,
  isKana,
  parseEmail,
  parsePersonName,
  parsePhone,
  phoneDigits,
  queryGrams,
  romajiToKana,
  splitLegalForm,
} from "../../japanese/index.ts";

/** One way in which a row can hold a word: it has all these grams, and its folded text contains all these pieces. */
export interface Term {
  grams: string[];
  /** Empty where the grams alone are proof. */
  pieces: string[];
}

export interface OwnerFilter {
  /** Part of the member's name; "" for oneself. */
  name: string;
  /** `退職`: only members who left. */
  former: boolean;
}

/** A search as typed, taken apart: every word must be met, each by one of its terms. */
export interface SearchQuery {
  words: Term[][];
  owner: OwnerFilter | null;
  /** Whether it may be part of a number or an address, of a code: kanji are neither. */
  mayBePoint: boolean;
  mayBeCode: boolean;
  /** The token of `customer_search.folded` that would be the whole of what was typed: a code, a number, an address. */
  exact: string[];
}

/**
 * Reads what a person typed into search: any part of a name or reading, a code, digits of a phone number in any
 * notation, a mail address, `担当:名前` and `退職`. Never fails; what means nothing finds nothing.
 */
export function parseQuery(text: string): SearchQuery {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\u200b\u2060\ufeff]+/gu, " ")
    .trim();
  const { owner, rest } = takeOwner(plain);
  const mayBePoint = /[0-9a-z@]/i.test(rest);
  const about = { owner, mayBePoint, mayBeCode: mayBePoint || isKana(rest) };
  if (rest === "") return { ...about, words: [], exact: [] };
  const mail = rest.includes("@") ? parseEmail(rest) : null;
  if (mail && /[<>\s]|^mailto:/.test(rest)) {
    return { ...about, words: [[mailTerm(mail)]], exact: [`@${mail}`] };
  }
  if (isDialled(rest)) {
    const digits = dialled(rest);
    const exact = [`#${digits}`, `=${foldText(rest)}`];
    return { ...about, words: [numberTerms(rest, digits)], exact };
  }
  const typed = rest.split(" ").filter((word) => !COMMON_FORM.test(word));
  const meant = typed.map(wordTerms).filter((terms) => terms.length > 0);
  // What was typed but means nothing (a lone sign) finds nothing; it is no empty search.
  const words = meant.length === 0 && typed.length > 0 ? [[]] : meant;
  const exact =
    words.length === 1 && about.mayBeCode ? [`=${foldText(rest)}`, ...(mail ? [`@${mail}`] : [])] : [];
  return { ...about, words, exact };
}

function takeOwner(text: string): { owner: OwnerFilter | null; rest: string } {
  const match = /(?:^| )(?:営業担当|担当者?|owner)\s*[:=]\s*(\S+)/i.exec(text);
  if (!match) return { owner: null, rest: text };
  const others = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  const words = others.split(/ +/).filter((word) => word !== "");
  const former = words.some((word) => LEFT.test(word));
  const name = match[1]!.replace(/(?:さん|様|くん|君)$/, "");
  return {
    owner: { name: ONESELF.test(name) ? "" : name, former },
    rest: words.filter((word) => !LEFT.test(word)).join(" "),
  };
}

/** 株式会社 田中商事: no word to look for. */
const COMMON_FORM = /^\(?(?:株式会社|有限会社|合同会社|株|有|合)\)?$/;
const LEFT = /^(?:退職者?|退社|former)$/i;
const ONESELF = /^(?:自分|私|わたし|me)$/i;

function wordTerms(word: string): Term[] {
  if (isDialled(word)) return numberTerms(word, dialled(word));
  const { core, form } = splitLegalForm(word);
  const bare = form ? core : word;
  const terms = textTerms(bare);
  const person = /(?:様|さま|さん|殿|氏|先生|社長|専務|常務|部長|次長|課長|係長|主任|店長|所長)$/.test(bare)
    ? parsePersonName(bare)?.full
    : undefined;
  if (person && person !== bare) terms.push(...textTerms(person));
  if (/[0-9a-z]/i.test(bare)) terms.push(codeTerm(bare));
  const latin = bare.toLowerCase();
  if (/^[a-z0-9._%+@-]{3,}$/.test(latin)) {
    if (/.@./.test(latin)) return [mailTerm(latin)];
    terms.push(mailTerm(latin));
    const kana = /^[a-z'-]+$/.test(latin) ? romajiToKana(latin) : null;
    if (kana) terms.push(...textTerms(kana));
  }
  return terms;
}

/** A name, reading or code. Kana beside kanji (わたなべ製作) may stand in the reading and the name each. */
function textTerms(text: string): Term[] {
  const folded = foldText(text);
  if (folded === "") return [];
  const parts = isKana(text) ? [folded] : (folded.match(/[ぁ-ん]+|[^ぁ-ん]+/g) ?? [folded]);
  const mixed = parts.length > 1 && parts.some((part) => /^[ぁ-ん]{2,}$/.test(part)) ? parts : [folded];
  return [
    {
      grams: [...new Set(mixed.flatMap(queryGrams))],
      pieces: mixed.filter((part) => [...part].length > 2),
    },
  ];
}

/** Part of a code; a code of one or two letters only as a whole. */
function codeTerm(text: string): Term {
  const folded = foldText(text);
  return { grams: codeGrams(folded), pieces: folded.length > 3 ? [folded] : [] };
}

function mailTerm(text: string): Term {
  return { grams: mailGrams(text), pieces: text.length > 3 ? [text] : [] };
}

function isDialled(text: string): boolean {
  return /^[+(]?[\d()+\-‐‑‒–—―−ーｰ.\s/]*\d[\d()\-‐‑‒–—―−ーｰ.\s/]*$/.test(text);
}

function dialled(text: string): string {
  return phoneDigits(parsePhone(text)?.e164 ?? text);
}

function numberTerms(text: string, digits: string): Term[] {
  const asText = [...textTerms(text), codeTerm(text)];
  if (digits.length < 4) return asText;
  return [...asText, { grams: digitGrams(digits), pieces: digits.length > 4 ? [digits] : [] }];
}
