import type { Activity } from "./activities.ts";
import type { ContactResult, Direction } from "./types.ts";

const VOICEMAIL = /留守番?電|留守録|るすでん|伝言残|ボイスメール/;
const ABSENT =
  /不在|ふざい|フザイ|留守|るす|出ず|でず(?![に])|出なかった|出ない|でない(?=$|[\s、。])|つながら(?:ず|な)|繋がら(?:ず|な)|会えず|会えなかった|あえず|外出中|席外|離席|お休み|話し?中|(?<![a-z])no answer|空振り|からぶり|コールのみ|不着|(?:tel|電話|でんわ)\s?[×✕❌✖]/i;
const REACHED = /つながった|繋がった|話せた|話せました|会えた|会えました|お話しでき|在席/;

const FROM_THEM =
  /(?:から|より)(?:の)?[\s、]*(?:(?:クレーム|苦情|催促|督促|問い?合わ?せ)の?)?(?:お|ご|御)?(?:電話|でんわ|tel|架電|荷電|連絡|メール|めーる|mail|fax|ファックス|ファクス|問い?合わ?せ|📞|コール|折り?返し)/i;
const FROM_US =
  /(?:こちら|当方|当社|弊社|自分|わたし|私)(?:から|より)|(?:に|へ)(?:お)?(?:電話|tel|架電|メール|fax|ファックス)(?:し(?:た|ま)|済|送)|かけた|掛けた|(?:メール|fax|ファックス|ファクス|mail)(?:を|で|にて)?(?:送(?:付|信|った|りました|り)|し(?:た|ました)|[^\s、。]{0,8}?送(?:付|信|った|りました))/i;
const RECEIVED =
  /(?:メール|fax|ファックス|ファクス|mail)(?:を|が)?(?:受信|受領|届|来た|きた|来ました|あり|もら|いただ|頂)/i;

/** Whether somebody was reached; null when the words do not say. */
export function resultOf(words: string): ContactResult | null {
  if (VOICEMAIL.test(words)) return "voicemail";
  if (ABSENT.test(words)) return "absent";
  return REACHED.test(words) ? "reached" : null;
}

/** Who was in touch with whom. 架電 is written of incoming calls too, so a bare word of contact tells nothing. */
export function directionOf(words: string, activity: Activity | null): Direction {
  if (FROM_US.test(words)) return "out";
  if (FROM_THEM.test(timeless(words)) || RECEIVED.test(words)) return "in";
  return activity?.direction ?? "unknown";
}

// 14時から電話 and 来月から電話 tell when, not who.
function timeless(words: string): string {
  return words.replace(/(?:[時分月日週曜半]|:\d\d|こちら|当方|当社|弊社)(?:から|より)/g, " ");
}
