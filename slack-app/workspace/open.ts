import { openWorkspace } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { actions, button, type Message, message, section } from "../blocks/index.ts";
import type { Listener } from "../listen.ts";
import type { Speech } from "../text.ts";

export const workspaceIds = { open: "workspace.open.confirm" } as const;

/** 公開: asks first, because from then on colleagues are sent notices. */
export async function openToAll(acting: Acting): Promise<void> {
  await acting.reply(openMessage(acting.workspace.quiet, acting.speech));
}

export function registerWorkspace(listener: Listener): void {
  listener.action(workspaceIds.open, async (acting) => {
    await acting.host.perform(openWorkspace, {}, acting.call, acting.once());
    const text = acting.speech.t("slack.open.done");
    await acting.reply(message(text, [section(text)]), "replace");
  });
}

/** What 公開 means, with the button that does it; or that it is done. */
export function openMessage(quiet: boolean, { t }: Speech): Message {
  if (!quiet) return message(t("slack.open.already"), [section(t("slack.open.already"))]);
  const text = t("slack.open.about");
  return message(text, [
    section(text),
    actions([
      button({
        text: t("slack.open.button"),
        actionId: workspaceIds.open,
        value: "open",
        style: "primary",
        confirm: {
          title: t("slack.open.confirm_title"),
          text: t("slack.open.confirm"),
          confirm: t("slack.open.button"),
          deny: t("slack.button.back"),
        },
      }),
    ]),
  ]);
}
