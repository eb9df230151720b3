import type { FrontUser } from "./directory.ts";
import type { FrontChannel } from "./emulator.ts";
import type { FrontMessage, FrontRecord, FrontView, Notice, OpenView } from "./record.ts";

export type Conversation = {
  id: string;
  name: string;
  kind: "channel" | "dm";
  messages: FrontMessage[];
};

/** What one person sees in the pretend Slack. */
export type PersonState = {
  user: FrontUser;
  home: FrontView | null;
  /** Open modals, the topmost last. */
  modals: OpenView[];
  /** The channels, then the conversation with the app; each with the messages this person may see. */
  conversations: Conversation[];
  notices: Notice[];
};

/** A copy, free to be kept or sent elsewhere. */
export function stateFor(
  record: FrontRecord,
  user: FrontUser,
  channels: readonly FrontChannel[],
): PersonState {
  const visible = (channelId: string) =>
    record.messages.filter(
      (each) =>
        each.channelId === channelId && (each.ephemeralTo === undefined || each.ephemeralTo === user.id),
    );
  const conversations: Conversation[] = channels.map(({ id, name }) => ({
    id,
    name,
    kind: "channel",
    messages: visible(id),
  }));
  if (user.dmId !== "") {
    conversations.push({ id: user.dmId, name: "Enishi", kind: "dm", messages: visible(user.dmId) });
  }
  return structuredClone({
    user,
    home: record.homes.get(user.id) ?? null,
    modals: record.stacks.get(user.id) ?? [],
    conversations,
    notices: record.notices.filter(({ userId }) => userId === user.id),
  });
}
