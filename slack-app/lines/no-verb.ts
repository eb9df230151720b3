import { type LineResult, recordLine, sha256 } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { message, section } from "../blocks/index.ts";
import { findMessage, findNear, search } from "../customers/find.ts";
import { fullName } from "../customers/search-view.ts";
import { unknownMessage } from "../help/views.ts";
import { mayWrite } from "../people.ts";
import { namesIn } from "../words/names-in.ts";
import { echoMessage } from "./echo-view.ts";
import { type Offer, type OfferedCustomer, offerMessage, readOnlyMessage } from "./offer-view.ts";
import { LONGEST } from "./record.ts";

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
  if (line.length > LONGEST) {
    const said = acting.speech.t("slack.line.too_long", { max: LONGEST });
    return acting.reply(message(said, [section(said)]));
  }
  const whole = await search(acting, line, 1);
  if (whole.items.length > 0) return acting.reply(await findMessage(acting, line));
  // Who may only read is not told of that when they were looking for somebody.
  const writes = mayWrite(acting.member);
  const read = !onlyWhenKnown && writes ? await recordClear(acting, line) : null;
  if (read?.lineId) return acting.reply(echoMessage(read, acting.speech));
  const customer = await customerIn(acting, line);
  if (customer && !writes) return acting.reply(readOnlyMessage(customer, acting.speech));
  if (customer) return acting.reply(offerMessage(await offerOf(acting, line, customer), acting.speech));
  if (onlyWhenKnown) return;
  const nobody = read && tellsWork(read) ? { customerId: null, name: strangerIn(read) } : null;
  if (nobody) return acting.reply(offerMessage(await offerOf(acting, line, nobody), acting.speech));
  await acting.reply(unknownMessage(line, await findNear(acting, line), acting.speech));
}

/** Without a `lineId` the line leaves open what it is about, and nothing was written. */
async function recordClear(acting: Acting, line: string): Promise<LineResult> {
  const input = { text: line, clearOnly: true, typedAt: acting.sentAt.toISOString() };
  return acting.host.perform(recordLine, input, acting.call, acting.once());
}

/** A call, a visit … or a day of something to do: whoever typed that wants it kept, whatever the customer is called. */
function tellsWork({ entries, nextActions }: LineResult): boolean {
  const talk = ["note", "contact", null];
  return entries.some((entry) => !talk.includes(entry.kind)) || nextActions.some((action) => action.dueOn);
}

function strangerIn({ questions }: LineResult): string {
  const asked = questions.find((question) => question.kind === "unknown_customer");
  return [...(asked?.text ?? "")].slice(0, 60).join("");
}

/** The first customer that a part of the line names. */
async function customerIn(acting: Acting, line: string): Promise<OfferedCustomer | null> {
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
