/** Titles and honorifics as typed, kanji and kana; the pattern has no groups. */
export const TITLE =
  "(?:代表取締役|取締役|執行役員|社長|会長|副社長|専務|常務|本部長|部長代理|課長代理|課長補佐|部長|副部長|次長|課長|係長|主任|主査|主事|所長|支店長|支社長|営業所長|工場長|店長|室長|館長|院長|校長|園長|組合長|理事長|理事|事務長|師長|局長|班長|職長|センター長|料理長|支配人|棟梁|親方|教授|監督|チーフ|リーダー|マネージャー|マネージャ|マネジャー|ディレクター|オーナー|大将|女将|しゃちょう|かいちょう|せんむ|じょうむ|ぶちょう|じちょう|かちょう|かかりちょう|しゅにん|しょちょう|してんちょう|こうじょうちょう|てんちょう)";

export const HONORIFIC =
  "(?:(?<!仕|同|多|模|皆|客|各|王|神)様(?!子|式|相|々|書)|さま|(?<!客|たく|皆|みな)さん|殿|氏(?!名)|先生|せんせい|くん|君|ちゃん)";

/** What may stand behind a person's name: a title, an honorific or both. */
export const BEHIND_NAME = `(?:${TITLE}${HONORIFIC}?|${HONORIFIC})`;

const KANA: Record<string, string> = {
  しゃちょう: "社長",
  かいちょう: "会長",
  せんむ: "専務",
  じょうむ: "常務",
  ぶちょう: "部長",
  じちょう: "次長",
  かちょう: "課長",
  かかりちょう: "係長",
  しゅにん: "主任",
  しょちょう: "所長",
  してんちょう: "支店長",
  こうじょうちょう: "工場長",
  てんちょう: "店長",
}; // prettier-ignore

/** The title in kanji, without the honorific; null when only an honorific or nothing was typed. */
export function titleIn(typed: string): string | null {
  const match = new RegExp(TITLE).exec(typed);
  return match ? (KANA[match[0]] ?? match[0]) : null;
}
