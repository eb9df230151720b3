import {
  decideDuplicate,
  EnishiError,
  examineDuplicates,
  getExamination,
  listDuplicates,
  type PairAnswer,
  splitDuplicates,
} from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Message } from "../blocks/index.ts";
import { search } from "../customers/find.ts";
import { nothingFoundMessage } from "../customers/search-view.ts";
import type { Listener } from "../listen.ts";
import { mayWrite } from "../people.ts";
import { pressed, pressedElement, pressedJson } from "../pressed.ts";
import { pairMessage } from "./card-view.ts";
import { duplicateIds } from "./ids.ts";
import { readPressedPair } from "./pressed-pair.ts";
import { examineMessage, noneMessage, restMessage, saidMessage, splitMessage } from "./said-view.ts";

/** 同じ会社?: one pair after the other, with the answers and the way back. */
export function registerDuplicates(listener: Listener): void {
  listener.action(duplicateIds.answer, answer);
  listener.action(duplicateIds.rest, answerRest);
  listener.action(duplicateIds.split, split);
  listener.action(duplicateIds.next, next);
  listener.action(duplicateIds.examine, examine);
}

/** `/crm 重複`: the likeliest pair that waits; behind a name, of that customer. */
export async function duplicatesMessage(acting: Acting, typed: string): Promise<Message> {
  if (typed === "") return nextPair(acting);
  const { items } = await search(acting, typed, 1);
  const [hit] = items;
  return hit ? nextPair(acting, hit.customerId) : nothingFoundMessage(typed, acting.speech);
}

async function nextPair(acting: Acting, of?: string): Promise<Message> {
  const { host, call, speech, member } = acting;
  const found = await host.ask(listDuplicates, { limit: 1, ...(of && { customerId: of }) }, call);
  const mayAnswer = mayWrite(member);
  const [pair] = found.items;
  if (pair) return pairMessage(pair, found.total ?? 1, mayAnswer, speech, of);
  const { examination } = await host.ask(getExamination, {}, call);
  return noneMessage(examination, mayAnswer, speech);
}

/** Two presses are one answer: the second is told what holds. */
async function answer(acting: Acting): Promise<void> {
  const pair = readPressedPair(pressedJson(acting.body));
  const { aId, bId, version } = pair;
  const said = /[^.]+$/.exec(String(pressedElement(acting.body).action_id))![0] as PairAnswer;
  const done = await acting.host.perform(
    decideDuplicate,
    { aId, bId, version, answer: said },
    acting.call,
    acting.once(),
  );
  const { state, isNew, mergeId, keptId, rest } = done;
  if (state === "open") throw new EnishiError("try_again");
  await acting.reply(saidMessage({ pair, state, isNew, mergeId, keptId, rest }, acting.speech), "replace");
}

async function answerRest(acting: Acting): Promise<void> {
  const { aId, bId, answer: said = "unsure", of } = readPressedPair(pressedJson(acting.body));
  const { rest } = await acting.host.perform(
    decideDuplicate,
    { aId, bId, answer: said, alsoSameReason: true },
    acting.call,
    acting.once(),
  );
  await acting.reply(restMessage(said, rest, of, acting.speech), "replace");
}

async function split(acting: Acting): Promise<void> {
  const { id, of } = pressedJson(acting.body);
  const { kept } = await acting.host.perform(splitDuplicates, { id: String(id) }, acting.call, acting.once());
  await acting.reply(
    splitMessage(kept.length, typeof of === "string" ? of : undefined, acting.speech),
    "replace",
  );
}

async function next(acting: Acting): Promise<void> {
  const of = pressed(acting.body);
  await acting.reply(await nextPair(acting, of === "all" || of === "" ? undefined : of), "replace");
}

async function examine(acting: Acting): Promise<void> {
  const { total } = await acting.host.perform(examineDuplicates, {}, acting.call, acting.once());
  await acting.reply(examineMessage(total, acting.speech), "replace");
}
