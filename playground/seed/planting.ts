import type { CallContext, PluginHost } from "../../core/index.ts";
import { ownCall } from "../workspace.ts";

/** What the parts of the seed share while it is put in. */
export interface Planting {
  host: PluginHost;
  workspaceId: string;
  /** The moment that everything is told relative to. */
  now: Date;
  /** Ids by handle. */
  members: Map<string, string>;
  /** Ids by ref. */
  customers: Map<string, string>;
  /** Counts the calls, for their idempotency keys. */
  step: number;
}

/** A call in the name of a colleague, and the key that makes it happen once. */
export function planted(planting: Planting, handle: string): [CallContext, { idempotencyKey: string }] {
  planting.step += 1;
  const memberId = planting.members.get(handle)!;
  return [
    ownCall(planting.host, planting.workspaceId, { kind: "member", memberId }),
    { idempotencyKey: `practice:step:${planting.step}` },
  ];
}
