import { findMunicipality } from "./municipality.ts";
import { PREFECTURES } from "./prefectures.ts";

/**
 * The prefecture a text speaks of, in full (東京都), or null: a prefecture by its full name, or by its short name alone or
 * before the word of a branch (大阪, 大阪支店); a city at the front that only one prefecture has (横浜市中区, 千代田区); a large
 * city by its bare name (横浜, 仙台営業所).
 */
export function prefectureOf(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const full =
    PREFECTURES.find((name) => plain.startsWith(name)) ?? PREFECTURES.find((name) => plain.includes(name));
  if (full !== undefined) return full;
  const city = findMunicipality(plain, null);
  if (city !== null) return city.prefecture;
  const place = plain.replace(BRANCH, "");
  return (
    SHORT.get(place) ??
    (LARGE_CITIES.has(place) ? (findMunicipality(`${place}市`, null)?.prefecture ?? null) : null)
  );
}

/** What stands behind a place in the name of a branch or region. */
const BRANCH =
  /(?:支店|支社|営業所|事業所|出張所|事務所|工場|本社|本店|支部|支所|センター|方面|地区|エリア|県内|市内|在住)$/;

const SHORT: ReadonlyMap<string, string> = new Map(
  PREFECTURES.map((name) => [name.replace(/[都府県]$/, ""), name]),
);

/** The cities designated by government order, and the seats of prefectures that bear another name. */
const LARGE_CITIES: ReadonlySet<string> = new Set(
  `札幌 仙台 さいたま 横浜 川崎 相模原 新潟 静岡 浜松 名古屋 京都 大阪 堺 神戸 岡山 広島 北九州 福岡 熊本
盛岡 水戸 宇都宮 前橋 甲府 金沢 津 大津 松江 高松 松山 那覇`.split(/\s+/),
);
