import { GIVEN, INTENT, lastAction, PAST_FORM, titleFrom, WISH } from "./action-words.ts";
import { type Scene, wordsIn } from "./scene.ts";
import { overlaps } from "./spans.ts";
import type { NextActionKind, Span } from "./types.ts";

/** Something to be done for which the line names no day. */
export interface UndatedAction {
  kind: NextActionKind;
  title: string;
  /** The clause it was read from, null when that clause stays in the summary. */
  claims: Span | null;
  asTyped: string;
  /** A plain commitment is asked いつまで?; what only follows from the words is offered. */
  ask: boolean;
  suggested: boolean;
}

const CALLBACK =
  /(?:折り?返し|折返|おりかえし)(?!(?:は|も)?なし|(?:は|も)?無し|の?(?:お電話|電話|連絡)?(?:は|も)?(?:不要|無用|いらない|要らない|いりません|結構))/;
/** A day that is none: it is to be done, and nobody said when. */
const SOME_DAY = /なるはや|なる早|早急|早めに|早いうち|近々|近いうち|そのうち|後日|追って/;
const NOTED =
  /(?:して|聞いて|うえで?|上で)(?:から)?ご?(?:回答|連絡|返答|返事|返信)$|宿題|要(?:回答|返信|連絡|折り?返し|見積|返答)/;

/**
 * Commitments without a day (経理に確認して連絡します), wishes of the customer (折返しほしい, 見積依頼) and tries that are to be
 * repeated (また行きます), one per clause that no dated action has used.
 */
export function undatedActions(scene: Scene, segment: Span, used: readonly Span[]): UndatedAction[] {
  const found: UndatedAction[] = [];
  for (const clause of scene.clauses) {
    if (!overlaps(clause, segment) || used.some((span) => overlaps(span, clause))) continue;
    const action = fromClause(wordsIn(scene, clause), clause);
    if (action && !found.some((other) => other.title === action.title)) found.push(action);
  }
  return found;
}

function fromClause(words: string, clause: Span): UndatedAction | null {
  const asTyped = words.trim();
  const last = lastAction(words);
  if (!last || asTyped === "") return null;
  const base = { asTyped, claims: null, ask: false, suggested: false };
  if (CALLBACK.test(words) && GIVEN.test(words)) {
    return { ...base, kind: "follow", title: "折り返し待ち", suggested: true };
  }
  if (CALLBACK.test(words) && !PAST_FORM.test(words)) {
    return { ...base, kind: "promise", title: "折り返し", claims: clause, ask: true };
  }
  if (PAST_FORM.test(words.slice(last.span.start))) return null;
  if (/予定/.test(words) || (INTENT.test(words.slice(last.span.start)) && !WISH.test(words))) {
    const title = titleFrom(words);
    if (last.class === "promise") return { ...base, kind: "promise", title, claims: clause, ask: true };
    if (last.class === "meet") return { ...base, kind: "appointment", title, claims: clause, ask: true };
    return { ...base, kind: "follow", title, claims: clause, ask: true };
  }
  if (SOME_DAY.test(words) && last.class === "promise") {
    return { ...base, kind: "promise", title: titleFrom(words), claims: clause, ask: true };
  }
  if (NOTED.test(words))
    return { ...base, kind: "promise", title: titleFrom(words.replace(/^要/, "")), ask: true };
  if (last.class === "promise" && (WISH.test(words) || /持ち帰り/.test(words))) {
    const title = /持ち帰り/.test(words) ? "回答" : titleFrom(words);
    return { ...base, kind: "promise", title, suggested: true };
  }
  if (last.class === "follow" && /再|また|出直|仕切り?直|フォロー|かけ直|改めて/.test(words)) {
    return { ...base, kind: "follow", title: titleFrom(words), suggested: true };
  }
  return null;
}
