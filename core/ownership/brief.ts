import { latestEntries } from "../history/index.ts";
import { localDay } from "../kernel/clock.ts";
import type { QueryContext } from "../kernel/context.ts";
import { openActions } from "../next-actions/index.ts";
import { cautionRows, contactRows, factRows, historyRows, nextActionRows, section } from "./brief-rows.ts";
import type { Brief } from "./brief-shape.ts";
import { readFacts } from "./customer-facts.ts";

/** A handover of many customers is read as a list: of each one less is told. */
const MANY = 10;
const ENTRIES = 10;
const ENTRIES_OF_MANY = 3;
const CAUTION = "caution";

/**
 * Makes the 引継書 of customers from the record alone: cautions first, then what is open (promises before the rest), the
 * facts, the people and how to reach them, the latest history. Four statements, however many customers.
 */
export async function makeBrief(context: QueryContext, customerIds: readonly string[]): Promise<Brief> {
  const { db, workspaceId, workspace } = context;
  const today = localDay(context.now, workspace.timeZone);
  const limit = customerIds.length > MANY ? ENTRIES_OF_MANY : ENTRIES;
  const facts = await readFacts(db, workspaceId, customerIds);
  const actions = group(await openActions(db, workspaceId, customerIds, today), (action) => action.underId);
  const entries = group(
    await latestEntries(db, workspaceId, customerIds, limit, CAUTION),
    (entry) => entry.customerId,
  );
  return {
    madeOn: today,
    customers: facts.map((fact) => {
      const told = entries.get(fact.customerId) ?? [];
      return {
        customerId: fact.customerId,
        name: fact.name,
        parentName: fact.parentName,
        sections: [
          section("cautions", cautionRows(told.filter(isCaution), workspace.timeZone)),
          section("next_actions", nextActionRows(actions.get(fact.customerId) ?? [])),
          section("facts", factRows(fact, workspace.timeZone)),
          section("contacts", contactRows(fact)),
          section("history", historyRows(told.slice(0, limit), workspace.timeZone)),
        ].filter(({ rows }) => rows.length > 0),
      };
    }),
  };
}

function isCaution(entry: { flags: string[] }): boolean {
  return entry.flags.includes(CAUTION);
}

function group<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const there = groups.get(keyOf(row));
    if (there) there.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
