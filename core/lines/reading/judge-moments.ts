import {
  actionScope,
  DEADLINE,
  isPlain,
  LEADING,
  neighbours,
  type Scope,
  type Surroundings,
  surroundings,
} from "./action-scope.ts";
import {
  type ActionClass,
  GIVEN,
  INTENT,
  lastAction,
  PAST_FORM,
  PLAN_WORDS,
  RESULT_WORDS,
  titleFrom,
  WISH,
} from "./action-words.ts";
import { CANCELLED, CLOSING_DAY, factLabel, RESCHEDULED } from "./facts.ts";
import type { Moment } from "./moments.ts";
import { type Lean, resolveDay } from "./resolve-day.ts";
import { proseIn, type Scene, wordsIn } from "./scene.ts";
import { overlaps } from "./spans.ts";
import type { NextActionKind, Span } from "./types.ts";

/** What a date in the line is for. when: it happened · due: it is to be done · fact: it belongs to what is told (納期). */
export type Judged =
  | { role: "when"; moment: Moment; lean: Lean }
  | { role: "due"; moment: Moment; lean: Lean; kind: NextActionKind; title: string; claims: Span[] }
  | { role: "fact"; moment: Moment; label: string };

const DEADLINE_BEFORE = /(?:回答|提出|返答|返事|見積|約束)?(?:期限|締切|〆切)(?:は|:|\s)*$/;
const MEETING = /アポ|訪問|打ち?合わ?せ|商談|面談|mtg|会議|来社|立会い?/i;

/** Decides for one date of a segment what it is for, by the words beside it (see lines.md). */
export function judge(scene: Scene, moment: Moment, segment: Span): Judged {
  const around = surroundings(scene, moment, segment);
  const { left, right } = around;
  const deadline =
    DEADLINE.test(right) ||
    DEADLINE_BEFORE.test(left) ||
    /(?<!午前)中$|以内$|いっぱい$|(?:連休|休み|休暇|GW|ウィーク|盆|正月|年始)前$/i.test(moment.text);
  const clauseWords = wordsIn(scene, around.clause);
  const fact = factLabel(
    left.trim() === "" ? `${besideWords(scene, around.clause, -1)} ` : left,
    right.trim() === "" ? besideWords(scene, around.clause, 1) : right,
    clauseWords,
    deadline,
  );
  if (fact !== null) return { role: "fact", moment, label: fact };

  if (CANCELLED.test(right) || (right.trim() === "" && CANCELLED.test(left)))
    return { role: "fact", moment, label: "" };
  if (RESCHEDULED.test(right)) {
    // 検針日11/30に変更 is theirs; only what both had agreed on is put off.
    const planned = MEETING.test(wordsIn(scene, segment)) || lastAction(left) !== null;
    return planned ? rescheduled(scene, moment, around) : { role: "fact", moment, label: "" };
  }
  if (CLOSING_DAY.test(right) || isPutOff(scene, moment, around)) return { role: "fact", moment, label: "" };

  const scope = actionScope(scene, moment, segment, around);
  const tense = tenseOf(scene, moment);
  const action = lastAction(scope.words);
  const segmentWords = wordsIn(scene, segment);
  // 3月までに設備更新の計画あり is theirs.
  if (deadline && !action && /(?:あり|ある|見込み?|計画|検討中?|意向)[。\s]*$/.test(right)) {
    return { role: "fact", moment, label: "" };
  }
  if (deadline && !(tense === "past" && PAST_FORM.test(scope.words))) {
    return due(moment, "future", deadlineKind(action?.class, scope.words), scope);
  }
  if (tense === "past") return { role: "when", moment, lean: "past" };
  const happened =
    isPast(scope.words, clauseWords, segmentWords, action?.class) &&
    !isNext(scene, around, segment, action?.class);
  const planned =
    PLAN_WORDS.test(scope.words) ||
    PLAN_WORDS.test(clauseWords) ||
    (action?.class === "meet" && /です(?:[。\s]|$)/.test(scope.words));
  if (tense === "future") {
    if (action) return due(moment, "future", kindOf(action.class, scope.words, moment), scope);
    if (PLAN_WORDS.test(segmentWords)) return due(moment, "future", "appointment", scope);
    return aimless(scene, moment, around, scope, segment);
  }
  if (tense === "today") return today(scene, moment, action?.class, scope, happened, planned);
  // 集荷は金曜: a fact that is told, and neither when it was told nor anything for us to do.
  if (!action && right.trim() === "" && /[一-龠ァ-ヶー]は\s*$/.test(left))
    return { role: "fact", moment, label: "" };
  const next = isNext(scene, around, segment, action?.class);
  return undecided(moment, action?.class, scope, happened, next || planned || PLAN_WORDS.test(segmentWords));
}

