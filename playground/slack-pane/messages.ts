import { html } from "hono/html";
import { joined } from "../page/html.ts";
import type { FrontMessage } from "../slack-front/index.ts";
import { renderBlocks } from "./blocks.ts";
import { clockTime, dayKey, dayLabel } from "./dates.ts";
import type { ElementContext } from "./elements.ts";
import type { Typed } from "./typed.ts";

/** One line of a conversation: `key` changes whenever the HTML does. */
export interface Shown {
  key: string;
  html: string;
}

export interface MessageContext extends ElementContext {
  locale: "ja" | "en";
  personName: string;
}

/** Messages of the app and commands of the person, in the order of time, with a line where a day begins. */
export async function renderConversation(
  messages: readonly FrontMessage[],
  typed: readonly Typed[],
  context: MessageContext,
): Promise<Shown[]> {
  const shown: Shown[] = [];
  let day = "";
  const all = [
    ...messages.map((message) => ({ at: Number(message.ts), message, typed: null })),
    ...typed.map((each) => ({ at: each.at, message: null, typed: each })),
  ].sort((one, other) => one.at - other.at);
  for (const each of all) {
    const date = new Date(each.at * 1000);
    if (dayKey(date) !== day) {
      day = dayKey(date);
      shown.push({
        key: `day-${day}`,
        html: `${await html`<div class="day" role="separator"><span>${dayLabel(date, context.locale)}</span></div>`}`,
      });
    }
    shown.push(
      each.message ? await renderMessage(each.message, context) : await renderTyped(each.typed!, context),
    );
  }
  return shown;
}

const rendered = new Map<string, Shown>();
const REMEMBERED = 400;

/** Rendering blocks costs milliseconds and the page asks often: what did not change is not rendered again. */
async function renderMessage(message: FrontMessage, context: MessageContext): Promise<Shown> {
  const key = JSON.stringify([context.locale, context.theme, message]);
  const known = rendered.get(key);
  if (known) return known;
  const shown = await drawMessage(message, context);
  if (rendered.size >= REMEMBERED) rendered.delete(rendered.keys().next().value!);
  rendered.set(key, shown);
  return shown;
}

async function drawMessage(message: FrontMessage, context: MessageContext): Promise<Shown> {
  const scope = message.ts.replace(/\W/g, "-");
  const blocks =
    message.blocks.length > 0
      ? message.blocks
      : [{ type: "section", block_id: "text", text: { type: "mrkdwn", text: message.text } }];
  const content = await renderBlocks(blocks, { ...context, scope });
  const only = message.ephemeralTo
    ? html`<p class="only-you"><svg aria-hidden="true" viewBox="0 0 16 16"><path d="M8 3.5C4.5 3.5 2 6.4 1.3 8c.7 1.6 3.2 4.5 6.7 4.5S14 9.6 14.7 8C14 6.4 11.5 3.5 8 3.5Zm0 7A2.5 2.5 0 1 1 8 5.500a2.500 2.500 0 0 1 0 5Z"/></svg>${context.text("playground.slack.only_you")}</p>`
    : "";
  const edited = message.edited
    ? html` <span class="edited">${context.text("playground.slack.edited")}</span>`
    : "";
  const body = html`<article class="message${message.ephemeralTo ? " ephemeral" : ""}" data-channel="${message.channelId}" data-ts="${message.ts}" aria-label="Enishi ${clockTime(new Date(Number(message.ts) * 1000))}">
    <span class="avatar avatar-app" aria-hidden="true">縁</span>
    <div class="message-body">
      ${only}
      <p class="byline"><b>Enishi</b> <span class="badge">${context.text("playground.slack.app")}</span> <time>${clockTime(new Date(Number(message.ts) * 1000))}</time>${edited}</p>
      ${content}
    </div>
  </article>`;
  const text = `${await body}`;
  return { key: `${message.ts}:${digest(text)}`, html: text };
}

async function renderTyped(typed: Typed, context: MessageContext): Promise<Shown> {
  const time = clockTime(new Date(typed.at * 1000));
  const body = html`<div class="typed"><span class="typed-who">${context.text("playground.slack.typed", { name: context.personName })}</span> <code>${typed.text}</code> <time>${time}</time></div>`;
  return { key: `typed-${typed.at}`, html: `${await body}` };
}

/** Tells two texts apart; nothing depends on who could forge one. */
export function digest(text: string): string {
  let sum = 5381;
  for (let index = 0; index < text.length; index += 1) sum = (sum * 33) ^ text.charCodeAt(index);
  return (sum >>> 0).toString(36);
}

/** The app's home as one piece, or a word on what would stand there. */
export async function renderHome(
  home: { id: string; blocks: readonly unknown[] } | null,
  context: MessageContext,
): Promise<Shown> {
  const content = home
    ? html`<div class="home" data-view="${home.id}">${await renderBlocks(home.blocks, { ...context, scope: "home" })}</div>`
    : html`<p class="quiet">${context.text("playground.slack.home_loading")}</p>`;
  const text = `${await joined([content])}`;
  return { key: `home-${digest(text)}`, html: text };
}
