import { withBlockIds } from "./block-ids.ts";
import type { FrontContext } from "./context.ts";
import type { ApiAnswer } from "./emulator.ts";
import { APP } from "./ids.ts";
import { refuseMessage, warnMessage } from "./lint-answer.ts";
import type { FrontMessage, Json } from "./record.ts";

export type Method = (front: FrontContext, args: Json, token: string) => ApiAnswer | Promise<ApiAnswer>;

/** Methods that write messages: checked here, done by the emulator, recorded here. */
export const chatMethods: Record<string, Method> = {
  "chat.postMessage": (front, args) =>
    write(front, "chat.postMessage", args, (answer, blocks) => {
      front.record.messages.push(message(args, String(answer.channel), String(answer.ts), blocks));
    }),
  "chat.postEphemeral": (front, args) =>
    write(front, "chat.postEphemeral", args, (answer, blocks) => {
      front.record.messages.push({
        ...message(args, String(args.channel), String(answer.message_ts), blocks),
        ephemeralTo: String(args.user),
      });
    }),
  "chat.update": (front, args) =>
    write(front, "chat.update", args, (_answer, blocks) => {
      const found = front.record.find({ channelId: String(args.channel), ts: String(args.ts) });
      if (!found) return;
      if (args.text !== undefined) found.text = String(args.text);
      found.blocks = blocks;
      found.edited = true;
    }),
  "chat.delete": async (front, args) => {
    const answer = await front.backing.call("chat.delete", args);
    const found = front.record.find({ channelId: String(args.channel), ts: String(args.ts) });
    if (answer.ok && found) front.record.messages.splice(front.record.messages.indexOf(found), 1);
    front.record.changed();
    return answer;
  },
};

async function write(
  front: FrontContext,
  method: string,
  args: Json,
  keep: (answer: ApiAnswer, blocks: Json[]) => void,
): Promise<ApiAnswer> {
  const refused = refuseMessage(args) ?? refuseOutsider(front, args);
  if (refused) return refused;
  const blocks = withBlockIds((args.blocks as unknown[] | undefined) ?? []);
  const answer = await front.backing.call(method, args.blocks === undefined ? args : { ...args, blocks });
  if (!answer.ok) return answer;
  keep(answer, blocks);
  front.record.changed();
  const warning = warnMessage(args);
  return warning === undefined ? answer : { ...answer, warning };
}

/** The app may write only in channels it was invited to; the emulator lets it write anywhere. */
function refuseOutsider(front: FrontContext, args: Json): ApiAnswer | undefined {
  const channel = front.backing.channels.find(({ id, name }) => [id, name].includes(String(args.channel)));
  return channel && !channel.withBot ? { ok: false, error: "not_in_channel" } : undefined;
}

function message(args: Json, channelId: string, ts: string, blocks: Json[]): FrontMessage {
  return {
    ts,
    channelId,
    userId: APP.botUserId,
    text: String(args.text ?? ""),
    blocks,
    ...(args.thread_ts !== undefined && { threadTs: String(args.thread_ts) }),
    edited: false,
  };
}
