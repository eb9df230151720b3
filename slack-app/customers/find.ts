import { getProfile, searchCustomers } from "../../core/index.ts";
import type { Acting } from "../acting.ts";
import type { Message } from "../blocks/index.ts";
import { profileMessage } from "./profile-view.ts";
import { type Hits, nothingFoundMessage, PAGE, searchMessage } from "./search-view.ts";

/** Answers a search: one hit is shown at once, several as a list, none with what to try. */
export async function findMessage(acting: Acting, query: string, cursor?: string): Promise<Message> {
  const hits = await search(acting, query, PAGE, cursor);
  const [first] = hits.items;
  if (!first) return nothingFoundMessage(query, acting.speech);
  if (hits.total === 1 && !cursor) return loadProfileMessage(acting, first.customerId);
  return searchMessage(query, hits, acting.speech);
}

/** The profile of a customer with what plugins pin on it. Error: `customer_not_found`. */
export async function loadProfileMessage(acting: Acting, customerId: string): Promise<Message> {
  const [profile, pinned] = await Promise.all([
    acting.host.ask(getProfile, { customerId, historyLimit: 5 }, acting.call),
    acting.host.profileSections(customerId, acting.call),
  ]);
  return profileMessage(profile, pinned, acting.speech);
}

/** What a search finds; a query too long to be a name finds nothing. */
export async function search(acting: Acting, q: string, limit: number, cursor?: string): Promise<Hits> {
  if (q.length > 200) return { items: [], total: 0, totalIsCapped: false, nextCursor: null };
  return acting.host.ask(searchCustomers, { q, limit, ...(cursor && { cursor }) }, acting.call);
}

/**
 * Customers that are near to what was typed, when nothing has all of it: found by ever shorter beginnings of its first
 * word, down to two letters.
 */
export async function findNear(
  acting: Acting,
  typed: string,
): Promise<{ customerId: string; name: string }[]> {
  const letters = [...(typed.split(" ")[0] ?? "")].slice(0, 12);
  for (let length = letters.length; length >= Math.min(2, letters.length) && length > 0; length--) {
    const { items } = await search(acting, letters.slice(0, length).join(""), 5);
    if (items.length > 0) {
      return items.map(({ customerId, name, parentName }) => ({
        customerId,
        name: parentName && !name.startsWith(parentName) ? `${parentName} ${name}` : name,
      }));
    }
  }
  return [];
}
