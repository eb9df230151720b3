import { listMyNextActions } from "../../core/index.ts";
import { type Card, homepageCard } from "../cards/index.ts";
import type { Visit } from "../routes/visit.ts";

/** The add-on without a mail: what it does and what is due for the member. */
export async function homepageView(visit: Visit): Promise<Card> {
  const { items } = await visit.host.ask(listMyNextActions, { range: "today" }, visit.call);
  const due = items.map((item) => ({
    ...item,
    customerName: nameOf(item),
  }));
  return homepageCard(visit.cards, { due, practice: visit.workspace.practice });
}

/** 田中商事 大阪支店: a site with its company, whose name it may carry already. */
function nameOf({ customerName, parentName }: { customerName: string | null; parentName: string | null }) {
  if (!customerName || !parentName || customerName.startsWith(parentName)) return customerName;
  return `${parentName} ${customerName}`;
}
