import { completeNextAction, isEnishiError } from "../../core/index.ts";
import { parameter } from "../events/event.ts";
import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";
import { homepageView } from "../views/homepage.ts";
import { besideOf, profileView } from "../views/profile.ts";
import { unusable } from "./unusable.ts";

/** 済. Somebody else was quicker: the card is made anew and shows how it stands. */
export async function completeAction(visit: Visit): Promise<Reply> {
  const { event, host, call, cards } = visit;
  const nextActionId = parameter(event, "nextActionId");
  if (!nextActionId) return unusable(visit);
  let told = cards.text("addon.told.completed");
  try {
    await host.perform(completeNextAction, { nextActionId }, call);
  } catch (error) {
    if (!isEnishiError(error) || error.code !== "next_action_closed") throw error;
    told = host.errorText(error, call.locale, call.requestId);
  }
  const customerId = parameter(event, "customerId");
  const card =
    parameter(event, "view") === "homepage" || !customerId
      ? await homepageView(visit)
      : await profileView(visit, customerId, besideOf(visit));
  return { show: "update", card, told, changed: true };
}
