import type { Json } from "./record.ts";

export type EntryFault = "missing_value" | "too_short" | "too_long";

/** What Slack's own client refuses before it submits a modal: required fields left empty, wrong lengths. */
export function entryFaults(blocks: readonly Json[], state: Json): Record<string, EntryFault> {
  const values = state.values as Record<string, Record<string, Json>>;
  const faults: Record<string, EntryFault> = {};
  for (const block of blocks) {
    if (block.type !== "input") continue;
    const blockId = String(block.block_id);
    const element = block.element as Json;
    const { type: _type, ...rest } = values[blockId]?.[String(element.action_id)] ?? {};
    const entered = Object.values(rest)[0] ?? null;
    const empty = entered === null || entered === "" || (Array.isArray(entered) && entered.length === 0);
    if (empty && block.optional !== true) faults[blockId] = "missing_value";
    if (typeof entered !== "string" || empty) continue;
    if (entered.length < Number(element.min_length ?? 0)) faults[blockId] = "too_short";
    if (entered.length > Number(element.max_length ?? 3000)) faults[blockId] = "too_long";
  }
  return faults;
}
