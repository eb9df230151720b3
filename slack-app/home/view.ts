import type { HomeView, KnownBlock } from "@slack/types";
import { context, divider, header, home, section } from "../blocks/index.ts";
import { menuButtons } from "../help/views.ts";
import { type Planned, plannedBlocks } from "../next-actions/list-view.ts";
import type { Speech } from "../text.ts";

export interface HomeFacts {
  name: string;
  role: string;
  quiet: boolean;
  practice: boolean;
  actions: readonly Planned[];
  more: boolean;
}

/** The app's own page: what it does, what is due, how this installation is set. */
export function homeView(facts: HomeFacts, speech: Speech): HomeView {
  const { t } = speech;
  return home([
    header(t("slack.home.title")),
    section(t("slack.home.about")),
    menuButtons(speech),
    divider(),
    header(t("slack.home.next_actions")),
    ...(facts.actions.length > 0 ? plannedBlocks(facts.actions, speech) : [context(t("slack.today.none"))]),
    ...(facts.more ? [context(t("slack.today.more"))] : []),
    divider(),
    ...settingsBlocks(facts, speech),
    context(t("slack.home.support")),
  ]);
}

/** The page of somebody who is no member: what it does and how to become one, nothing else. */
export function strangerHomeView({ t }: Speech): HomeView {
  return home([
    header(t("slack.home.title")),
    section(t("slack.home.about")),
    section(t("slack.members.how_to_link")),
    context(t("slack.home.support")),
  ]);
}

function settingsBlocks(facts: HomeFacts, { t }: Speech): KnownBlock[] {
  const state = facts.practice ? "practice" : facts.quiet ? "quiet" : "open";
  return [
    header(t("slack.home.settings")),
    context([
      t("slack.home.you", { name: facts.name, role: t(`slack.role.${facts.role}`) }),
      t(`slack.home.state.${state}`),
    ]),
  ];
}
