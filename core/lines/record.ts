import { z } from "zod";
import { instant, requiredText, typedText } from "../history/index.ts";
import { localDay } from "../kernel/clock.ts";
import type { OperationContext } from "../kernel/context.ts";
import { EnishiError } from "../kernel/errors.ts";
import { defineOperation } from "../kernel/operation.ts";
import { isClear } from "./clear.ts";
import { completeNamed } from "./done.ts";
import { aheadOf, planned } from "./edit-reading.ts";
import { type KeptLine, newLine, saveLine, stateOf } from "./kept.ts";
import { planTitle } from "./plan-title.ts";
import { present } from "./present.ts";
import { readAbout, readTyped } from "./read.ts";
import { reconcile } from "./reconcile.ts";
import { LineResult } from "./result.ts";

/**
 * Reads a typed line and writes what it says: history, next actions, what is done. What is in doubt is asked, on one
 * card; what needs no answer is written at once and the rest is kept with the line, so that nothing is lost if nobody
 * answers. Only a name: `kind` lookup, and nothing is written. Errors: `customer_not_found`, `line_needs_member`.
 */
export const recordLine = defineOperation({
  name: "lines.record",
  summary: "Reads a typed line and logs what it says.",
  input: z.object({
    text: requiredText(4_000),
    /** What stood behind the command (記録, 電話, 約束, 済 …) when the surface has taken it off the line. */
    verb: typedText(40).optional(),
    /** Whom it is about, when the surface already knows. */
    customerId: z.uuid().optional(),
    /**
     * When it was typed, if that was earlier than now: what 昨日 and 来週火曜 are counted from, and the time of what
     * names none. One that lies ahead (another clock) is taken for now.
     */
    typedAt: instant.optional(),
    /** Writes only what the line says clearly; else nothing, and `lineId` is null. For a line without a verb. */
    clearOnly: z.boolean().default(false),
  }),
  output: LineResult,
  permission: "history.write",
  http: { method: "post", path: "/v1/lines", status: 201 },
  run: async (context, { text, verb, customerId, typedAt, clearOnly }) => {
    const memberId = context.actor.memberId;
    if (!memberId) throw new EnishiError("line_needs_member");
    const at = typedAt && new Date(typedAt) < context.now ? new Date(typedAt) : context.now;
    const typed = { text, verb, authorId: memberId, at };
    const read = customerId ? await readAbout(context, typed, customerId) : await readTyped(context, typed);
    const ahead = aheadOf(read, localDay(at, context.workspace.timeZone));
    const line = newLine(context, memberId, at, planned(read, ahead, planTitle(context.locale)));
    const unclear = clearOnly && !isClear(line.reading);
    if (line.reading.kind === "lookup" || unclear) return present(context, line, false);
    await write(context, line);
    return present(context, line);
  },
});

async function write(context: OperationContext, line: KeptLine): Promise<void> {
  if (line.reading.kind === "done") await completeNamed(context, line);
  else await reconcile(context, line, null);
  await saveLine(context, line, stateOf(line));
  context.changed({
    entity: "line",
    entityId: line.id,
    before: null,
    after: { text: line.reading.text, state: line.state, typedAt: line.typedAt },
  });
  context.emit("lines.recorded", { lineId: line.id, state: line.state });
}
