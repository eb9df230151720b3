/** A company cell that tells two names of one company. */
export interface ToldNames {
  name: string;
  /** What it was called before, or is called now. */
  other: string | null;
}

/**
 * Parts 「新星商事（旧：田中商事）」「田中商事（現 新星商事㈱）」「田中商事(新星商事に社名変更)」 into the two names, spelling as typed.
 * 旧館 and 旧本社 name a place and no company.
 */
export function readFormerName(cell: string): ToldNames {
  if (!/[旧現元改変]/.test(cell)) return { name: cell, other: null };
  const match = BRACKETED.exec(cell) ?? CHANGED.exec(cell) ?? BARE.exec(cell);
  const name = match?.[1]?.trim() ?? "";
  const other = match?.[2]?.trim() ?? "";
  if (name.length < 2 || other.length < 2 || PLACE.test(other)) return { name: cell, other: null };
  return { name, other };
}

const SAYS = "(?:旧|現在?|元)(?:社名|商号|名称|会社名|屋号)?";
const BRACKETED = new RegExp(`^(.+?)\\s*[(（\\[［]\\s*${SAYS}[\\s:：・、]*(.+?)[)）\\]］]\\s*$`, "su");
const CHANGED =
  /^(.+?)\s*[(（[［]\s*(?:\d+年(?:\d+月)?\s*)?(.+?)(?:に|へ|から|より)(?:社名|商号|名称|屋号)(?:を)?変更[^)）\]］]*[)）\]］]\s*$/su;
const BARE = /^(.+?)[\s/／]+(?:旧|現)(?:社名|商号|名称)[\s:：・]*(.+?)\s*$/su;
const PLACE = /^(?:館|棟|姓|本社|本店|店舗|店名|住所|工場|事務所|支店|営業所|地|道|代表|担当)/;
