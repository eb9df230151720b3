import { type PersonName, parsePersonName, parsePersonNames } from "../../japanese/index.ts";
import { remembered } from "../../kernel/remembered.ts";

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
  return namesIn(cell).map(personOf);
}

const namesIn = remembered(parsePersonNames);

/** A person whose family and given name stand in columns of their own; either may be blank. */
export function joinPerson(family: string, given: string): ImportedPerson | null {
  if (family === "" || given === "") {
    const read = parsePersonName(family || given);
    if (!read) return null;
    const parted = read.family !== null && read.given !== null;
    return {
      ...personOf(read),
      ...(parted ? {} : { family: family ? read.full : null, given: given ? read.full : null }),
    };
  }
  const joined = parsePersonName(`${family} ${given}`);
  if (!joined) return null;
  const latin = /^[\x20-\x7e\u00c0-\u024f]+$/.test(family + given);
  // An honorific behind the given name is none of it; the family name is as its column says.
  const bare = latin
    ? given
    : joined.full.startsWith(`${family} `)
      ? joined.full.slice(family.length + 1)
      : given;
  return {
    ...personOf(joined),
    name: latin ? `${bare} ${family}` : `${family} ${bare}`,
    family,
    given: bare,
  };
}

/** Readings of several people in one cell, in their order. */
export function splitKanas(cells: readonly string[]): string[] {
  return cells
    .flatMap((cell) => cell.split(/[・、,，/／\n]/))
    .map((kana) => kana.replace(/[\s\u3000]*(様|さま|サマ|ｻﾏ)$/, "").trim());
}

function personOf(read: PersonName): ImportedPerson {
  const { full, family, given, reading, title, department, honorific } = read;
  return { name: full, family, given, kana: reading, title, department, honorific };
}