// 12/4の訪問を12/7に変更: the first day is the one that holds no more.
function isPutOff(scene: Scene, moment: Moment, around: Surroundings): boolean {
  if (!/^の?[^\s、。]{0,10}(?:を|から)\s*$/.test(around.right)) return false;
  const next = scene.moments.find((one) => one.start >= moment.end && overlaps(one, around.clause));
  return next !== undefined && RESCHEDULED.test(scene.line.slice(next.end));
}

// 訪問 図面受領 … 金曜に訪問: how people were in touch is told already, so this is the next time.
function isNext(scene: Scene, around: Surroundings, segment: Span, action: ActionClass | undefined): boolean {
  const own = lastAction(around.left + around.right)?.class;
  if ((action !== "meet" && action !== "call") || own !== action) return false;
  const told = scene.activities.some(
    (one) => overlaps(one, segment) && one.end <= around.clause.start && !one.telling,
  );
  const later = wordsIn(scene, { start: around.clause.start, end: segment.end });
  return told && !PAST_FORM.test(later) && !RESULT_WORDS.test(later);
}

// 明日のアポ延期 来週火曜に変更: what was to be keeps its name.
function rescheduled(scene: Scene, moment: Moment, around: Surroundings): Judged {
  const named = lastAction(
    proseIn(scene, { start: 0, end: around.clause.start }).replace(/延期|変更|キャンセル/g, ""),
  );
  const words = named ? proseIn(scene, { start: 0, end: scene.line.length }).match(MEETING)?.[0] : undefined;
  return due(moment, "future", "appointment", {
    words: "",
    title: words ?? "",
    claims: [around.leftSpan, around.rightSpan],
  });
}

// A day to come with no word of action: with something to tell it is part of that, alone it is when to be in touch again.
function aimless(scene: Scene, moment: Moment, around: Surroundings, scope: Scope, segment: Span): Judged {
  const told = (around.left + around.right.replace(LEADING, "")).trim();
  if (told !== "") return { role: "fact", moment, label: "" };
  const tells = scene.activities.some((activity) => overlaps(activity, segment));
  const topic = tells
    ? null
    : neighbours(scene, segment, around.clause).find((other) => other && isPlain(wordsIn(scene, other)));
  if (!topic) return due(moment, "future", "follow", { ...scope, words: "", title: "" });
  const words = wordsIn(scene, topic);
  return due(moment, "future", "follow", { words, title: words, claims: [...scope.claims, topic] });
}

function today(
  scene: Scene,
  moment: Moment,
  action: ActionClass | undefined,
  scope: Scope,
  happened: boolean,
  planned: boolean,
): Judged {
  const ahead = moment.clock !== null && !moment.clock.now && moment.clock.from > scene.context.now.slice(11);
  const beside = scene.activities.some((activity) => scope.claims.some((claim) => overlaps(claim, activity)));
  if (happened && !ahead) return { role: "when", moment, lean: "past" };
  if (action && (ahead || planned) && !(happened && !ahead))
    return due(moment, "future", kindOf(action, scope.words, moment), scope);
  if (action === "follow" && !happened) return due(moment, "future", "follow", scope);
  if (action && !beside && INTENT.test(scope.words))
    return due(moment, "future", kindOf(action, scope.words, moment), scope);
  if (!action && ahead && planned) return due(moment, "future", "appointment", scope);
  return { role: "when", moment, lean: "past" };
}

