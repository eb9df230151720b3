import { setImmediate } from "node:timers/promises";
import type { CallContext } from "../kernel/context.ts";
import { isEnishiError } from "../kernel/errors.ts";
import type { PluginHost } from "../kernel/plugin-host.ts";
import { decideDuplicate } from "./decide.ts";
import { listDuplicates } from "./list.ts";

/**
 * Goes through the open pairs with these reasons and answers each; one that cannot be answered so (a handover in the way)
 * stays open. Killed, it goes on with what is open when it is called again. Says how many were answered and left.
 */
export async function runRest(
  door: Pick<PluginHost, "ask" | "perform">,
  { reasonKey, answer }: { reasonKey: string; answer: "same" | "site" },
  call: CallContext,
): Promise<{ answered: number; left: number }> {
  let answered = 0;
  let left = 0;
  let cursor: string | undefined;
  do {
    const page = await door.ask(
      listDuplicates,
      { reasonKey, limit: 50, ...(cursor ? { cursor } : {}) },
      call,
    );
    for (const { aId, bId } of page.items) {
      if (await answerOne(door, { aId, bId, answer }, call)) answered += 1;
      else left += 1;
      await setImmediate();
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return { answered, left };
}

async function answerOne(
  door: Pick<PluginHost, "perform">,
  input: { aId: string; bId: string; answer: "same" | "site" },
  call: CallContext,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await door.perform(decideDuplicate, input, call)).isNew;
    } catch (error) {
      if (!isEnishiError(error)) throw error;
      if (error.code !== "try_again" || attempt === 5) return false;
    }
  }
}
