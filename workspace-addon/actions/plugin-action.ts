import { confirmCard } from "../cards/index.ts";
import { parameter } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { homepageView } from "../views/homepage.ts";
import { besideOf, profileView } from "../views/profile.ts";
import { unusable } from "./unusable.ts";

/** Asks before a plugin's operation that is hard to take back. */
export async function confirm(visit: Visit): Promise<Reply> {
  const { event } = visit;
  const [question, operation, input] = ["question", "operation", "input"].map((name) =>
    parameter(event, name),
  );
  if (!question || !operation || !input) return unusable(visit);
  const around = Object.fromEntries(
    ["customerId", "contactId", "messageId", "externalId"].map((name) => [name, parameter(event, name)]),
  );
  return { show: "push", card: confirmCard(visit.cards, { question, operation, input, around }) };
}

/** Does what a plugin's section offers, in the member's own name: whether they may is the operation's to say. */
export async function perform(visit: Visit): Promise<Reply> {
  const { event, host, call, cards } = visit;
  const operation = parameter(event, "operation");
  const input = parsed(parameter(event, "input"));
  if (!operation || input === undefined) return unusable(visit);
  await host.performNamed(operation, input, call);
  const customerId = parameter(event, "customerId");
  const card = customerId ? await profileView(visit, customerId, besideOf(visit)) : await homepageView(visit);
  return { show: "update", card, told: cards.text("addon.told.done"), changed: true };
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : (JSON.parse(json) as unknown);
  } catch {
    return undefined;
  }
}
