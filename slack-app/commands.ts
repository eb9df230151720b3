import type { Acting } from "./acting.ts";
import { answerTexts } from "./answers/texts.ts";
import { renderAnswer } from "./blocks/index.ts";
import { findMessage, search } from "./customers/find.ts";
import type { Deed } from "./deed.ts";
import { textOf } from "./delivery.ts";
import { duplicatesMessage } from "./duplicates/register.ts";
import { startHandover } from "./handovers/start.ts";
import { menu } from "./help/menu.ts";
import { laterMessage } from "./help/views.ts";
import { finishCustomer, postpone } from "./lines/finish.ts";
import { answerLine } from "./lines/no-verb.ts";
import { recordTyped } from "./lines/record.ts";
import type { Listener } from "./listen.ts";
import { rangeOf, todayMessage } from "./next-actions/today.ts";
import { unescapeTyped } from "./text.ts";
import { readCommand, readJoined, type TypedCommand } from "./words/read-command.ts";
import type { VerbId } from "./words/verbs.ts";
import { openToAll } from "./workspace/open.ts";

export const COMMAND = "/crm";

type Spoken = Extract<TypedCommand, { kind: "verb" }>;

/** What each verb does with the rest of the line. */
const deeds: Record<VerbId, (acting: Acting, spoken: Spoken) => Promise<void>> = {
  find: async (acting, { rest }) =>
    acting.reply(rest === "" ? menu(acting) : await findMessage(acting, rest)),
  log: (acting, spoken) => recordTyped(acting, spoken),
  promise: (acting, spoken) => recordTyped(acting, spoken),
  follow: async (acting, spoken) =>
    // 「予定」 alone asks for the list, not for a new one.
    spoken.rest === "" ? acting.reply(await todayMessage(acting, "week")) : recordTyped(acting, spoken),
  appointment: (acting, spoken) => recordTyped(acting, spoken),
  message: (acting, spoken) => recordTyped(acting, spoken),
  done: (acting, { rest }) => finishCustomer(acting, rest),
  snooze: (acting, { rest }) => postpone(acting, rest),
  today: async (acting, { word, rest }) => acting.reply(await todayMessage(acting, rangeOf(rest || word))),
  handover: (acting, { rest }) => startHandover(acting, rest),
  duplicates: async (acting, { rest }) => acting.reply(await duplicatesMessage(acting, rest)),
  help: async (acting) => acting.reply(menu(acting)),
  open: (acting) => openToAll(acting),
  later: (acting, spoken) => later(acting, spoken),
};

/** `/crm`: reads the verb and does it; without one, looks for a customer. */
export function registerCommand(listener: Listener): void {
  listener.command(COMMAND, obey, { opensModal: asksForHandover });
}

async function obey(acting: Acting): Promise<void> {
  const plugins = acting.host.commands();
  const typed = readCommand(typedText(acting.body), plugins);
  if (typed.kind === "menu") return acting.reply(menu(acting));
  if (typed.kind === "line") return obeyLine(acting, typed.line);
  if (typed.kind === "verb") return deeds[typed.verb.id](acting, typed);
  const { host, call, speech } = acting;
  const answer = await typed.command.run({ text: typed.rest, host, call });
  await acting.reply(renderAnswer(answer, answerTexts(speech)));
}

/** Nobody is called 済丸八, and somebody 丸八: then the verb was only typed without a blank. */
async function obeyLine(acting: Acting, line: string): Promise<void> {
  const joined = readJoined(line);
  if (joined && (await search(acting, line, 1)).items.length === 0) {
    const named = await search(acting, joined.rest, 1);
    if (named.items.length > 0) return deeds[joined.verb.id](acting, { kind: "verb", line, ...joined });
  }
  return answerLine(acting, line);
}

async function later(acting: Acting, { verb, line, rest }: Spoken): Promise<void> {
  await acting.reply(laterMessage(verb.name, rest === "" ? "" : line, acting.speech));
  if (rest !== "") await answerLine(acting, line, { onlyWhenKnown: true });
}

function asksForHandover(deed: Deed): boolean {
  const typed = readCommand(typedText(deed.body));
  return typed.kind === "verb" && typed.verb.id === "handover";
}

function typedText(body: Deed["body"]): string {
  return unescapeTyped(textOf(body.text) ?? "");
}
