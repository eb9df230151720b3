const SYLLABLES = `a ア i イ u ウ e エ o オ ka カ ki キ ku ク ke ケ ko コ sa サ shi シ si シ su ス se セ so ソ ta タ chi チ ti チ tsu ツ tu ツ
te テ to ト na ナ ni ニ nu ヌ ne ネ no ノ ha ハ hi ヒ fu フ hu フ he ヘ ho ホ ma マ mi ミ mu ム me メ mo モ ya ヤ yu ユ yo ヨ ra ラ ri リ ru ル re レ ro ロ
wa ワ wi ウィ we ウェ wo ヲ ga ガ gi ギ gu グ ge ゲ go ゴ za ザ ji ジ zi ジ zu ズ ze ゼ zo ゾ da ダ di ヂ du ヅ dzu ヅ de デ do ド ba バ bi ビ bu ブ be ベ bo ボ
pa パ pi ピ pu プ pe ペ po ポ va ヴァ vi ヴィ vu ヴ ve ヴェ vo ヴォ fa ファ fi フィ fe フェ fo フォ kya キャ kyu キュ kyo キョ gya ギャ gyu ギュ gyo ギョ
sha シャ shu シュ she シェ sho ショ sya シャ syu シュ syo ショ ja ジャ ju ジュ je ジェ jo ジョ jya ジャ jyu ジュ jyo ジョ zya ジャ zyu ジュ zyo ジョ
cha チャ chu チュ che チェ cho チョ tya チャ tyu チュ tyo チョ cya チャ cyu チュ cyo チョ nya ニャ nyu ニュ nyo ニョ hya ヒャ hyu ヒュ hyo ヒョ
bya ビャ byu ビュ byo ビョ pya ピャ pyu ピュ pyo ピョ mya ミャ myu ミュ myo ミョ rya リャ ryu リュ ryo リョ`;

const KANA_OF: ReadonlyMap<string, string> = new Map(
  [...SYLLABLES.matchAll(/(\S+)\s+(\S+)/g)].map(([, latin, kana]) => [latin!, kana!]),
);

const LONG: Readonly<Record<string, string>> = {
  ā: "aa",
  ī: "ii",
  ū: "uu",
  ē: "ee",
  ō: "ou",
  â: "aa",
  î: "ii",
  û: "uu",
  ê: "ee",
  ô: "ou",
};

/**
 * Romaji, Hepburn or Kunrei, to katakana: "Watanabe" → "ワタナベ", "Ohtani" → "オオタニ", "Tarō" → "タロウ". Words stay
 * parted by a space. Null when any part is no romaji ("Smith"): half a reading would match the wrong people.
 */
export function romajiToKana(text: string): string | null {
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[āīūēōâîûêô]/g, (vowel) => LONG[vowel]!)
    .split(/[\s,.・-]+/)
    .filter((word) => word !== "");
  const kana = words.map(readWord);
  return kana.length === 0 || kana.includes(null) ? null : kana.join(" ");
}

function readWord(word: string): string | null {
  if (!/^[a-z']+$/.test(word)) return null;
  let kana = "";
  let rest = word;
  while (rest !== "") {
    const step = readSyllable(rest, kana);
    if (step === null) return null;
    kana += step.kana;
    rest = rest.slice(step.length);
  }
  return kana;
}

function readSyllable(rest: string, before: string): { kana: string; length: number } | null {
  for (let length = 3; length >= 1; length--) {
    const kana = KANA_OF.get(rest.slice(0, length));
    if (kana !== undefined && rest.length >= length) return { kana, length };
  }
  if (/^n'/.test(rest)) return { kana: "ン", length: 2 };
  if (/^n(?![aeiouy])|^m[bmp]/.test(rest)) return { kana: "ン", length: 1 };
  if (/^([bcdfghjkmpqrstvwyz])\1|^tch/.test(rest)) return { kana: "ッ", length: 1 };
  // The h of passports, at either end of a word: Ohno, Satoh. John is no romaji.
  if (
    /^h(?![aiueo])/.test(rest) &&
    (before === "オ" || (rest === "h" && /[コソトノホモヨロヲゴゾドボポョ]$/.test(before)))
  )
    return { kana: "オ", length: 1 };
  return null;
}
