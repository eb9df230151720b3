import type { PluginHost } from "../../core/index.ts";
import { addMember, listMembers, updateMember } from "../../core/index.ts";
import { formerColleague, people } from "../people.ts";
import { ownCall } from "../workspace.ts";
import { fillCustomers } from "./fill-customers.ts";
import { fillMemories } from "./fill-memories.ts";
import type { Planting } from "./planting.ts";

const RECORD = "seed";

interface SeedRecord {
  startedAt: string;
  done: boolean;
}

/**
 * Fills the practice workspace with people, customers and what happened with them, all through operations, when there
 * is nobody in it yet. Killed half-way, it goes on at the next start: each step has an idempotency key.
 * `slackIds` gives each handle its id in the pretend Slack.
 */
export async function seed(
  host: PluginHost,
  workspaceId: string,
  slackIds: ReadonlyMap<string, string>,
): Promise<void> {
  const records = host.records(workspaceId);
  const known = (await records.get(RECORD)) as SeedRecord | null;
  if (known?.done) return;
  const operator = ownCall(host, workspaceId);
  if (!known && (await host.ask(listMembers, {}, operator)).items.length > 0) return;
  const startedAt = known?.startedAt ?? host.clock.now().toISOString();
  await records.put(RECORD, { startedAt, done: false });
  const planting: Planting = {
    host,
    workspaceId,
    now: new Date(startedAt),
    members: new Map(),
    customers: new Map(),
    step: 0,
  };
  await addPeople(planting, slackIds);
  await fillCustomers(planting);
  await fillMemories(planting);
  // Whoever left was still here when all that happened.
  await host.perform(
    updateMember,
    { memberId: planting.members.get("former")!, status: "former" },
    operator,
    {
      idempotencyKey: "practice:left",
    },
  );
  await records.put(RECORD, { startedAt, done: true });
}

async function addPeople(planting: Planting, slackIds: ReadonlyMap<string, string>): Promise<void> {
  const { host, workspaceId, members } = planting;
  const seats = people
    .filter((person) => person.role !== null)
    .map((person) => ({ ...person, slackUserId: slackIds.get(person.handle) ?? null }));
  for (const { handle, name, nameKana, nicknames, email, role, slackUserId } of [
    ...seats,
    { ...formerColleague, handle: "former", role: "member" as const, slackUserId: null },
  ]) {
    const { memberId } = await host.perform(
      addMember,
      { name, nameKana, nicknames: [...nicknames], email, role: role ?? "member", slackUserId },
      ownCall(host, workspaceId),
      { idempotencyKey: `practice:member:${handle}` },
    );
    members.set(handle, memberId);
  }
}
