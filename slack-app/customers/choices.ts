import type { Acting } from "../acting.ts";
import { suggestions } from "../blocks/index.ts";
import { search } from "./find.ts";
import { factsOf, fullName } from "./search-view.ts";

/** The choices of a select of customers while somebody types: at most 100, told apart by 県 and 営業担当. */
export async function customerChoices(acting: Acting, typed: string): Promise<object> {
  const { items } = await search(acting, typed.trim(), 50);
  return suggestions(
    items.map((hit) => ({
      text: fullName(hit),
      value: hit.customerId,
      description: factsOf(hit, acting.speech),
    })),
  );
}
