import { type Card, sheetsHomepageCard } from "../cards/index.ts";
import type { Visit } from "../routes/visit.ts";

/** The add-on beside a sheet. */
export async function sheetsView(visit: Visit): Promise<Card> {
  return sheetsHomepageCard(visit.cards, { title: visit.event.sheets?.title ?? null });
}
