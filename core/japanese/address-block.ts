/** The part of an address behind the city: town with block number, and what is built there. */
export interface Block {
  street: string | null;
  building: string | null;
}

/** 一番町, 八番丁 and 二番館 are names and no block numbers, in figures too. */
const NAMED = "番[町丁街館堀]|号[館棟室線]";
const NUMBER = `(?:[0-9０-９]+(?![0-9０-９]|番[町丁街館堀])|[一二三四五六七八九十百〇]+(?=丁目|番|号)(?!${NAMED})|(?<=[東西南北])[一二三四五六七八九十]+(?=条|線))`;
const JOINT =
  "(?:丁目|番地の|番地|番(?![町丁街館堀])|号(?!室|館|棟)|条|線|街区|[のノ](?=[0-9０-９])|[-－‐−ー―–—]|[東西南北](?=[0-9０-９一二三四五六七八九十]+(?:丁目|条|線)))";
const FIRST = new RegExp(NUMBER);
const STEP = new RegExp(
  `${NUMBER}|\\s*${JOINT}(?:\\s(?=${NUMBER}))?|\\s(?=${NUMBER}(?:丁目|番|号(?!室)|[-－]))`,
  "y",
);

/**
 * Cuts behind the block number: 「丸の内1-1-1 丸の内ビル5F」. A floor or room glued to the number (1-2-3-5F) belongs to the
 * building. Without a number all is street.
 */
export function splitBlock(text: string): Block {
  const first = FIRST.exec(text);
  if (!first) return { street: text || null, building: null };
  let end = first.index;
  for (let step = stepAt(text, end); step > 0; step = stepAt(text, end)) end += step;
  const street = text.slice(0, end).trim();
  const building = text.slice(end).replace(/^[\s、,，]+/, "");
  return /^(?:[FfＦｆ](?![a-z])|階|号室|号館|号棟|棟)/.test(building)
    ? unglue(street, building)
    : { street, building: building || null };
}

function stepAt(text: string, at: number): number {
  STEP.lastIndex = at;
  return STEP.exec(text)?.[0].length ?? 0;
}

function unglue(street: string, building: string): Block {
  const last = /[0-9０-９]+$/.exec(street);
  const before = last ? street.slice(0, last.index).replace(/[-－‐−ー\s]+$/, "") : "";
  if (!last || !/[0-9０-９]/.test(before)) return { street, building };
  return { street: before, building: last[0] + building };
}
