import { recordLine, sha256 } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { findMessage, findNear, search } from "../customers/find.ts";
import { fullName } from "../customers/search-view.ts";
import { unknownMessage } from "../help/views.ts";
import { namesIn } from "../words/names-in.ts";
import { echoMessage } from "./echo-view.ts";
import { type Offer, offerMessage, readOnlyMessage } from "./offer-view.ts";

/**
 * A line without a verb: a name shows the customer, a line that says clearly what was done is logged, a name with
 * other words is offered to be logged, anything else is answered with what is near and the menu.
 * `onlyWhenKnown`: offers, and says nothing when no customer is named.
 */
export async function answerLine(
  acting: Acting,
  line: string,
  { onlyWhenKnown = false }: { onlyWhenKnown?: boolean } = {},
): Promise<void> {
  const whole = await search(acting, line, 1);
  if (whole.items.length > 0) return acting.reply(await findMessage(acting, line));
  // Who may only read is not told of that when they were looking for somebody.
  const mayWrite = acting.member.role !== "viewer";
  if (!onlyWhenKnown && mayWrite && (await recordClear(acting, line))) return;
  const customer = await customerIn(acting, line);
  if (customer && !mayWrite) return acting.reply(readOnlyMessage(customer, acting.speech));
  if (customer) return acting.reply(offerMessage(await offerOf(acting, line, customer), acting.speech));
  if (onlyWhenKnown) return;
  await acting.reply(unknownMessage(line, await findNear(acting, line), acting.speech));
}

/** False: the line leaves open what it is about, and nothing was written. */
async function recordClear(acting: Acting, line: string): Promise<boolean> {
  const input = { text: line, clearOnly: true, typedAt: acting.sentAt.toISOString() };
  const result = await acting.host.perform(recordLine, input, acting.call, acting.once());
  if (result.lineId === null) return false;
  await acting.reply(echoMessage(result, acting.speech));
  return true;
}

/** The first customer that a part of the line names. */
async function customerIn(acting: Acting, line: string): Promise<Offer["customer"] | null> {
  for (const name of namesIn(line)) {
    const [hit] = (await search(acting, name, 1)).items;
    if (hit) return { customerId: hit.customerId, name: fullName(hit) };
  }
  return null;
}

async function offerOf(acting: Acting, text: string, customer: Offer["customer"]): Promise<Offer> {
  const id = sha256(acting.once().idempotencyKey).slice(0, 32);
  const typedAt = acting.sentAt.toISOString();
  const value = JSON.stringify({ offer: id, text, typedAt });
  if (value.length <= 2000) return { value, text, customer };
  await acting.host.records(acting.workspace.id).put(`offer:${id}`, { text, typedAt });
  return { value: JSON.stringify({ offer: id }), text, customer };
}
