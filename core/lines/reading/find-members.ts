import { foldText, guessReading } from "../../japanese/index.ts";
import { keysOfName } from "./find-people.ts";
import { chooseLongest } from "./spans.ts";
import type { Book, BookMember, Span } from "./types.ts";

/** A colleague named in the line. companion: 同行 · actor: who did it, written down by another · owner: whom the line or the next action is for (@佐藤, 佐藤さん宛). */
export interface MemberMention extends Span {
  text: string;
  members: BookMember[];
  role: "companion" | "owner" | "actor";
  /** Only the words 〜と訪問 make it a colleague: a person of the customer comes first. */
  unsure?: boolean;
}

const HONORIFIC = "(?:さん|くん|君|ちゃん|様|主任|課長|部長|係長|次長|所長|支店長|社長)?";
const COMPANION_AFTER =
  "\\s?(?:も|と|が|に|、)?\\s?(?:同行|同席|一緒|いっしょ|2人で|二人で|ふたりで|同伴)(?:して|しました|した|で|に|予定|もらう|もらった)?";
const NAME = "[一-龠々ぁ-んァ-ヶーA-Za-z]{1,8}?";
const LIST = `(${NAME}${HONORIFIC}(?:[・、,&＆と]${NAME}${HONORIFIC}){0,4})`;

/**
 * Finds colleagues by mention (`@佐藤`, `<@U1|sato>`), as 同行 and as addressee (佐藤さん宛). `isMessage`: behind 伝言 the
 * first name with さん is whom it is for.
 */
export function findMembers(line: string, book: Book, isMessage = false): MemberMention[] {
  return chooseLongest([
    ...mentions(line, book),
    ...(isMessage ? firstAddressee(line, book) : []),
    ...companions(line, book),
    ...addressees(line, book),
    ...actors(line, book),
  ]);
}

function* mentions(line: string, book: Book): Generator<MemberMention> {
  for (const match of line.matchAll(/<@([A-Z0-9]+)(?:\|([^>]*))?>/g)) {
    const members = book.members.filter((member) => member.slackUserId === match[1]);
    const named = members.length > 0 || !match[2] ? members : membersNamed(match[2], book);
    yield { ...spanOf(match), text: match[2] ?? match[0], members: named, role: roleAfter(line, match) };
  }
  for (const match of line.matchAll(/(?<![\w.])@([^\s\d@,、。<>:][^\s@,、。<>:]{0,19})/g)) {
    const hit = longestName(match[1]!, book);
    if (!hit) continue;
    const honorific = new RegExp(`^${HONORIFIC}`).exec(match[1]!.slice(hit.length))![0];
    const end = match.index + 1 + hit.length + honorific.length;
    const span = { start: match.index, end };
    yield { ...span, text: line.slice(span.start, end), members: hit.members, role: roleAt(line, end) };
  }
}

function* companions(line: string, book: Book): Generator<MemberMention> {
  const after = new RegExp(`(?:w/|with\\s)?${LIST}${COMPANION_AFTER}`, "gi");
  const before = new RegExp(`(?:同行|同席|参加|出席)(?:者)?[:は\\s]\\s?${LIST}(?=$|[\\s、。])`, "g");
  const slash = new RegExp(`(?<![A-Za-z])w/\\s?${LIST}(?=$|[\\s、。])`, "gi");
  for (const match of line.matchAll(after)) yield* eachOf(match, book);
  for (const pattern of [before, slash]) {
    for (const match of line.matchAll(pattern)) {
      // 同行:伊藤 goes as a whole.
      const [first, ...others] = [...eachOf(match, book)];
      if (first) yield* [{ ...first, start: match.index }, ...others];
    }
  }
  const together = new RegExp(
    `(${NAME})${HONORIFIC}と(?=\\s*$|.{0,14}(?:訪問|往訪|打合|打ち合|商談|面談|伺|行))`,
    "g",
  );
  for (const match of line.matchAll(together)) {
    for (const mention of eachOf(match, book)) {
      if (mention.members.length === 1 || /(?:さん|くん|君|主任)と$/.test(match[0]))
        yield { ...mention, unsure: true };
    }
  }
}

