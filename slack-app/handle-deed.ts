import { EnishiError, isEnishiError } from "../core/index.ts";
import type { Acting, OpenedView, SlackParts } from "./acting.ts";
import { context, type Message, message, modal, section } from "./blocks/index.ts";
import { type Deed, requestIdOf } from "./deed.ts";
import { errorMessage } from "./errors.ts";
import { passingFault } from "./faults.ts";
import { findActing, placeOf } from "./find-acting.ts";
import { notLinkedMessage } from "./members/views.ts";
import { openView, remember, updateView } from "./modals.ts";
import { sendReply } from "./replies.ts";
import { type Speech, speechOf } from "./text.ts";

export type Handler = (acting: Acting) => Promise<void>;

export interface HowToHandle {
  /** Opens a modal that says "loading" before anything is looked up, because a press is good for three seconds only. */
  opensModal?: boolean | ((deed: Deed) => boolean);
}

/**
 * Has a member's deed done and tells them when it cannot be. Throws only what passes, so that the inbox tries again.
 */
export async function handleDeed(
  parts: SlackParts,
  deed: Deed,
  handler: Handler,
  how: HowToHandle,
): Promise<void> {
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
  const now = parts.host.clock.now().getTime();
  await sendReply({ ...placeOf(parts, deed), now, client: deed.client, slackUserId: deed.slackUserId }, said);
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
    givenAt: deed.sentAt.getTime(),
  };
  const opened = await openView(deed.client, parts, press, view);
  if (opened) remember(parts.opened, deed.key, opened);
  return opened;
}
