import { addNextAction, logHistory } from "../../core/index.ts";
import { seedActions, seedEntries } from "./memories.ts";
import { type Planting, planted } from "./planting.ts";

const DAY = 86_400_000;
const TOKYO = 9 * 3_600_000;

/** Logs what happened, on working days before now, and what is due after it. */
export async function fillMemories(planting: Planting): Promise<void> {
  const { host, now, members, customers } = planting;
  for (const { customer, author, daysAgo, at, contacts = [], ...entry } of seedEntries) {
    const input = {
      ...entry,
      customerId: customers.get(customer)!,
      occurredAt: `${weekday(now, -daysAgo)}T${at}:00+09:00`,
      contactIds: contacts.map((ref) => customers.get(ref)!),
    };
    await host.perform(logHistory, input, ...planted(planting, author));
  }
  for (const { customer, owner, inDays, at, ...action } of seedActions) {
    const input = {
      ...action,
      customerId: customers.get(customer)!,
      ownerId: members.get(owner)!,
      dueOn: weekday(now, inDays),
      ...(at && { dueTime: at }),
    };
    await host.perform(addNextAction, input, ...planted(planting, owner));
  }
}

/** The day so many days away in Tokyo; one on a weekend goes back to the Friday before. */
function weekday(now: Date, days: number): string {
  const date = new Date(now.getTime() + TOKYO + days * DAY);
  const over = { 0: 2, 6: 1 }[date.getUTCDay()] ?? 0;
  return new Date(date.getTime() - over * DAY).toISOString().slice(0, 10);
}
