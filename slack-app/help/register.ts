import { loadProfileMessage } from "../customers/find.ts";
import type { Listener } from "../listen.ts";
import { todayMessage } from "../next-actions/today.ts";
import { formValues } from "../submission.ts";
import { helpIds } from "./ids.ts";
import { menu } from "./menu.ts";
import { findModal } from "./views.ts";

/** The buttons of the menu. */
export function registerHelp(listener: Listener): void {
  listener.action(helpIds.all, async (acting) => acting.reply(menu(acting)));
  listener.action(helpIds.today, async (acting) => acting.reply(await todayMessage(acting, "today")));
  listener.action(helpIds.find, async (acting) => void (await acting.show(findModal(acting.speech))), {
    opensModal: true,
  });
  listener.view(helpIds.findView, async (acting) => {
    const { customer } = formValues(acting.body.view as Record<string, unknown>);
    await acting.reply(await loadProfileMessage(acting, String(customer)));
  });
}
