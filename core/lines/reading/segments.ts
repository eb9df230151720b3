import { RESULT_WORDS } from "./action-words.ts";
import type { CustomerMention } from "./find-customers.ts";
import { type Scene, wordsIn } from "./scene.ts";
import { overlaps } from "./spans.ts";
import type { Span } from "./types.ts";

/** A stretch of the line about one customer, or about several that share every word of it. */
export interface Segment extends Span {
  mentions: CustomerMention[];
  /** What stands before the first customer and holds for all that follow (訪問 丸八 … 三和電機 …). */
  shared: Span | null;
}

const ONLY_MENTIONED =
  /^(?:さん|様)?(?:の(?:話|件|紹介|案件|製品|商品|代理|担当|噂|見積|価格|単価)|が|は|も|を|経由|に(?:負|取|決|流|乗)|から(?:の)?紹介|製|並み|と(?:競合|合見積|相見積|比べ|比較))/;
const AS_RIVAL = /(?:競合|相手|他社|対抗|紹介元?|納入先|仕入先|納品先|エンドユーザー?|客先)[はが:\s]*$/;
const LIST_GAP = /^(?:さん|さま|様|御中)?[\s、,・と&＆+/→]*$/;

/**
 * Parts the line by the customers it is about. A customer that is only talked of (競合は三和電機) stays in the words of the
 * other; one with words of contact or a day of its own begins a new stretch.
 */
export function segmentsOf(scene: Scene): Segment[] {
  const groups = grouped(scene);
  const [first, ...later] = groups;
  if (!first) return [{ start: 0, end: scene.line.length, mentions: [], shared: null }];
  const shared = { start: 0, end: first[0]!.start };
  const segments: Segment[] = [{ start: 0, end: scene.line.length, mentions: first, shared: null }];
  later.forEach((group, index) => {
    const start = group[0]!.start;
    const tail = { start, end: later[index + 1]?.[0]?.start ?? scene.line.length };
    const current = segments.at(-1)!;
    if (!standsAlone(scene, tail, { start: current.mentions.at(-1)!.end, end: start }, shared)) return;
    current.end = start;
    segments.push({ start, end: scene.line.length, mentions: group, shared });
  });
  return segments;
}

function standsAlone(scene: Scene, tail: Span, before: Span, shared: Span): boolean {
  const has = (list: readonly Span[], span: Span) => list.some((one) => overlaps(one, span));
  if (has(scene.activities, tail)) {
    // 北陸物産→不在、みなと食品→面談: what came of the first is told already.
    const told = RESULT_WORDS.test(wordsIn(scene, before));
    return (
      told || has(scene.activities, shared) || has(scene.activities, before) || has(scene.moments, before)
    );
  }
  if (has(scene.activities, shared) && !has(scene.activities, before)) return true;
  return has(scene.moments, tail) && has(scene.moments, before);
}

function grouped(scene: Scene): CustomerMention[][] {
  const groups: CustomerMention[][] = [];
  const fresh = scene.customers.filter((mention, index) => isSubject(scene, mention, index));
  for (const mention of fresh) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const repeated = groups.flat().find((other) => meansSame(other, mention));
    if (repeated) {
      if (mention.customerIds.length < repeated.customerIds.length)
        repeated.customerIds = mention.customerIds;
      continue;
    }
    const gap = before ? wordsIn(scene, { start: before.end, end: mention.start }) : "";
    if (group && LIST_GAP.test(gap)) group.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

function isSubject(scene: Scene, mention: CustomerMention, index: number): boolean {
  const rival = AS_RIVAL.test(scene.line.slice(0, mention.start));
  // 三和電機じゃなくてサンワ.
  if (/^(?:さん)?(?:じゃな|ではな|でな)く/.test(scene.line.slice(mention.end)) && scene.customers.length > 1)
    return false;
  if (index === 0) return !(rival && scene.customers.length > 1);
  return (
    !rival &&
    !ONLY_MENTIONED.test(scene.line.slice(mention.end)) &&
    /^$|[\s、。,・と&＆+/!~→]$|なくて?$|\p{Extended_Pictographic}$/u.test(scene.line.slice(0, mention.start))
  );
}

function meansSame(a: CustomerMention, b: CustomerMention): boolean {
  return (
    a.customerIds.some((id) => b.customerIds.includes(id)) &&
    b.customerIds.every((id) => a.customerIds.includes(id))
  );
}
