import type { FrontUser, SlackFront } from "../slack-front/index.ts";
import { formatDate } from "./dates.ts";
import { type MessageContext, renderConversation, renderHome, type Shown } from "./messages.ts";
import { renderModal } from "./modal.ts";
import { noticeText } from "./notices.ts";
import type { TypedLog } from "./typed.ts";

/** What the page's script needs to show Slack as one person sees it. */
export interface SlackPicture {
  conversations: { id: string; name: string; kind: "channel" | "dm"; last: string; count: number }[];
  /** The id of the conversation whose messages are told. */
  open: string;
  messages: Shown[];
  home: Shown;
  modal: (Shown & { id: string }) | null;
  notices: string[];
}

/** Slack as this person sees it now. An unknown conversation means the first one. */
export async function slackPicture(
  front: SlackFront,
  typed: TypedLog,
  view: {
    user: FrontUser;
    conversation: string;
    locale: "ja" | "en";
    theme: "light" | "dark";
    text: MessageContext["text"];
  },
): Promise<SlackPicture> {
  const { user, locale, theme, text } = view;
  const state = front.state(user.id);
  const open = state.conversations.find(({ id }) => id === view.conversation) ?? state.conversations[0]!;
  const context: MessageContext = {
    locale,
    theme,
    text,
    scope: "",
    personName: user.realName,
    users: front.users.map(({ id, realName }) => ({ id, name: realName })),
    channels: front.channels.map(({ id, name }) => ({ id, name })),
    date: (seconds, format) => formatDate(seconds, format, locale),
  };
  const modal = state.modals.at(-1);
  return {
    conversations: state.conversations.map(({ id, name, kind, messages }) => ({
      id,
      name,
      kind,
      last: messages.at(-1)?.ts ?? "",
      count: messages.length,
    })),
    open: open.id,
    messages: await renderConversation(open.messages, typed.of(user.id, open.id), context),
    home: await renderHome(state.home, context),
    modal: modal ? await renderModal(modal, context) : null,
    notices: state.notices.map((notice) => noticeText(notice, text)),
  };
}