// 火曜, 25日: result words pull it back, announcing words forward, neither: a person decides.
function undecided(
  moment: Moment,
  action: ActionClass | undefined,
  scope: Scope,
  happened: boolean,
  planned: boolean,
): Judged {
  if (planned && (action === undefined || action === "meet" || action === "call")) {
    return due(moment, "future", action === "call" ? "follow" : "appointment", scope);
  }
  if (happened) return { role: "when", moment, lean: "past" };
  if (action === "promise" || action === "follow" || (action && INTENT.test(scope.words))) {
    return due(moment, "future", kindOf(action, scope.words, moment), scope);
  }
  if (action === "call" && WISH.test(scope.words)) return due(moment, "future", "promise", scope);
  return { role: "when", moment, lean: null };
}

function isPast(scope: string, clause: string, segment: string, action: ActionClass | undefined): boolean {
  // What is to be answered or sent is told by its own words only; a visit also by what came of it.
  if (action === "promise" || action === "follow") return PAST_FORM.test(scope);
  if (PLAN_WORDS.test(scope) || (action === "meet" && /です(?:[。\s]|$)/.test(scope))) return false;
  const words = [scope, clause, segment].join("\n");
  return PAST_FORM.test(words) || RESULT_WORDS.test(words);
}

function tenseOf(scene: Scene, moment: Moment): "past" | "today" | "future" | "open" {
  if (!moment.day) return "today";
  if (moment.day.is === "nowhere") {
    const doubt = resolveDay(moment.day, null, scene.today);
    return "doubt" in doubt && (doubt.candidates[0] ?? scene.today) < scene.today ? "past" : "future";
  }
  const resolved = resolveDay(moment.day, null, scene.today);
  if ("doubt" in resolved) {
    if (resolved.candidates.every((day) => day > scene.today)) return "future";
    return resolved.candidates.every((day) => day <= scene.today) ? "past" : "open";
  }
  if (resolved.to && resolved.to < scene.today) return "past";
  if (resolved.to && resolved.date <= scene.today) return "future";
  return compare(resolved.date, scene.today);
}

function compare(day: string, today: string): "past" | "today" | "future" {
  if (day === today) return "today";
  return day < today ? "past" : "future";
}

/** The words of the clause before or behind, when nothing of a name or a day stands there. */
function besideWords(scene: Scene, clause: Span, step: 1 | -1): string {
  const beside = scene.clauses[scene.clauses.indexOf(clause) + step];
  if (!beside || scene.moments.some((moment) => overlaps(moment, beside))) return "";
  return wordsIn(scene, beside);
}

function deadlineKind(action: ActionClass | undefined, words: string): NextActionKind {
  if (action === "follow" || action === "meet" || GIVEN.test(words)) return "follow";
  return action === "call" && !WISH.test(words) ? "follow" : "promise";
}

function kindOf(action: ActionClass, words: string, moment: Moment): NextActionKind {
  switch (action) {
    case "promise":
      return GIVEN.test(words) ? "follow" : "promise";
    case "follow":
      // 次回 12/3 14時 is agreed with somebody.
      if (moment.clock && !moment.clock.part && !moment.clock.now && /再訪|次回/.test(words))
        return "appointment";
      return "follow";
    case "call":
      return WISH.test(words) ? "promise" : "follow";
    case "meet":
      // 来週訪問 names no day: it is what we want to do, nobody waits at a table.
      return /^(?:range|first|last)$/.test(moment.day?.is ?? "") && !moment.clock && !/アポ|あぽ/.test(words)
        ? "follow"
        : "appointment";
  }
}

function due(moment: Moment, lean: Lean, kind: NextActionKind, scope: Scope): Judged {
  const fallback = kind === "appointment" ? "訪問" : kind === "follow" ? "フォロー" : "回答";
  return { role: "due", moment, lean, kind, title: titleFrom(scope.title) || fallback, claims: scope.claims };
}