function* addressees(line: string, book: Book): Generator<MemberMention> {
  const pattern = new RegExp(
    `(${NAME})(?:さん|くん|君|主任|課長|部長)?(?:宛て?(?:に|の|です)?|あて(?:に|の)?|(?:さん)?へ(?:の)?(?=伝言|でんごん|折返|折り返|連絡))`,
    "g",
  );
  for (const match of line.matchAll(pattern)) {
    for (const mention of eachOf(match, book)) yield { ...mention, role: "owner" };
  }
}

// 伝言 佐藤さん 北陸物産から電話.
function* firstAddressee(line: string, book: Book): Generator<MemberMention> {
  const match = new RegExp(`^(${NAME})(?:さん|くん|君|ちゃん)(?:に|へ)?(?=[\\s、,:])`).exec(line);
  const members = match ? membersNamed(match[1]!, book) : [];
  if (match && members.length > 0) yield { ...spanOf(match), text: match[0], members, role: "owner" };
}

// 鈴木さんが訪問, 代筆:鈴木.
function* actors(line: string, book: Book): Generator<MemberMention> {
  const subject = new RegExp(
    `(?<=^|[\\s、。])(${NAME})(?:さん|くん|君|主任)?が(?=.{0,16}(?:訪問|電話|tel|打合|打ち合|商談|面談|対応|行))`,
    "gi",
  );
  const penned = new RegExp(`代筆[:\\s]\\s?(${NAME})(?:さん|くん|君)?(?=$|[\\s、。])`, "g");
  for (const pattern of [subject, penned]) {
    for (const match of line.matchAll(pattern)) {
      for (const mention of eachOf(match, book)) {
        yield { ...mention, start: match.index, role: "actor", unsure: pattern === subject };
      }
    }
  }
}

// The name may be glued to what stands before it (木村課長 鈴木さん同行): the longest tail that is a colleague counts.
function* eachOf(match: RegExpMatchArray, book: Book): Generator<MemberMention> {
  const end = match.index! + match[0].length;
  const listAt = match.index! + match[0].indexOf(match[1]!);
  const names = [...match[1]!.matchAll(/[^・、,&＆]+/g)];
  const found: MemberMention[] = [];
  names.forEach((name, index) => {
    const hit = tailName(name[0], book);
    if (!hit) return;
    const start = listAt + name.index + hit.at;
    const last = index === names.length - 1;
    const stop = last ? end : listAt + name.index + name[0].length + 1;
    found.push({ start, end: stop, text: name[0].slice(hit.at), members: hit.members, role: "companion" });
  });
  yield* found;
}

function tailName(typed: string, book: Book): { at: number; members: BookMember[] } | null {
  const bare = typed.replace(new RegExp(`${HONORIFIC}と?$`), "");
  for (let at = 0; at < bare.length; at++) {
    const members = membersNamed(bare.slice(at), book);
    if (members.length > 0) return { at, members };
  }
  return null;
}

function longestName(typed: string, book: Book): { length: number; members: BookMember[] } | null {
  for (let length = typed.length; length > 0; length--) {
    const members = membersNamed(typed.slice(0, length), book);
    if (members.length > 0) return { length, members };
  }
  return null;
}

/** The colleagues a name fits, those still here first and alone when there are any. */
function membersNamed(typed: string, book: Book): BookMember[] {
  const key = foldText(typed.replace(new RegExp(`(?<=.)${HONORIFIC}$`), ""));
  if (key === "") return [];
  const exact = book.members.filter((member) => foldText(member.name) === key);
  const fitting = exact.length > 0 ? exact : book.members.filter((member) => fits(member, key));
  const active = fitting.filter((member) => member.active);
  return active.length > 0 ? active : fitting;
}

function fits(member: BookMember, key: string): boolean {
  return [member.name, ...member.names].some((name) =>
    keysOfName(name.replace(/[(].*$/, "")).some((own) => own === key || guessReading(own) === key),
  );
}

function roleAfter(line: string, match: RegExpMatchArray): "companion" | "owner" {
  return roleAt(line, match.index! + match[0].length);
}

function roleAt(line: string, end: number): "companion" | "owner" {
  return new RegExp(`^${HONORIFIC}${COMPANION_AFTER}`).test(line.slice(end)) ? "companion" : "owner";
}

function spanOf(match: RegExpMatchArray): Span {
  return { start: match.index!, end: match.index! + match[0].length };
}
