import { foldText } from "./fold.ts";
import { toHalfKatakana } from "./kana.ts";
import { FOREIGN_FORMS, LEGAL_FORMS, type LegalForm } from "./legal-forms.ts";

/** A company name parted from its legal form. */
export interface CompanyName {
  /** The name as typed, without the form, trimmed. */
  core: string;
  /** The form as a register writes it (株式会社), or null. */
  form: string | null;
  /** Where it stood (前株 or 後株); a form before a branch ("田中商事㈱大阪支店") counts as back. */
  position: "front" | "back" | null;
}

/**
 * Parts a company name from its legal form: 株式会社 ㈱ (株) カ) Co., Ltd. and their kin, in any width. One form is taken;
 * the core keeps its spelling. A name that is nothing but a form has an empty core. 御中 and 様 behind the name are dropped.
 */
export function splitLegalForm(name: string): CompanyName {
  const known = lately.get(name);
  if (known) return known;
  const split = splitName(name);
  // A name on its way in is looked at some ten times, and then never again.
  if (lately.size >= 5_000) lately.clear();
  lately.set(name, split);
  return split;
}

const lately = new Map<string, Readonly<CompanyName>>();

function splitName(name: string): CompanyName {
  const trimmed = trim(name);
  if (trimmed.length > LONGEST) return { core: trimmed, form: null, position: null };
  const addressed = ADDRESSED.exec(trimmed);
  const typed = addressed ? trim(addressed[1]!) : trimmed;
  return atFront(typed) ?? atBack(typed) ?? between(typed) ?? { core: typed, form: null, position: null };
}

/** The key under which two spellings of one company name meet: foldText of the name without its form. "" when nothing is left. */
export function companyKey(name: string): string {
  const named = name.includes("旧") ? name.replace(FORMERLY, "") : name;
  return foldText(splitLegalForm(named).core);
}

/** 新星商事（旧：田中商事） is 新星商事 now. */
const FORMERLY = /(?<=\S)\s*[(（]旧(?:社名|商号|名称)?\s*[:：]?[^()（）]{2,}[)）]\s*$/;

const OPEN = "[(（\\[［【〔「<＜〈]";
const CLOSE = "[)）\\]］】〕」>＞〉]";
const GAP = "[\\s\\u3000\\u00a0\\u200b]*";
/** Longer than any registered name: such a cell is a note. */
const LONGEST = 200;
/** 様 and 殿 are honorifics behind a form or a space: a company may well be called 王様 or 湯殿. */
const ADDRESSED = /^(.*?)(?:\s*御中|\s+[様殿]|(?<=[社人合㈱㈲)）])[様殿])$/;

/** Every spelling in full and every abbreviation, folded width and case, to the form's name. */
const FORM_OF = new Map<string, string>();

const FULL = alternatives(
  LEGAL_FORMS.flatMap((form) => [form.name, ...(form.spellings ?? [])].map((s) => remember(s, form))),
);
const SIGN = alternatives(LEGAL_FORMS.flatMap((form) => (form.signs ?? []).map((s) => remember(s, form))));
const MARK = alternatives(LEGAL_FORMS.flatMap((form) => (form.marks ?? []).map((s) => remember(s, form))));
const BANK = alternatives(LEGAL_FORMS.flatMap((form) => (form.bank ?? []).map((s) => remember(s, form))));

/** What ledgers write in front with one bracket only: 株)田中商事, 社福)博愛会. */
const HALF_OPEN = "株|有|医社|医財|医|学|社福|福|一社|一財|公社|公財|特非";

const FRONT = new RegExp(
  `^(?:${OPEN}${GAP}(${FULL}|${MARK}|${BANK})${GAP}${CLOSE}|(${BANK}|${HALF_OPEN})[)）]|(${SIGN}|${FULL}))(.*)$`,
  "su",
);
const BACK = new RegExp(
  `^(.*?)(?:${OPEN}${GAP}(${FULL}|${MARK}|${BANK})${GAP}${CLOSE}|[(（](${BANK}|株|有)|(?<=[^(（\\s])\\s*(株|有)[)）]|(${SIGN}|${FULL}))$`,
  "su",
);
const BETWEEN = new RegExp(
  `^(.+?)(?:[(（]${GAP}(${MARK}|${BANK})${GAP}[)）]|(${SIGN})|(株式会社|有限会社|合同会社))(.+)$`,
  "su",
);

/** 医療法人（社団）博愛会, (医)社団博愛会: the kind of the 医療法人 behind its form. */
const MEDICAL = /^[\s]*(?:[(（](?:社団|財団)[)）]|(?:社団|財団)(?=\s*\S{2}))/u;

