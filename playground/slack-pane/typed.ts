/** A command as a person typed it. Slack shows it to nobody; here it is kept beside the answers, to read on. */
export interface Typed {
  /** Seconds, as in a message's ts. */
  at: number;
  userId: string;
  channelId: string;
  text: string;
}

const KEPT = 300;

/** The commands typed since the start. */
export function createTypedLog() {
  let all: Typed[] = [];
  return {
    add(entry: Omit<Typed, "at">): void {
      all = [...all, { ...entry, at: Date.now() / 1000 }].slice(-KEPT);
    },
    of: (userId: string, channelId: string) =>
      all.filter((each) => each.userId === userId && each.channelId === channelId),
    clear(): void {
      all = [];
    },
  };
}

export type TypedLog = ReturnType<typeof createTypedLog>;
