export type Json = Record<string, unknown>;

/** A message as it stands now. Deleted ones are gone. */
export type FrontMessage = {
  ts: string;
  channelId: string;
  /** The one person who sees it; absent when everybody in the conversation does. */
  ephemeralTo?: string;
  /** The author's id: the app's own or a person's. */
  userId: string;
  text: string;
  blocks: Json[];
  threadTs?: string;
  edited: boolean;
};

export type MessageRef = { channelId: string; ts: string };

/** A modal or home view as Slack tells it, with the field errors that its last submission met. */
export type FrontView = Json & { id: string; blocks: Json[]; hash: string };
export type OpenView = { view: FrontView; errors: Record<string, string> };

/** What Slack itself would tell the person in its own words, e.g. that a command timed out. */
export type Notice = { userId: string; channelId?: string; code: string; detail: string };

/** Everything that can be seen in the pretend workspace. */
export type FrontRecord = {
  messages: FrontMessage[];
  homes: Map<string, FrontView>;
  /** Open modals by person, the topmost last. */
  stacks: Map<string, OpenView[]>;
  notices: Notice[];
  /** Who got a trigger, and in which view. */
  triggers: Map<string, { userId: string; viewId?: string }>;
  stack: (userId: string) => OpenView[];
  find: (ref: MessageRef, userId?: string) => FrontMessage | undefined;
  /** The person who has this view open, with its place. */
  openView: (viewId: string) => { userId: string; index: number; open: OpenView } | undefined;
  changed: () => void;
  clear: () => void;
  onChange: (listener: () => void) => () => void;
};

export function createRecord(): FrontRecord {
  const listeners = new Set<() => void>();
  const stacks = new Map<string, OpenView[]>();
  const messages: FrontMessage[] = [];
  const homes = new Map<string, FrontView>();
  const notices: Notice[] = [];
  const stack = (userId: string) => {
    const found = stacks.get(userId) ?? [];
    stacks.set(userId, found);
    return found;
  };
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return {
    messages,
    homes,
    stacks,
    notices,
    triggers: new Map(),
    stack,
    find: (ref, userId) =>
      messages.find(
        (each) =>
          each.ts === ref.ts &&
          each.channelId === ref.channelId &&
          (each.ephemeralTo === undefined || each.ephemeralTo === userId),
      ),
    openView(viewId) {
      for (const [userId, views] of stacks) {
        const index = views.findIndex((each) => each.view.id === viewId);
        if (index >= 0) return { userId, index, open: views[index]! };
      }
      return undefined;
    },
    changed,
    clear() {
      messages.length = 0;
      notices.length = 0;
      homes.clear();
      stacks.clear();
      changed();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
