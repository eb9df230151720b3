import { parsePersonName, splitLegalForm } from "../../japanese/index.ts";

/** One person of a row, names as typed. */
export interface ImportedPerson {
  name: string;
  family: string | null;
  given: string | null;
  kana: string | null;
  title: string | null;
  department: string | null;
  honorific: string | null;
}

/** Reads the people of one cell: 「山田様・佐藤様」 are two, 「ジョン・スミス」 is one, 「ご担当者様」 is nobody. */
export function readPeople(cell: string): ImportedPerson[] {
  const people: ImportedPerson[] = [];
  for (const part of splitPeople(cell)) {
    const name = parsePersonName(part);
    if (!name || name.full === "") continue;
    people.push({
      name: name.full,
      family: name.family,
      given: name.given,
      kana: name.reading,
      title: name.title,
      department: null,
      honorific: name.honorific,
    });
  }
  return people;
}

/** A person whose family and given name stand in columns of their own. */
export function joinPerson(family: string, given: string): ImportedPerson | null {
  const [first, last] = [given.trim(), family.trim()];
  if (last === "") return readPeople(first)[0] ?? null;
  if (first === "") return readPeople(last)[0] ?? null;
  const latin = /^[\x20-\x7e\u00c0-\u024f]+$/.test(last + first);
  const bare = parsePersonName(first);
  const name = bare?.honorific && bare.full !== "" ? bare.full : first;
  return {
    name: latin ? `${name} ${last}` : `${last} ${name}`,
    family: last,
    given: name,
    kana: null,
    title: bare?.honorific ? bare.title : null,
    department: null,
    honorific: bare?.honorific ?? null,
  };
}

const HONORIFIC = /(様|さま|さん|氏|殿|先生|部長|課長|係長|社長|主任|次長|店長|所長)[\s\u3000)）]*$/;

/** Cuts a cell at the marks between people, never inside brackets, never within a foreign name. */
function splitPeople(cell: string): string[] {
  if (!/[・、,，/／＆&;；\n\r+＋|]|様[\s\u3000]+\S|[\s\u3000]と[\s\u3000]|様と/.test(cell)) return [cell];
  const hard = cutOutside(
    cell,
    /[、，/／＆&;；\n\r+＋|]|様(?=[\s\u3000]+[^\s(（])|様(?=と)|[\s\u3000]と[\s\u3000]/,
  );
  return hard.flatMap((part) => {
    const soft = cutOutside(part, /[・,]/);
    if (soft.length === 1) return soft;
    if (/^[\x20-\x7e]+$/.test(part)) return [part];
    const allSame =
      soft.every((one) => HONORIFIC.test(one)) ||
      soft.every((one) => /^[\p{sc=Han}\s\u3000々]{1,8}(様|さん|氏)?$/u.test(one));
    const lastOnly = HONORIFIC.test(soft.at(-1)!) && soft.every((one) => /\p{sc=Han}/u.test(one));
    return allSame || lastOnly ? soft : [part];
  });
}

function cutOutside(text: string, mark: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (letter === "(" || letter === "（") depth++;
    if (letter === ")" || letter === "）") depth--;
    if (depth > 0) continue;
    const found = mark.exec(text.slice(at, at + 8));
    if (found?.index !== 0) continue;
    const keeps = letter === "様" ? 1 : 0;
    parts.push(text.slice(from, at + keeps));
    from = at + found[0].length;
    if (keeps && text[from] === "と") from++;
    at = from - 1;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** True for a cell of a people column that holds a firm. */
export function isFirm(cell: string): boolean {
  return splitLegalForm(cell).form !== null;
}
