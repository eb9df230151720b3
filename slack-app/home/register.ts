import { listMyNextActions } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Listener } from "../listen.ts";
import { asOwn } from "../next-actions/list-view.ts";
import { homeView, strangerHomeView } from "./view.ts";

const SHOWN = 10;

/** The app's page is drawn anew each time somebody opens it. */
export function registerHome(listener: Listener): void {
  listener.personEvent("app_home_opened", draw, async (deed, speech) => {
    await deed.client.views.publish({ user_id: deed.slackUserId, view: strangerHomeView(speech) });
  });
}

async function draw(acting: Acting): Promise<void> {
  const { host, call, speech, workspace, member } = acting;
  const { items, nextCursor } = await host.ask(listMyNextActions, { range: "all", limit: SHOWN }, call);
  const view = homeView(
    {
      name: member.name,
      role: member.role,
      quiet: workspace.quiet,
      practice: workspace.practice,
      actions: asOwn(items),
      more: nextCursor !== null,
    },
    speech,
  );
  await acting.client.views.publish({ user_id: acting.slackUserId, view });
}
