import { listAudit, type PluginHost } from "../core/index.ts";
import { findPractice, ownCall } from "./workspace.ts";

/** Which of the things to try stand in the audit trail: a line recorded, a list imported. */
export async function progressOf(host: PluginHost): Promise<{ command: boolean; import: boolean }> {
  const workspace = await findPractice(host);
  if (!workspace) return { command: false, import: false };
  const done = async (operation: string) => {
    const { items } = await host.ask(listAudit, { operation, limit: 1 }, ownCall(host, workspace.id));
    return items.length > 0;
  };
  return { command: await done("lines.record"), import: await done("imports.commit") };
}
