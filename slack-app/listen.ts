import type { App, webApi } from "@slack/bolt";
import { EnishiError, isEnishiError, localDay, sha256 } from "../core/index.ts";
import type { Acting, OpenedView, SlackParts } from "./acting.ts";
import { context, type Message, message, modal, section } from "./blocks/index.ts";
import { asObject, type SlackBody, textOf } from "./delivery.ts";
import { errorMessage } from "./errors.ts";
import { passingFault } from "./faults.ts";
import type { Work } from "./inbox.ts";
import { notLinkedMessage } from "./members/views.ts";
import { openView, remember, updateView } from "./modals.ts";
import { sendReply } from "./replies.ts";
import { localeOf, type Speech, speechOf } from "./text.ts";

type WebClient = webApi.WebClient;

/** What came in, before it is known who it came from. */
export interface Deed {
  body: SlackBody;
  client: WebClient;
  key: string;
  receivedAt: Date;
  attempt: number;
  teamId: string;
  slackUserId: string;
  channelId: string | null;
  responseUrl: string | null;
  triggerId: string | null;
}

export type Handler = (acting: Acting) => Promise<void>;

interface HowToHandle {
  /** Opens a modal that says "loading" before anything is looked up, because a press is good for three seconds only. */
  opensModal?: boolean | ((deed: Deed) => boolean);
}

/** What the app listens to; the manifest and the completeness test read it. */
export interface Listening {
  commands: string[];
  actions: (string | RegExp)[];
  views: string[];
  options: string[];
  events: string[];
}

/** Registers listeners on Bolt, each of which is told who acts, and answers when something goes wrong. */
export interface Listener {
  listening: Listening;
  command(name: string, handler: Handler, how?: HowToHandle): void;
  action(id: string | RegExp, handler: Handler, how?: HowToHandle): void;
  view(callbackId: string, handler: Handler): void;
  /** Gives the choices of a select. */
  options(actionId: string, choices: (acting: Acting, typed: string) => Promise<object>): void;
  /** An event of a person; those who are not linked get `unknown` instead. */
  personEvent(name: string, handler: Handler, unknown?: (deed: Deed, speech: Speech) => Promise<void>): void;
  /** An event that is about the app itself. */
  appEvent(name: string, handler: (body: SlackBody) => Promise<void>): void;
}

interface BoltArgs {
  body: unknown;
  client: WebClient;
  context: { [key: string]: unknown };
  ack?: (response?: never) => Promise<void>;
}

export function createListener(app: App, parts: SlackParts): Listener {
  const listening: Listening = { commands: [], actions: [], views: [], options: [], events: [] };
  const handle =
    (handler: Handler, how: HowToHandle = {}) =>
    (args: BoltArgs) =>
      handleDeed(parts, args, handler, how);
  return {
    listening,
    command(name, handler, how) {
      listening.commands.push(name);
      app.command(name, async (args) => handle(handler, how)(args as unknown as BoltArgs));
    },
    action(id, handler, how) {
      listening.actions.push(id);
      app.action(id, async (args) => handle(handler, how)(args as unknown as BoltArgs));
    },
    view(callbackId, handler) {
      listening.views.push(callbackId);
      app.view(callbackId, async (args) => handle(handler)(args as unknown as BoltArgs));
    },
    options(actionId, choices) {
      listening.options.push(actionId);
      app.options(actionId, async (args) => {
        const deed = readDeed(args as unknown as BoltArgs);
        const found = await findActing(parts, deed);
        const typed = textOf(deed.body.value) ?? "";
        await args.ack((found.acting ? await choices(found.acting, typed) : { options: [] }) as never);
      });
    },
    personEvent(name, handler, unknown) {
      listening.events.push(name);
      app.event(name, async (args) => {
        const deed = readDeed(args as unknown as BoltArgs);
        const found = await findActing(parts, deed);
        if (found.acting) await handler(found.acting);
        else await unknown?.(deed, found.speech);
      });
    },
    appEvent(name, handler) {
      listening.events.push(name);
      app.event(name, async (args) => handler(args.body as unknown as SlackBody));
    },
  };
}

async function handleDeed(
  parts: SlackParts,
  args: BoltArgs,
  handler: Handler,
  how: HowToHandle,
): Promise<void> {
  const deed = readDeed(args);
  const opens = typeof how.opensModal === "function" ? how.opensModal(deed) : how.opensModal === true;
  const opened = opens ? await openLoading(parts, deed) : undefined;
  const found = await findActing(parts, deed, opened).catch((error: unknown) => {
    if (passingFault(error)) throw error;
    return apologise(parts, deed, error, opened);
  });
  if (!found) return;
  if (!found.acting) {
    await tell(parts, deed, notLinkedMessage(found.why, found.speech), found.speech, opened);
    return;
  }
  try {
    if (opened === null) throw new EnishiError("slack_press_too_old");
    await handler(found.acting);
  } catch (error) {
    if (passingFault(error)) throw error;
    const { requestId } = found.acting.call;
    if (!isEnishiError(error))
      parts.host.log.error({ err: error, requestId, key: deed.key }, "a slack listener failed");
    await tell(parts, deed, errorMessage(found.acting, error), found.acting.speech, opened);
  }
}

/** It could not even be found out who acts. The person gets a number to report; the fault is logged with it. */
async function apologise(
  parts: SlackParts,
  deed: Deed,
  error: unknown,
  opened: OpenedView | null | undefined,
): Promise<null> {
  const { host, people } = parts;
  const requestId = requestIdOf(deed);
  host.log.error({ err: error, requestId, key: deed.key }, "a slack delivery came from nobody known");
  const speech = speechOf(host, people.localeOf(deed.slackUserId), "Asia/Tokyo", "");
  const said = host.errorText(error, speech.locale, requestId);
  await tell(parts, deed, message(said, [section(said)]), speech, opened);
  return null;
}