const FOREIGN = FOREIGN_FORMS.map(({ pattern, name }) => ({
  name,
  back: new RegExp(`^(.*?\\S)(?:[\\s,.、，]+|(?<=[^\\x00-\\x7f]))${pattern}$`, "isu"),
  front: new RegExp(`^${pattern}[\\s,]+(.+)$`, "isu"),
}));

function atFront(typed: string): CompanyName | null {
  const match = FRONT.exec(typed);
  if (!match) return foreignFront(typed);
  const form = formOf(match[1] ?? match[2] ?? match[3]!);
  const core = form === "医療法人" ? match[4]!.replace(MEDICAL, "") : match[4]!;
  return { core: trimCore(core), form, position: "front" };
}

function atBack(typed: string): CompanyName | null {
  const match = BACK.exec(typed);
  // 〇〇農業協同組合 and its kin are names of their own, not 〇〇農業 with a form.
  if (match && !(/協同組合$/.test(typed) && /(?:農業|漁業|生活|水産加工業|森林|信用)$/.test(match[1]!))) {
    return {
      core: trimCore(match[1]!),
      form: formOf(match[2] ?? match[3] ?? match[4] ?? match[5]!),
      position: "back",
    };
  }
  if (!/[a-z.)）Ａ-Ｚａ-ｚ．]$/i.test(typed)) return null;
  const narrow = /[Ａ-Ｚａ-ｚ．，]/.test(typed)
    ? typed.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    : typed;
  for (const { name, back } of FOREIGN) {
    const found = back.exec(narrow);
    // Widths map one to one, so the core can be cut from what was typed.
    if (found && !/&$/.test(found[1]!))
      return { core: trim(typed.slice(0, found[1]!.length)), form: name, position: "back" };
  }
  return null;
}

function foreignFront(typed: string): CompanyName | null {
  if (!/^(?:k\.?\s?k|y\.?\s?k|g\.?\s?k|kabushiki|yugen|godo)/i.test(typed)) return null;
  for (const { name, front } of FOREIGN.slice(1, 4)) {
    const found = front.exec(typed);
    if (found) return { core: trim(found[1]!), form: name, position: "front" };
  }
  return null;
}

function between(typed: string): CompanyName | null {
  const match = BETWEEN.exec(typed);
  if (!match) return null;
  const before = trim(match[1]!);
  const after = trim(match[5]!);
  return { core: `${before} ${after}`, form: formOf(match[2] ?? match[3] ?? match[4]!), position: "back" };
}

function formOf(spelling: string): string {
  return FORM_OF.get(keyOf(spelling)) ?? spelling;
}

function remember(spelling: string, form: LegalForm): string {
  const key = keyOf(spelling);
  if (!FORM_OF.has(key)) FORM_OF.set(key, form.name);
  return spelling;
}

/** Small kana are large here, because banks write them so; signs stay signs (NFKC would make ㈱ into brackets). */
function keyOf(spelling: string): string {
  return /^[㈱㍿㈲㈾㈴㈳㈶㈻㈽]$/.test(spelling) ? spelling : foldText(spelling);
}

/** One pattern for all spellings, longest first, each also in half-width kana, hiragana and with large kana, spaces allowed between kanji. */
function alternatives(spellings: readonly string[]): string {
  const all = new Set<string>();
  for (const spelling of spellings) {
    all.add(spelling);
    if (!/^[ァ-ヶー]+$/.test(spelling)) continue;
    const large = spelling.replace(/[ャュョッ]/g, (kana) => "ヤユヨツ"["ャュョッ".indexOf(kana)]!);
    for (const kana of [spelling, large]) {
      all.add(kana);
      all.add(toHalfKatakana(kana));
      if (spelling.length > 6) all.add(kana.replace(/([ガカ])(イシ[ャヤ])$/, "[\\s\\u3000]*(?:$1|カ゛)$2"));
      if (spelling.length > 4)
        all.add(kana.replace(/[ァ-ヶ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60)));
    }
  }
  return [...all]
    .sort((a, b) => b.length - a.length)
    .map((spelling) =>
      /^[\u4e00-\u9fff]{4,}$/.test(spelling) ? [...spelling].join("[\\s\\u3000]*") : spelling,
    )
    .join("|");
}

/** The mark that some put between form and name goes with the form: 田中・株式会社. */
function trimCore(text: string): string {
  return trim(text.replace(/^[\s\u200b]*[・,、:：]|[・,、][\s\u200b]*$/g, ""));
}

function trim(text: string): string {
  return text.replace(/^[\s\u200b]+|[\s\u200b]+$/g, "");
}
