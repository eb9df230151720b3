/**
 * The consonants that an English word and its katakana have in common, in classes that Japanese hears alike (L as R, V as
 * B, TH as S): "engineering" and えんじにありんぐ are both NSNRNK. Null for a text that is neither Latin nor kana.
 */
export function consonantsOf(folded: string): string | null {
  if (!/^[a-z0-9ぁ-ゖ]+$/.test(folded)) return null;
  const parts = folded.match(/[a-z]+|[^a-z]+/g) ?? [];
  const classes = parts.map((part) => (/[a-z]/.test(part[0]!) ? ofLatin(part) : ofKana(part)));
  return classes.join("").replace(/([A-Z])\1+/g, "$1");
}

/**
 * What two texts of Latin letters and kana sound alike by. Folding took the spaces: the R of "tower auto" ends a word and
 * is silent, that of "material" is not, so either may be.
 */
export function haveSameConsonants(a: string, b: string): boolean {
  const left = consonantsOf(a);
  if (left === null || left.length < 3) return false;
  const right = consonantsOf(b);
  if (left === right || right === null) return left === right;
  return (
    withoutEnds(b).some((one) => left === consonantsOf(one)) ||
    withoutEnds(a).some((one) => right === consonantsOf(one))
  );
}

/** The text without all such R, and without each of them. */
function withoutEnds(text: string): string[] {
  const ends = [...text.matchAll(HIDDEN_END)].map(({ index }) => index);
  if (ends.length === 0) return [];
  const each = ends.length < 2 ? [] : ends.map((at) => text.slice(0, at) + text.slice(at + 1));
  return [text.replace(HIDDEN_END, ""), ...each];
}

const HIDDEN_END = /(?<=[a-z][aeo])r(?=[aeiou])/g;

const ROWS: Readonly<Record<string, string>> = {
  K: "かきくけこがぎぐげご",
  S: "さしすせそざじずぜぞちつぢづ",
  T: "たてとだでど",
  N: "なにぬねのまみむめもん",
  H: "はひふへほ",
  B: "ばびぶべぼゔ",
  P: "ぱぴぷぺぽ",
  R: "らりるれろ",
};

const CLASS_OF = new Map(Object.entries(ROWS).flatMap(([name, kana]) => [...kana].map((one) => [one, name])));

/** A folded っ is つ, and stands for nothing but the length of what follows. */
function ofKana(text: string): string {
  const plain = text.replace(
    /つ(?=[かきくけこがぎぐげござじずぜぞさしすせそただてでとどぱぴぷぺぽばびぶべぼちつ])/g,
    "",
  );
  return [...plain].map((one) => (/\d/.test(one) ? one : (CLASS_OF.get(one) ?? ""))).join("");
}

/** How English letters sound in katakana, the longer spellings first; vowels and what is silent are left out. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^tech/, "TK"],
  [/^chem/, "KN"],
  [/^chr/, "KR"],
  [/^(?:tion|sion|cian)/, "SN"],
  [/^(?:tial|cial)/, "SR"],
  [/^tu(?=r[ea])/, "S"],
  [/^(?:tch|dge|sch|sh|ch|th|[td]s$)/, "S"],
  [/^(?:ck|qu|kh)/, "K"],
  [/^gn(?=[aiou]|e[st])/, "KN"],
  [/^gn/, "N"],
  [/^st(?=le(?!a))/, "S"],
  [/^(?:igh|gh)/, ""],
  [/^p?ph/, "H"],
  [/^wh/, ""],
  [/^kn/, "N"],
  [/^wr/, "R"],
  [/^rh/, "R"],
  [/^r(?![aiouy]|e(?!$|s$))/, ""],
  [/^r/, "R"],
  [/^[cg](?=[eiy])/, "S"],
  [/^[ckqg]/, "K"],
  [/^x/, "KS"],
  [/^[szj]/, "S"],
  [/^[td]/, "T"],
  [/^[nm]/, "N"],
  [/^[fh]/, "H"],
  [/^[vb]/, "B"],
  [/^p/, "P"],
  [/^l/, "R"],
  [/^[aeiouwy]/, ""],
];

function ofLatin(word: string): string {
  let classes = "";
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    const sound = SOUNDS.find(([pattern]) => pattern.test(rest))!;
    const length = sound[0].exec(rest)![0].length;
    classes += sound[1];
    at += length;
  }
  return classes;
}