/** The same for every try of one delivery, so that log, audit trail and the person's number agree. */
function requestIdOf(deed: Deed): string {
  return sha256(deed.key).slice(0, 16);
}

/** Says something to whoever acted: in the modal that waits for it, else as an answer. */
async function tell(
  parts: SlackParts,
  deed: Deed,
  said: Message,
  speech: Speech,
  opened: OpenedView | null | undefined,
): Promise<void> {
  if (opened) {
    const { t } = speech;
    const view = modal({
      title: t("slack.app_name"),
      close: t("slack.button.close"),
      callbackId: "modal.notice",
      blocks: said.blocks,
    });
    if (await updateView(deed.client, { id: opened.id }, view)) return;
  }
  await sendReply({ ...placeOf(parts, deed), client: deed.client, slackUserId: deed.slackUserId }, said);
}

async function openLoading(parts: SlackParts, deed: Deed): Promise<OpenedView | null> {
  const before = parts.opened.get(deed.key);
  if (before) return before;
  const locale = parts.people.localeOf(deed.slackUserId);
  const t = (key: string) => parts.host.text(locale, key);
  const view = modal({
    title: t("slack.app_name"),
    close: t("slack.button.close"),
    callbackId: "modal.loading",
    blocks: [context(t("slack.loading"))],
  });
  const press = {
    triggerId: deed.triggerId ?? "",
    responseUrl: deed.responseUrl,
    givenAt: deed.receivedAt.getTime(),
  };
  const opened = await openView(deed.client, parts, press, view);
  if (opened) remember(parts.opened, deed.key, opened);
  return opened;
}

type Found =
  | { acting: Acting; speech: Speech; why: null }
  | { acting: null; speech: Speech; why: "unlinked" | "outsider" | "former" | "unknown_workspace" };

async function findActing(parts: SlackParts, deed: Deed, opened?: OpenedView | null): Promise<Found> {
  const { host, people } = parts;
  const workspace = await people.workspaceOf(deed.teamId);
  if (!workspace) {
    return { acting: null, speech: speechOf(host, "ja", "Asia/Tokyo", ""), why: "unknown_workspace" };
  }
  const known = await people.know(deed.client, workspace, deed);
  const locale = localeOf(known.locale, workspace.locale);
  const today = localDay(host.clock.now(), workspace.timeZone);
  const speech = speechOf(host, locale, workspace.timeZone, today);
  if (known.kind !== "member") return { acting: null, speech, why: known.kind };
  const place = { ...placeOf(parts, deed), client: deed.client, slackUserId: deed.slackUserId };
  const acting: Acting = {
    parts,
    host,
    workspace,
    member: known.member,
    slackUserId: deed.slackUserId,
    teamId: deed.teamId,
    client: deed.client,
    body: deed.body,
    speech,
    receivedAt: deed.receivedAt,
    call: {
      workspaceId: workspace.id,
      actor: { kind: "member", memberId: known.member.memberId },
      surface: "slack",
      locale,
      requestId: requestIdOf(deed),
    },
    once: (part) => ({ idempotencyKey: part ? `slack:${deed.key}:${part}` : `slack:${deed.key}` }),
    reply: (said, how) => sendReply(place, said, how),
    show: async (view) => {
      if (opened) return updateView(deed.client, { id: opened.id }, view);
      const press = {
        triggerId: deed.triggerId ?? "",
        responseUrl: place.responseUrl,
        givenAt: place.givenAt,
      };
      return (await openView(deed.client, parts, press, view)) !== null;
    },
  };
  return { acting, speech, why: null };
}

/** A modal's submission has no address of its own; the press that opened the modal had. */
function placeOf(parts: SlackParts, deed: Deed): { responseUrl: string | null; givenAt: number } {
  if (deed.responseUrl) return { responseUrl: deed.responseUrl, givenAt: deed.receivedAt.getTime() };
  const view = asObject(deed.body.view);
  const place =
    parts.places.get(textOf(view?.root_view_id) ?? "") ?? parts.places.get(textOf(view?.id) ?? "");
  return place ?? { responseUrl: null, givenAt: 0 };
}

function readDeed(args: BoltArgs): Deed {
  const body = args.body as SlackBody;
  const event = asObject(body.event);
  const team = asObject(body.team);
  const user = asObject(body.user);
  const receivedAt = textOf(args.context.receivedAt);
  return {
    body,
    client: args.client,
    key: textOf(args.context.deliveryKey) ?? "",
    receivedAt: receivedAt ? new Date(receivedAt) : new Date(),
    attempt: Number(args.context.attempt ?? 0),
    teamId: textOf(body.team_id) ?? textOf(team?.id) ?? textOf(user?.team_id) ?? "",
    slackUserId: textOf(body.user_id) ?? textOf(user?.id) ?? textOf(event?.user) ?? "",
    channelId: textOf(body.channel_id) ?? textOf(asObject(body.channel)?.id),
    responseUrl: textOf(body.response_url),
    triggerId: textOf(body.trigger_id),
  };
}

/** Tells a person that their command is kept and waits for the database. Only over the address that came with it. */
export async function tellDelay(
  { host, people }: Pick<SlackParts, "host" | "people">,
  work: Work,
): Promise<void> {
  const responseUrl = textOf(work.body.response_url);
  if (!responseUrl) return;
  const user = textOf(work.body.user_id) ?? textOf(asObject(work.body.user)?.id) ?? "";
  const text = host.text(people.localeOf(user), "slack.delayed");
  await fetch(responseUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...message(text, [section(text)]),
      response_type: "ephemeral",
      replace_original: false,
    }),
    signal: AbortSignal.timeout(5_000),
  });
}
