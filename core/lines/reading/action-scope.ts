import { lastAction, PAST_FORM, RESULT_WORDS, titleFrom, WISH } from "./action-words.ts";
import type { Moment } from "./moments.ts";
import { proseIn, type Scene, wordsIn } from "./scene.ts";
import { contains, overlaps } from "./spans.ts";
import type { Span } from "./types.ts";

/** The words around a date: its clause, and what stands left and right of it up to the next date. */
export interface Surroundings {
  clause: Span;
  left: string;
  right: string;
  leftSpan: Span;
  rightSpan: Span;
}

/** The words that say what is to be done, its title before tidying, and the stretches of the line they use up. */
export interface Scope {
  words: string;
  title: string;
  claims: Span[];
}

export const LEADING =
  /^(?:までに|まで|迄に|迄|中に|中|以内に|以内|いっぱいで|いっぱい|には|にも(?!ら)|では|頃に|頃|ごろに|ごろ|から(?=.)|より|くらいに|あたりに|に|は|で|の|も(?!ら|う)|と|、|を)/;
export const DEADLINE =
  /^\s*(?:まで(?:に(?:は)?|の|で)?|迄に?|中に?(?![旬間])|以内に?|締切|〆切|期限|必着|必達|厳守|いっぱい(?:で|に)?|頃まで(?:に)?|ごろまで(?:に)?)/;
const BARE_DOING = /^(?:送付|提出|発送|郵送|手配|持参|回答|返答|連絡|確認|出す|出し|送る)$/;

/** The words that say what is to be done on that day, and the stretches of the line they use up. */
export function actionScope(scene: Scene, moment: Moment, segment: Span, around: Surroundings): Scope {
  const right = around.right.replace(LEADING, "");
  const left = around.left;
  if (lastAction(right)) {
    const joins =
      left.trim() !== "" &&
      !/(?:ので|から|ため|けど|だが)\s*$/.test(left) &&
      !tellsContact(scene, around.leftSpan) &&
      !PAST_FORM.test(left) &&
      !RESULT_WORDS.test(left);
    const topic =
      left.trim() === "" && BARE_DOING.test(titleFrom(right))
        ? topicBefore(scene, segment, around.clause)
        : null;
    if (topic) {
      // After a call or visit the topic is also what was talked about.
      const claims = tellsContact(scene, segment) ? [around.rightSpan] : [topic, around.rightSpan];
      return { words: right, title: `${proseIn(scene, topic)}の${titleFrom(right)}`, claims };
    }
    return {
      words: right,
      title: joins ? `${left}${right}` : right,
      claims: joins ? [around.leftSpan, around.rightSpan] : [around.rightSpan],
    };
  }
  if (lastAction(left))
    return { words: left + right, title: left, claims: [around.leftSpan, around.rightSpan] };
  if (`${left}${right}`.replace(DEADLINE, "").trim() === "") {
    const neighbour = neighbourScope(scene, moment, segment, around.clause);
    if (neighbour) return { ...neighbour, claims: [...neighbour.claims, around.rightSpan] };
  }
  return { words: `${left} ${right}`, title: `${left}${right}`, claims: [around.leftSpan, around.rightSpan] };
}

function neighbourScope(scene: Scene, moment: Moment, segment: Span, clause: Span): Scope | null {
  const free = (other: Span) => !scene.moments.some((one) => one !== moment && overlaps(one, other));
  const [next, previous] = neighbours(scene, segment, clause);
  // 会議 来週木曜 10-11時 見積説明: an exact time is that of the meeting in front.
  const exact = moment.clock !== null && moment.clock.part === null && !moment.clock.now;
  const meeting = exact && previous && lastAction(proseIn(scene, previous))?.class === "meet";
  for (const other of meeting ? [previous, next] : [next, previous]) {
    if (!other) continue;
    if (!free(other)) continue;
    const words = proseIn(scene, other);
    if (!lastAction(words)) continue;
    const behind = scene.clauses[scene.clauses.indexOf(other) + 1];
    const more =
      behind && free(behind) && overlaps(behind, segment) && isPlain(words) ? wordsIn(scene, behind) : "";
    // 来月10日 納品 打合せ: the meeting is what the day is for, the delivery is its topic.
    if (
      other.start > clause.start &&
      lastAction(more)?.class === "meet" &&
      isPlain(wordsIn(scene, segment))
    ) {
      return { words: `${words} ${more}`, title: `${words} ${more}`, claims: [other, behind!] };
    }
    const doing = other.start > clause.start && BARE_DOING.test(titleFrom(words));
    const topic = doing ? topicBefore(scene, segment, clause) : null;
    if (topic)
      return { words, title: `${proseIn(scene, topic)}の${titleFrom(words)}`, claims: [topic, other] };
    return { words, title: words, claims: [other] };
  }
  return null;
}

/** The nearest clauses with words of their own, the one behind first. */
export function neighbours(scene: Scene, segment: Span, clause: Span): [Span | undefined, Span | undefined] {
  const inSegment = scene.clauses.filter((other) => overlaps(other, segment));
  const at = Math.max(inSegment.indexOf(clause), 0);
  const telling = (other: Span) => proseIn(scene, other).replace(/直行|直帰|同行|[\s、,]/g, "") !== "";
  const next = inSegment.slice(at + 1).find(telling);
  const previous = inSegment.slice(0, at).reverse().find(telling);
  return [next, previous];
}

// 議事録 25日までに送る: what is to be sent stands in front of the day.
function topicBefore(scene: Scene, segment: Span, clause: Span): Span | null {
  const before = scene.clauses[scene.clauses.indexOf(clause) - 1];
  if (!before || !overlaps(before, segment) || tellsContact(scene, before)) return null;
  if (scene.moments.some((moment) => overlaps(moment, before))) return null;
  const words = proseIn(scene, before);
  const told =
    words === "" || words.length > 15 || /の件|要求|要望|まだ|あり$/.test(words) || WISH.test(words);
  return !told && isPlain(words) ? before : null;
}

function tellsContact(scene: Scene, span: Span): boolean {
  return scene.activities.some((activity) => overlaps(activity, span));
}

export function surroundings(scene: Scene, moment: Moment, segment: Span): Surroundings {
  const found = scene.clauses.find((clause) => overlaps(clause, moment));
  const clause = found ?? { start: moment.start, end: moment.end };
  const others = scene.moments.filter((other) => other !== moment && overlaps(other, clause));
  // でんわ見積り火曜: the call is told, what comes after it is what the day is for.
  const calls = scene.activities.filter(
    (one) => one.kind === "call" && contains(clause, one) && one.end < moment.start,
  );
  const leftSpan = {
    start: Math.max(
      clause.start,
      segment.start,
      ...others.filter((o) => o.end <= moment.start).map((o) => o.end),
      ...calls.map((call) => call.end),
    ),
    end: moment.start,
  };
  const rightSpan = {
    start: moment.end,
    end: Math.min(
      clause.end,
      segment.end,
      ...others.filter((o) => o.start >= moment.end).map((o) => o.start),
    ),
  };
  return { clause, leftSpan, rightSpan, left: wordsIn(scene, leftSpan), right: wordsIn(scene, rightSpan) };
}

/** True for words that tell nothing of what was. */
export function isPlain(words: string): boolean {
  return !PAST_FORM.test(words) && !RESULT_WORDS.test(words);
}
