import { EnishiError, getProfile, type Profile } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import { search } from "../customers/find.ts";
import { fullName } from "../customers/search-view.ts";
import { mayWrite } from "../people.ts";
import { spaced, wordKey } from "../words/fold.ts";
import { proposeModal } from "./propose-view.ts";

/** `/crm 引き継ぎ [顧客]`: the modal, with the customer in it when exactly one is meant. */
export async function startHandover(acting: Acting, typed: string): Promise<void> {
  // Said before the form is filled in, not after.
  if (!mayWrite(acting.member)) throw new EnishiError("forbidden", { role: acting.member.role });
  const chosen = typed === "" ? [] : await meantBy(acting, typed);
  const unknown = typed !== "" && chosen === null ? typed : null;
  await acting.show(proposeModal(await loadProfiles(acting, chosen ?? []), acting.speech, unknown));
}

/** Profiles of chosen customers, for the preview. */
export function loadProfiles(acting: Acting, customerIds: readonly string[]): Promise<Profile[]> {
  return Promise.all(
    customerIds.map((customerId) =>
      acting.host.ask(getProfile, { customerId, historyLimit: 2 }, acting.call),
    ),
  );
}

/** Null when nobody is found. The one that is found, is called exactly so, or is the person's own; of several such ones the person chooses. */
async function meantBy(acting: Acting, typed: string): Promise<string[] | null> {
  const { items } = await search(acting, typed, 20);
  if (items.length === 0) return null;
  const exact = items.filter(
    (hit) => bareName(fullName(hit)) === bareName(typed) || bareName(hit.name) === bareName(typed),
  );
  const own = items.filter((hit) => hit.mine);
  const meant = [items, exact, own].find((group) => group.length === 1);
  return meant ? meant.map((hit) => hit.customerId) : [];
}

function bareName(name: string): string {
  return wordKey(spaced(name)).replace(/株式会社|有限会社|合同会社|合資会社|合名会社|\((株|有|同)\)| /g, "");
}
