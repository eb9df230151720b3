import { listMyNextActions } from "../../core/index.ts";
import { type Card, homepageCard } from "../cards/index.ts";
import type { Visit } from "../routes/visit.ts";

/** The add-on without a mail: what it does and what is due for the member. */
export async function homepageView(visit: Visit): Promise<Card> {
  const { items } = await visit.host.ask(listMyNextActions, { range: "today" }, visit.call);
  const due = items.map((item) => ({
    ...item,
    customerName: [item.parentName, item.customerName].filter(Boolean).join(" ") || null,
  }));
  return homepageCard(visit.cards, { due, practice: visit.workspace.practice });
}
