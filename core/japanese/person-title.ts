import { DEPARTMENT, HONORIFICS, TITLES } from "./person-words.ts";
import { isKnownSurname, splitName } from "./surname.ts";
import { ONE_LETTER_SURNAMES } from "./surnames.ts";

/** A name, and the title, department and reading that stood before or behind it. */
export interface Titled {
  name: string;
  title: string | null;
  department: string | null;
  reading: string | null;
}

const TITLE = TITLES.join("|");
const BEHIND = new RegExp(
  `^(.+?)[\\s/／]*((?:\\s(?:${DEPARTMENT})|(?:営業|総務|経理|購買|製造|技術|開発|人事|管理|企画|資材|業務|品質管理|品質保証|工事|設計|生産管理)部?)?\\s*(?:${TITLE}))$`,
  "su",
);
const TITLE_BEHIND = new RegExp(`^(.+?)\\s+(${TITLE})$`, "su");
/** 営業本部長 兼 東京支店長 is one title; 山田 兼子 a name. */
const BOTH = new RegExp(`(?<=${TITLE})\\s*兼\\s*(?=\\S{0,10}?(?:${TITLE}))`, "gu");
const FRONT_SPACED = new RegExp(
  `^(?:(${DEPARTMENT}(?:\\s+${DEPARTMENT})*)\\s+)?(\\S{0,12}?(?:${TITLE})(?:兼\\S+)?)\\s+(.+)$`,
  "su",
);
const FRONT_GLUED =
  /^(代表取締役社長|代表取締役会長|代表取締役|専務取締役|常務取締役|取締役社長|執行役員)(.{2,})$/su;
const DEPARTMENT_FRONT = new RegExp(
  `^(${DEPARTMENT}(?:\\s+${DEPARTMENT})*|営業|総務|経理|購買|人事|資材|製造|工務|業務|技術|開発|仕入|調達|品質管理|品証)\\s+(.+)$`,
  "su",
);

/** Takes title and department off, in front (営業部 部長 山田) or behind (山田営業部長). */
export function takeTitle(text: string): Titled {
  let { name, title, department }: { name: string; title: string | null; department: string | null } = {
    name: text.includes("兼") ? text.replace(BOTH, "兼") : text,
    title: null,
    department: null,
  };
  if (TITLES.includes(name)) return { name: "", title: name, department, reading: null };
  const front = FRONT_SPACED.exec(name) ?? null;
  const glued = front ? null : FRONT_GLUED.exec(name);
  if (front) [department, title, name] = [front[1] ?? null, front[2]!, front[3]!];
  else if (glued && !TITLES.includes(name)) [title, name] = [glued[1]!, glued[2]!];
  // 取締役 営業本部長 木村: people hold several.
  for (let next = front && FRONT_SPACED.exec(name); next; next = FRONT_SPACED.exec(name))
    [title, name] = [`${title} ${next[2]!}`, next[3]!];
  const inFront = departmentInFront(name);
  if (inFront) [department, name] = inFront;
  const behind = behindSurname(name) ?? BEHIND.exec(name);
  // 服部長 is 服部 and not the 部長 of a 服; 原部長 is the 部長 of a 原.
  const cutsSurname =
    behind !== null &&
    behind[1]!.length === 1 &&
    !ONE_LETTER_SURNAMES.has(behind[1]!) &&
    isKnownSurname(name.slice(0, 2));
  if (behind && title === null && !cutsSurname && !isKnownSurname(name) && !cutsLongSurname(name, behind)) {
    [name, title] = [behind[1]!, behind[2]!.trim()];
    const parted = new RegExp(`^(${DEPARTMENT})\\s+(.+)$`, "u").exec(title);
    if (parted) [department, title] = [parted[1]!, parted[2]!];
    const another = TITLE_BEHIND.exec(name);
    if (another) [name, title] = [another[1]!, `${another[2]!} ${title}`];
  } else if (TITLES.includes(name)) {
    name = "";
  }
  return { ...takeTrailingReading(name.trim()), title, department };
}

/** 営業課 阿部 花子: the last word of a department may be the surname that the name begins with. */
function departmentInFront(name: string): [department: string, name: string] | null {
  const match = DEPARTMENT_FRONT.exec(name);
  if (!match) return null;
  const words = match[1]!.split(/\s+/);
  const surname = isKnownSurname(words.at(-1)!) ? words.pop()! : null;
  if (words.length === 0) return null;
  return [words.join(" "), surname === null ? match[2]! : `${surname} ${match[2]!}`];
}

/** 山本部長 is the 部長 山本 and not the 本部長 of a 山. */
function behindSurname(name: string): readonly string[] | null {
  const [surname, title] = [name.slice(0, 2), name.slice(2)];
  return TITLES.includes(title) && isKnownSurname(surname) ? [name, surname, title] : null;
}

/** 宇都宮司 is 司 of the 宇都宮 and not the 宮司 of an 宇都. */
function cutsLongSurname(name: string, behind: RegExpExecArray | readonly string[]): boolean {
  const front = behind[1]!.length;
  return [3, 4].some(
    (length) => length > front && length < name.length && isKnownSurname(name.slice(0, length)),
  );
}

/** 「山田太郎 ヤマダタロウ」「山田 太郎 やまだ たろう」「山田太郎／ヤマダタロウ」. */
function takeTrailingReading(name: string): { name: string; reading: string | null } {
  const match =
    /^(.*\p{Script=Han}.*?)\s*[\s/／:：]\s*([ぁ-ゖァ-ヺー\uFF66-\uFF9F]+(?:\s[ぁ-ゖァ-ヺー\uFF66-\uFF9F]+)?)$/u.exec(
      name,
    );
  if (!match) return { name, reading: null };
  const kanji = match[1]!.replace(/\s/g, "");
  const kana = match[2]!.replace(/\s/g, "");
  const parted = /\s/.test(match[1]!) || /\s/.test(match[2]!);
  const isReading = parted ? kana.length > 3 : readsWhole(kanji, kana);
  return isReading ? { name: match[1]!.trim(), reading: match[2]! } : { name, reading: null };
}

/** 佐々木 さくら is a surname and a given name in kana; 森太郎 モリタロウ is a whole name and its reading. */
function readsWhole(kanji: string, kana: string): boolean {
  if (kanji.length < 3 || kana.length < kanji.length || isKnownSurname(kanji)) return false;
  return kana.length >= (splitName(kanji).given === null ? 5 : 4);
}

/** 鵜殿 is a surname; 様 alone is nobody. */
const SURNAMES_LIKE_HONORIFICS = /(?:^|\s)(?:鵜殿|大殿|真殿|御殿)$/;
const HONORIFIC = new RegExp(`^(.*?)\\s*(${HONORIFICS.join("|")})$`, "su");
const ENGLISH_HONORIFIC = /^(Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+(.+)$/i;

/** Takes 様, 先生, Mr. and their kin off, twice if need be (山田先生様). */
export function takeHonorific(name: string): { name: string; honorific: string | null } {
  const english = ENGLISH_HONORIFIC.exec(name);
  if (english) return { name: english[2]!, honorific: english[1]! };
  const san = /^(.+?)-(?:san|sama)$/i.exec(name);
  if (san) return { name: san[1]!, honorific: "さん" };
  const match = HONORIFIC.exec(name);
  if (!match || SURNAMES_LIKE_HONORIFICS.test(name)) return { name, honorific: null };
  const again = takeHonorific(match[1]!.trim());
  return { name: again.name, honorific: match[2]! };
}
