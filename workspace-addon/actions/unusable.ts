import type { Reply } from "../routes/replies.ts";
import type { Visit } from "../routes/visit.ts";

/** The press lacks what every card of ours sends: it comes from an older version. */
export function unusable(visit: Visit): Reply {
  return { show: "nothing", told: visit.cards.text("addon.error.unknown_action") };
}
