import { createHash } from "node:crypto";

/** The one workspace and the one app of the pretend Slack. The emulator fixes the team's id. */
export const TEAM = { id: "T000000001", domain: "renshu" } as const;
export const APP = {
  id: "A0ENISHI0",
  botId: "B0ENISHI0",
  botUserId: "U0ENISHIBOT",
  botName: "enishi",
} as const;

/** The same name gives the same id at every start, so that what was stored about a person still fits. */
export function stableId(prefix: string, name: string): string {
  const digest = createHash("sha256").update(name).digest("hex");
  return (
    prefix +
    BigInt(`0x${digest.slice(0, 16)}`)
      .toString(36)
      .toUpperCase()
      .padStart(10, "0")
      .slice(-10)
  );
}
